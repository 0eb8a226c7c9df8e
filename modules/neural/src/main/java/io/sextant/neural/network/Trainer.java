package io.sextant.neural.network;

import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Moves a network's parameters against the gradient. A batch is cut into parts of a fixed size whose sums are added in a fixed order, so
 * that the result does not depend on how many threads work.
 */
public final class Trainer implements AutoCloseable {

    /** Windows that one thread takes at once. */
    private static final int PART = 16;

    /** Hears of each epoch. */
    @FunctionalInterface
    public interface Watcher {
        void epoch(int epoch, double trainingLoss, double validationLoss);
    }

    private record Key(int place, int windows) {}

    private final Network network;
    private final Samples samples;
    private final Loss loss;
    private final TrainingSettings settings;
    private final @Nullable ExecutorService workers;
    private final Map<Key, Batch> parts = new HashMap<>();
    private final float[] values;
    private final float[] gradient;
    private final Adam adam;
    private final SeededRandom shuffling;
    private long batchesDone;

    public Trainer(Network network, Samples samples, Loss loss, TrainingSettings settings) {
        this.network = network;
        this.samples = samples;
        this.loss = loss;
        this.settings = settings;
        workers = settings.threads() == 1
                ? null
                : Executors.newFixedThreadPool(
                        settings.threads() - 1,
                        Thread.ofPlatform()
                                .daemon()
                                .name("sextant-training-", 0)
                                .factory());
        values = network.values();
        gradient = new float[values.length];
        adam = new Adam(values.length);
        shuffling = SeededRandom.stream(settings.seed(), 0);
    }

    /**
     * Trains on samples before {@code validationFrom} and keeps the parameters with the smallest loss on those from there to before {@code
     * validationTo}.
     *
     * @return that loss
     * @throws java.util.concurrent.CancellationException where {@code cancelled} says so between two batches
     */
    public double train(int validationFrom, int validationTo, Watcher watcher, BooleanSupplier cancelled) {
        double best = Double.POSITIVE_INFINITY;
        float[] kept = values.clone();
        int since = 0;
        for (int epoch = 0; epoch < settings.epochs() && since < settings.patience(); epoch++) {
            double training = epoch(validationFrom, cancelled);
            double validation = measure(validationFrom, validationTo);
            watcher.epoch(epoch, training, validation);
            since++;
            if (validation < best) {
                best = validation;
                since = 0;
                System.arraycopy(values, 0, kept, 0, kept.length);
            }
        }
        System.arraycopy(kept, 0, values, 0, kept.length);
        network.set(values);
        return best;
    }

    /** Goes once through the samples before {@code to} in a drawn order; gives the mean loss on the way. */
    public double epoch(int to, BooleanSupplier cancelled) {
        int[] order = IntStream.range(0, to).toArray();
        for (int i = to - 1; i > 0; i--) {
            int j = shuffling.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        double sum = 0;
        for (int from = 0; from < to; from += settings.batch()) {
            if (cancelled.getAsBoolean()) {
                throw new java.util.concurrent.CancellationException("the training was cancelled");
            }
            int count = Math.min(settings.batch(), to - from);
            sum += step(order, from, count) * count;
        }
        return sum / to;
    }

    /** One step on some samples; gives the loss before it. */
    double step(int[] order, int from, int count) {
        long batchNumber = batchesDone++;
        double measured = onParts(order, from, count, (part, place) -> {
            part.forward(
                    network.shape().dropout() > 0
                            ? SeededRandom.stream(settings.seed(), (batchNumber << 16) + place + 1)
                            : null);
            double share = part.measure(loss, count);
            part.backward();
            return share;
        });
        java.util.Arrays.fill(gradient, 0f);
        for (int place = 0; place * PART < count; place++) {
            part(place, Math.min(PART, count - place * PART)).yieldGradient(gradient);
        }
        Adam.clip(gradient, settings.longestGradient());
        adam.step(values, gradient, settings.learningRate(), settings.weightDecay());
        network.set(values);
        return measured;
    }

    /** The mean loss on samples {@code from} to before {@code to}, nothing silenced. */
    public double measure(int from, int to) {
        int[] order = IntStream.range(0, to).toArray();
        double sum = 0;
        for (int at = from; at < to; at += settings.batch()) {
            int count = Math.min(settings.batch(), to - at);
            sum += count
                    * onParts(order, at, count, (part, place) -> {
                        part.forward(null);
                        return part.measure(loss, count);
                    });
        }
        return sum / (to - from);
    }

    /** What the network says of samples {@code from} to before {@code to}. */
    public float[][] predict(int from, int to) {
        int[] order = IntStream.range(0, to).toArray();
        float[][] said = new float[to - from][];
        for (int at = from; at < to; at += settings.batch()) {
            int first = at - from;
            onParts(order, at, Math.min(settings.batch(), to - at), (part, place) -> {
                part.forward(null);
                for (int w = 0; w < part.windows(); w++) {
                    said[first + place * PART + w] = part.outputs()[w].clone();
                }
                return 0;
            });
        }
        return said;
    }

    private interface Work {
        double on(Batch part, int place);
    }

    private Batch part(int place, int windows) {
        return parts.computeIfAbsent(
                new Key(place, windows), key -> new Batch(network, samples.steps(), windows, samples.targets(), false));
    }

    private double onParts(int[] order, int from, int count, Work work) {
        int places = (count + PART - 1) / PART;
        Batch[] those = new Batch[places];
        for (int place = 0; place < places; place++) {
            those[place] = part(place, Math.min(PART, count - place * PART));
        }
        double[] shares = new double[places];
        int threads = Math.min(settings.threads(), places);
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int first = thread;
            tasks.add(() -> {
                for (int place = first; place < places; place += threads) {
                    those[place].take(samples, order, from + place * PART);
                    shares[place] = work.on(those[place], place);
                }
                return true;
            });
        }
        run(tasks);
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        return sum;
    }

    /** The first in this thread, the others beside it. */
    private void run(List<Callable<Boolean>> tasks) {
        try {
            List<Future<Boolean>> beside = new ArrayList<>();
            if (workers != null) {
                for (Callable<Boolean> task : tasks.subList(1, tasks.size())) {
                    beside.add(workers.submit(task));
                }
            }
            tasks.getFirst().call();
            for (Future<Boolean> each : beside) {
                each.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("the training was interrupted");
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.shutdown();
        }
    }
}
