package io.sextant.engine;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.engine.core.CompletedBars;
import io.sextant.marketdata.BarArchive;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Puts completed bars into the archive on a thread of its own. Recovery makes again what a crash kept from it, but only from
 * the newest snapshot on, so a snapshot waits for the bars before it: {@link #whenKept()}. Until {@link #begin()} nothing is
 * written, because a replay may turn out to be wrong.
 */
final class ArchiveWriter implements CompletedBars.Sink, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ArchiveWriter.class.getName());

    /** Handfuls that wait for an archive in trouble; beyond that bars are left to the next recovery. */
    private static final int MOST_WAITING = 1_024;

    private final BarArchive archive;
    private final List<Handful> held = new ArrayList<>();
    private final ArrayDeque<Handful> waiting = new ArrayDeque<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sextant-bars").daemon(true).factory());
    private boolean begun;
    private boolean dropped;

    private record Handful(InstrumentId instrument, Timeframe timeframe, BarSeries bars) {}

    ArchiveWriter(BarArchive archive) {
        this.archive = archive;
    }

    /** From now on bars are written, first those held so far. Before the loop starts. */
    void begin() {
        begun = true;
        held.forEach(this::hand);
        held.clear();
    }

    @Override
    public void write(InstrumentId instrument, Timeframe timeframe, BarSeries bars) {
        Handful handful = new Handful(instrument, timeframe, bars);
        if (begun) {
            hand(handful);
        } else {
            held.add(handful);
        }
    }

    @Override
    public CompletableFuture<Boolean> whenKept() {
        return CompletableFuture.supplyAsync(
                () -> {
                    writeWaiting();
                    return waiting.isEmpty() && !dropped;
                },
                writer);
    }

    /** Waits until everything handed over is written, or was tried. */
    @Override
    public void close() {
        writer.close();
    }

    private void hand(Handful handful) {
        writer.execute(() -> {
            waiting.add(handful);
            if (waiting.size() > MOST_WAITING) {
                waiting.remove();
                dropped = true;
            }
            writeWaiting();
        });
    }

    private void writeWaiting() {
        for (Handful next = waiting.peek(); next != null; next = waiting.peek()) {
            try {
                archive.appendMade(next.instrument(), next.timeframe(), next.bars());
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "bars of " + next.instrument() + " could not be archived yet", e);
                return;
            }
            waiting.remove();
        }
    }
}
