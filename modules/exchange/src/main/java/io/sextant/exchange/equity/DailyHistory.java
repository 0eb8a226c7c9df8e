package io.sextant.exchange.equity;

import io.sextant.domain.market.BarSeries;
import io.sextant.exchange.port.VenueException;

/** Daily bars of shares and indices, by the service's own symbol. Waits for the answer. */
public interface DailyHistory {

    /** For people. */
    String name();

    /** Raw prices, not adjusted for splits and dividends, of days that open in {@code [fromNanos, toNanos)}, labelled by UTC midnight. */
    BarSeries days(String symbol, long fromNanos, long toNanos) throws VenueException;
}
