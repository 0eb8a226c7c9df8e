package io.sextant.marketdata.intake;

import io.sextant.domain.dataset.SeriesImport;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;

/** Counts what becomes of one series of a file. Filled by the storing thread, read when that has come to rest. */
final class SeriesTally {

    private final InstrumentId instrument;
    private final Timeframe timeframe;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long bars;
    private long added;
    private long changed;

    SeriesTally(InstrumentId instrument, Timeframe timeframe) {
        this.instrument = instrument;
        this.timeframe = timeframe;
    }

    InstrumentId instrument() {
        return instrument;
    }

    Timeframe timeframe() {
        return timeframe;
    }

    /** Compares new bars with those that are stored in the same time; true when anything is to be stored. */
    boolean compare(BarSeries stored, BarSeries bars) {
        long addedBefore = added;
        long changedBefore = changed;
        int j = 0;
        for (int i = 0; i < bars.size(); i++) {
            long time = bars.openTimeNanos()[i];
            while (j < stored.size() && stored.openTimeNanos()[j] < time) {
                j++;
            }
            if (j == stored.size() || stored.openTimeNanos()[j] != time) {
                added++;
            } else if (!isSame(stored, j, bars, i)) {
                changed++;
            }
        }
        this.bars += bars.size();
        first = Math.min(first, bars.firstTimeNanos());
        last = Math.max(last, bars.lastTimeNanos());
        return added > addedBefore || changed > changedBefore;
    }

    private static boolean isSame(BarSeries a, int i, BarSeries b, int j) {
        return a.open()[i] == b.open()[j]
                && a.high()[i] == b.high()[j]
                && a.low()[i] == b.low()[j]
                && a.close()[i] == b.close()[j]
                && a.volume()[i] == b.volume()[j];
    }

    SeriesImport result() {
        return new SeriesImport(instrument, timeframe, first, last, bars, added, changed);
    }
}
