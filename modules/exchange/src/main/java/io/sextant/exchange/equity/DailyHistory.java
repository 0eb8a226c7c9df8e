package io.sextant.exchange.equity;

import io.sextant.exchange.port.VenueException;

/** Daily bars of shares and indices, by the service's own symbol. Waits for the answer. */
public interface DailyHistory {

    /** For people. */
    String name();

    /** Days that open in {@code [fromNanos, toNanos)}, labelled by UTC midnight. */
    DailyPrices days(String symbol, long fromNanos, long toNanos) throws VenueException;

    /** Whether dividends come with the days. */
    default boolean hasDividends() {
        return false;
    }
}
