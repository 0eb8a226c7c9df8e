package io.sextant.engine.fleet;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetWatch;
import io.sextant.domain.fleet.Pieces;
import io.sextant.domain.fleet.Work;
import io.sextant.domain.fleet.WorkKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads of this process, which open the work from its bytes as a machine elsewhere does. */
public final class LocalFleet implements Fleet {

    private final ExecutorService threads;

    public LocalFleet(int threads) {
        this.threads = Executors.newFixedThreadPool(
                threads,
                work -> Thread.ofPlatform()
                        .name("sextant-fleet")
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .unstarted(work));
    }

    @Override
    public List<double[]> run(Work work, List<byte[]> pieces, FleetWatch watch) {
        Pieces opened = WorkKind.open(work);
        List<Future<Came>> running = new ArrayList<>(pieces.size());
        for (byte[] piece : pieces) {
            running.add(threads.submit(() -> {
                if (watch.isCancelled()) {
                    throw new CancellationException("the work was stopped");
                }
                return Came.of(opened, piece);
            }));
        }
        try {
            List<double[]> done = new ArrayList<>(running.size());
            for (Future<Came> each : running) {
                // Pieces may be through before the first of them is told: a wish to stop is heard all the same.
                if (watch.isCancelled()) {
                    throw new CancellationException("the work was stopped");
                }
                double[] came = get(each).get();
                watch.done(done.size(), came);
                done.add(came);
            }
            return done;
        } finally {
            running.forEach(each -> each.cancel(true));
        }
    }

    private static Came get(Future<Came> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the work was interrupted");
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
        threads.shutdownNow();
    }
}
