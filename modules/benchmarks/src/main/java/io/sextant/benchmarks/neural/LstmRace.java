package io.sextant.benchmarks.neural;

import io.sextant.domain.time.SeededRandom;
import io.sextant.neural.deeplearning4j.Deeplearning4j;
import io.sextant.neural.deeplearning4j.Deeplearning4jLstm;
import io.sextant.neural.network.Loss;
import io.sextant.neural.network.Network;
import io.sextant.neural.network.NetworkShape;
import io.sextant.neural.network.Reading;
import io.sextant.neural.network.Samples;
import io.sextant.neural.network.Trainer;
import io.sextant.neural.network.TrainingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An epoch of training and one window's forecast of an LSTM: ours on one and two threads, Deeplearning4j, and PyTorch where it is installed.
 * Rounds are taken in turn, so that other work on the machine falls on all alike; the best of each counts. Arguments: rounds, 2 if
 * not given; the most threads of PyTorch, 2 if not given (on a busy machine its threads wait for each other and take minutes).
 */
public final class LstmRace {

    static final int WINDOWS = 20_000;
    static final int STEPS = 60;
    static final int INPUTS = 8;
    static final int HIDDEN = 64;
    static final int BATCH = 64;

    /** Of Deeplearning4j's epoch only so many batches are run, and its time is named as that of a batch. */
    private static final int BATCHES_THERE = 40;

    private static final int WINDOWS_TIMED = 2_000;
    private static final int WINDOWS_TIMED_THERE = 200;

    private final float[][] columns = new float[INPUTS][WINDOWS + STEPS];
    private final float[][] targets = new float[WINDOWS][1];

    private LstmRace() {
        SeededRandom random = new SeededRandom(1);
        for (float[] column : columns) {
            for (int i = 0; i < column.length; i++) {
                column[i] = (float) random.nextGaussian();
            }
        }
        for (int i = 0; i < WINDOWS; i++) {
            targets[i][0] = 0.5f * columns[0][i + STEPS - 1];
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length == 0 ? 2 : Integer.parseInt(arguments[0]);
        int torchThreads = arguments.length < 2 ? 2 : Integer.parseInt(arguments[1]);
        Deeplearning4j.unpackInto(Path.of(System.getProperty("java.io.tmpdir"), "sextant-deeplearning4j"));
        Optional<PyTorchPeer> pyTorch = PyTorchPeer.find();
        System.out.printf(
                "LSTM, window %d, %d features, hidden %d, batch %d, %,d windows, Adam, squared error%n",
                STEPS, INPUTS, HIDDEN, BATCH, WINDOWS);
        if (pyTorch.isEmpty()) {
            System.out.println(
                    "PyTorch: no python3 here can import torch (Debian: python3-torch libopenblas0-pthread)");
        }
        LstmRace race = new LstmRace();
        for (int layers = 1; layers <= 2; layers++) {
            race.run(layers, rounds, pyTorch, torchThreads);
        }
    }

    private static Network network(int layers) {
        return Network.drawn(
                new NetworkShape(NetworkShape.Kind.LSTM, INPUTS, HIDDEN, layers, 1, 0), new SeededRandom(2));
    }

    private void run(int layers, int rounds, Optional<PyTorchPeer> pyTorch, int torchThreads)
            throws IOException, InterruptedException {
        double[] ours = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] torch = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double oursWindow = Double.POSITIVE_INFINITY;
        double torchWindow = Double.POSITIVE_INFINITY;
        double thereEpoch = Double.POSITIVE_INFINITY;
        double thereWindow = Double.POSITIVE_INFINITY;
        epoch(layers, 1, 1);
        for (int round = 0; round < rounds; round++) {
            for (int threads = 1; threads <= 2; threads++) {
                ours[threads - 1] = Math.min(ours[threads - 1], epoch(layers, threads, 2));
                if (pyTorch.isPresent() && threads <= torchThreads) {
                    PyTorchPeer.Measured measured = pyTorch.get().measure(threads, layers, 2);
                    torch[threads - 1] = Math.min(torch[threads - 1], measured.epochSeconds());
                    torchWindow = Math.min(torchWindow, measured.windowMicros());
                }
            }
            oursWindow = Math.min(oursWindow, window(layers));
            Deeplearning4jLstm there = Deeplearning4jLstm.of(network(layers), 1e-3);
            thereEpoch = Math.min(thereEpoch, batchThere(there));
            thereWindow = Math.min(thereWindow, windowThere(there));
        }
        System.out.printf("%d layer%s%n", layers, layers == 1 ? "" : "s");
        System.out.printf(
                "  ours              1 thread %6.2f s an epoch, 2 threads %6.2f s, one window %8.1f us%n",
                ours[0], ours[1], oursWindow);
        System.out.printf(
                "  Deeplearning4j    %6.1f ms a batch (%d of %d run), one window %8.1f us%n",
                thereEpoch * 1e3, BATCHES_THERE, (WINDOWS + BATCH - 1) / BATCH, thereWindow);
        double best = Math.min(ours[0], ours[1]);
        System.out.printf(
                "  Deeplearning4j over ours: a batch %.1f, a window %.1f%n",
                thereEpoch * WINDOWS / BATCH / best, thereWindow / oursWindow);
        if (pyTorch.isPresent()) {
            System.out.printf(
                    "  PyTorch           1 thread %6.2f s an epoch, 2 threads %s, one window %8.1f us%n",
                    torch[0],
                    torchThreads < 2 ? "not run" : String.format(Locale.ROOT, "%6.2f s", torch[1]),
                    torchWindow);
            System.out.printf(
                    "  PyTorch over ours: an epoch %.2f (best threads of each), on one thread %.2f, a window %.1f%n",
                    Math.min(torch[0], torch[1]) / best, torch[0] / ours[0], torchWindow / oursWindow);
        }
    }

    private double epoch(int layers, int threads, int epochs) {
        TrainingSettings settings = new TrainingSettings(BATCH, epochs, 1e-3, 0, 1, epochs, threads, 1);
        Samples samples = Samples.sliding(columns, STEPS, targets);
        double best = Double.POSITIVE_INFINITY;
        try (Trainer trainer = new Trainer(network(layers), samples, Loss.squaredError(), settings)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                long began = System.nanoTime();
                trainer.epoch(WINDOWS, () -> false);
                best = Math.min(best, (System.nanoTime() - began) / 1e9);
            }
        }
        return best;
    }

    private float[][] windowAt(int first) {
        float[][] window = new float[STEPS][INPUTS];
        for (int t = 0; t < STEPS; t++) {
            for (int c = 0; c < INPUTS; c++) {
                window[t][c] = columns[c][first + t];
            }
        }
        return window;
    }

    private double window(int layers) {
        Reading reading = new Reading(network(layers), STEPS);
        long[] took = new long[WINDOWS_TIMED];
        for (int i = 0; i < took.length; i++) {
            float[][] window = windowAt(i);
            long began = System.nanoTime();
            reading.of(window);
            took[i] = System.nanoTime() - began;
        }
        return median(took);
    }

    private double batchThere(Deeplearning4jLstm there) {
        long[] took = new long[BATCHES_THERE];
        for (int i = 0; i < took.length; i++) {
            float[][][] windows = new float[BATCH][][];
            float[][] wanted = new float[BATCH][];
            for (int w = 0; w < BATCH; w++) {
                windows[w] = windowAt(i * BATCH + w);
                wanted[w] = targets[i * BATCH + w];
            }
            long began = System.nanoTime();
            there.fit(windows, wanted);
            took[i] = System.nanoTime() - began;
        }
        return median(took) / 1e6;
    }

    private double windowThere(Deeplearning4jLstm there) {
        long[] took = new long[WINDOWS_TIMED_THERE];
        for (int i = 0; i < took.length; i++) {
            float[][][] window = {windowAt(i)};
            long began = System.nanoTime();
            there.predict(window);
            took[i] = System.nanoTime() - began;
        }
        return median(took);
    }

    /** In microseconds. */
    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e3;
    }
}
