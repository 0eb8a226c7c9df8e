package io.sextant.engine.verdict;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetWatch;
import io.sextant.domain.fleet.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Does many like things at once; what comes of them stands in their order, for any number of threads and machines. */
public final class Crew implements AutoCloseable {

    private final @Nullable ExecutorService threads;
    private final @Nullable Fleet fleet;
    private final @Nullable Work work;
    private final BooleanSupplier cancelled;
    private final LongConsumer ran;

    Crew(int threads, BooleanSupplier cancelled) {
        this(threads, cancelled, runs -> {});
    }

    Crew(int threads, BooleanSupplier cancelled, LongConsumer ran) {
        this.threads = Executors.newFixedThreadPool(
                threads,
                each -> Thread.ofPlatform()
                        .name("sextant-verdict")
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .unstarted(each));
        fleet = null;
        work = null;
        this.cancelled = cancelled;
        this.ran = ran;
    }

    /** @param work what the pieces are of; whoever closes the crew leaves the fleet open */
    Crew(Fleet fleet, Work work, BooleanSupplier cancelled, LongConsumer ran) {
        threads = null;
        this.fleet = fleet;
        this.work = work;
        this.cancelled = cancelled;
        this.ran = ran;
    }

    /** @param runs of the same strategy, bars and choices as the work's, where there is one */
    List<double[]> each(VerdictRuns runs, List<? extends VerdictPiece> pieces) {
        if (fleet != null && work != null) {
            return fleet.run(work, pieces.stream().map(VerdictPiece::bytes).toList(), new FleetWatch() {
                @Override
                public void done(int piece, double[] came) {
                    ran.accept(runs.runs(pieces.get(piece)));
                }

                @Override
                public boolean isCancelled() {
                    return cancelled.getAsBoolean();
                }
            });
        }
        if (threads == null) {
            throw new IllegalStateException("a crew is of threads or of machines");
        }
        List<Future<double[]>> running = new ArrayList<>(pieces.size());
        for (VerdictPiece piece : pieces) {
            running.add(threads.submit(() -> {
                checkCancelled();
                return runs.run(piece, this::ran);
            }));
        }
        return running.stream().map(Crew::get).toList();
    }

    /** Another run over bars is done. */
    private void ran() {
        ran.accept(1);
        checkCancelled();
    }

    private void checkCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the examination was stopped");
        }
    }

    private static double[] get(Future<double[]> piece) {
        try {
            return piece.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the examination was interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException known -> throw known;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
