package io.sextant.exchange.port;

/** Levels of one side as columns, in the venue's order. The arrays are shared: whoever hands them over stops writing to them. */
public record BookLevels(long[] ticks, long[] lots) {

    public static final BookLevels NONE = new BookLevels(new long[0], new long[0]);

    public BookLevels {
        if (ticks.length != lots.length) {
            throw new IllegalArgumentException(ticks.length + " prices for " + lots.length + " quantities");
        }
    }

    public int size() {
        return ticks.length;
    }
}
