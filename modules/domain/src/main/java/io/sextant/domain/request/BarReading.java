package io.sextant.domain.request;

import io.sextant.domain.dataset.SessionChoice;

/**
 * How bars are to be read.
 *
 * @param adjusted with splits and dividends taken out of older prices, as far as such a series is stored
 * @param hours when the market is open whose bars are wanted; always for all there are
 */
public record BarReading(boolean adjusted, SessionChoice hours) {

    /** As they traded, around the clock. */
    public static final BarReading PLAIN = new BarReading(false, SessionChoice.ALWAYS);

    public BarReading {
        if (hours == SessionChoice.TOLD_BY_BARS) {
            throw new IllegalArgumentException("bars are read of hours that are named");
        }
    }
}
