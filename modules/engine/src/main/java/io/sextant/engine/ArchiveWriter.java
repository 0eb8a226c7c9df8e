package io.sextant.engine;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.engine.core.CompletedBars;
import io.sextant.marketdata.BarArchive;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts completed bars into the archive on a thread of its own. What is lost in a crash is made again by recovery. */
final class ArchiveWriter implements CompletedBars.Sink, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ArchiveWriter.class.getName());

    private final BarArchive archive;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sextant-bars").daemon(true).factory());

    ArchiveWriter(BarArchive archive) {
        this.archive = archive;
    }

    @Override
    public void write(InstrumentId instrument, Timeframe timeframe, BarSeries bars) {
        writer.execute(() -> {
            try {
                archive.append(instrument, timeframe, bars);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "bars of " + instrument + " could not be archived", e);
            }
        });
    }

    /** Waits until everything handed over is written. */
    @Override
    public void close() {
        writer.close();
    }
}
