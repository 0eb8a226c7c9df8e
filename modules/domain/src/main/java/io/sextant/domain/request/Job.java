package io.sextant.domain.request;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;

/** Long work with a result of type {@code R}. A job is a value: it says all that decides its result. */
public sealed interface Job<R> {

    /** Bars of a simulated past, from the same regimes as the live simulation. */
    record SimulateHistory(long seed, InstrumentId instrument, Timeframe timeframe, long fromNanos, int days)
            implements Job<BarSeries> {
        public SimulateHistory {
            if (days <= 0) {
                throw new IllegalArgumentException("a history has at least one day, not " + days);
            }
        }
    }

    /** Makes the tables anew from the journal; the result is the number of facts read. */
    record RebuildTables() implements Job<Long> {}
}
