package io.sextant.exchange.port;

/**
 * How a venue tells its market. {@code mostLevels} is how deep its updates reach from the best price, zero for the whole book;
 * {@code streams} is false where only requests are possible.
 */
public record VenueTraits(
        String name, Books books, BookChecksum checksum, int mostLevels, boolean streams, RequestBudget budget) {

    /** Where a whole book comes from. */
    public enum Books {
        /** Asked for beside the stream; updates and book are fitted together by their numbers. */
        REQUESTED,
        /** The stream begins with it. */
        STREAMED
    }
}
