package io.sextant.ui.shell;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;

/**
 * A signal to the chart: go to this series and show {@code [fromNanos, toNanos]} with something around it. The series may be of
 * the archive only, without an instrument in the catalog. The chart listens from when the window opens: it may be hidden when
 * the signal comes.
 */
public record ShowTime(InstrumentId instrument, Timeframe timeframe, long fromNanos, long toNanos) {

    public ShowTime {
        if (toNanos < fromNanos) {
            throw new IllegalArgumentException("from " + fromNanos + " to " + toNanos + " is no stretch of time");
        }
    }
}
