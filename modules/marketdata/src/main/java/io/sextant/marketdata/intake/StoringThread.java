package io.sextant.marketdata.intake;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.BarArchive;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stores bars on a thread of its own while the next rows are read, in the order in which they come. At most
 * {@value #WAITING_MAX} stretches wait, so a slow disk slows the reader instead of filling the memory.
 */
final class StoringThread implements AutoCloseable {

    private static final int WAITING_MAX = 2;
    private static final int LOOK_MILLIS = 200;

    private record Work(SeriesTally tally, BarSeries bars) {}

    /** The last work is the only one without bars. */
    private static final Work LAST = new Work(new SeriesTally(InstrumentId.of("END"), Timeframe.S1), BarSeries.EMPTY);

    private final BarArchive archive;
    private final boolean dryRun;
    private final BlockingQueue<Work> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread thread;

    StoringThread(BarArchive archive, boolean dryRun) {
        this.archive = archive;
        this.dryRun = dryRun;
        thread = Thread.ofPlatform().name("sextant-import-store").daemon(true).start(this::run);
    }

    void store(SeriesTally tally, BarSeries bars) {
        if (!bars.isEmpty()) {
            put(new Work(tally, bars));
        }
    }

    private void put(Work work) {
        try {
            while (!waiting.offer(work, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throwFailure();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the import was interrupted");
        }
        throwFailure();
    }

    private void throwFailure() {
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("bars could not be stored: " + thrown.getMessage(), thrown);
        }
    }

    private void run() {
        try {
            for (Work work = waiting.take(); !work.bars().isEmpty(); work = waiting.take()) {
                storeNow(work);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        } catch (RuntimeException | Error e) {
            failure.set(e);
        }
    }

    private void storeNow(Work work) {
        BarSeries bars = work.bars();
        SeriesTally tally = work.tally();
        BarSeries stored =
                archive.read(tally.instrument(), tally.timeframe(), bars.firstTimeNanos(), bars.lastTimeNanos() + 1);
        if (tally.compare(stored, bars) && !dryRun) {
            archive.append(tally.instrument(), tally.timeframe(), bars);
        }
    }

    /** Waits until all is stored. */
    void finish() {
        put(LAST);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the import was interrupted");
        }
        throwFailure();
    }

    /**
     * Stops after what is being stored right now, and waits for it. The thread is never interrupted: that would close the
     * database's file under it.
     */
    @Override
    public void close() {
        waiting.clear();
        boolean interrupted = false;
        while (thread.isAlive()) {
            // Only this thread puts work there, so behind the clearing there is room.
            if (waiting.isEmpty()) {
                waiting.add(LAST);
            }
            try {
                thread.join(LOOK_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
