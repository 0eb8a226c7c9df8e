package io.sextant.exchange.port;

/**
 * What updates {@code first} to {@code last} left of the levels that they changed; zero lots for one that is gone.
 * {@code checksum} is what the venue says the book's checksum is afterwards.
 */
public record BookDelta(long first, long last, long timeNanos, BookLevels bids, BookLevels asks, long checksum) {

    public static final long NO_CHECKSUM = -1;
}
