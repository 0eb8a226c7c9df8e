package io.sextant.engine.core;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.BarArchive;
import io.sextant.marketdata.bar.BarAggregator;

/** Fills the aggregator with the past, so that the bar that was open when the session began is whole. */
final class BarSeeding {

    private static final System.Logger LOG = System.getLogger(BarSeeding.class.getName());

    /** Enough for the open month and for the first screen of days and weeks. */
    private static final int HOURS = 4_096;

    /** Enough for the open hour and the sparklines. */
    private static final int MINUTES = 256;

    private BarSeeding() {}

    static void seed(InstrumentCatalog instruments, BarAggregator bars, BarArchive archive, long startNanos) {
        for (int index = 0; index < instruments.size(); index++) {
            InstrumentId instrument = instruments.get(index).id();
            bars.seed(
                    index,
                    readable(archive, instrument, Timeframe.H1, startNanos, HOURS),
                    readable(archive, instrument, Timeframe.M1, startNanos, MINUTES),
                    startNanos);
        }
    }

    /** Bars are only looked at: a desk whose archive cannot be read opens without its past and says so. */
    private static BarSeries readable(
            BarArchive archive, InstrumentId instrument, Timeframe timeframe, long beforeNanos, int limit) {
        try {
            return archive.readBefore(instrument, timeframe, beforeNanos, limit);
        } catch (RuntimeException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "the stored bars of " + instrument + " are left out", unreadable);
            return BarSeries.EMPTY;
        }
    }
}
