package io.sextant.analytics.indicator;

/**
 * Numbers made from a bar and those before it, never from those after. Fed bars in time order; every output is NaN until enough
 * have come. A column is made by feeding all bars, so columns and streams agree to the last bit.
 */
public interface Indicator {

    /** How many numbers a bar yields. */
    int outputs();

    /** Takes the next bar and writes its numbers into {@code out[0..outputs)}. Allocates nothing. */
    void next(long openTimeNanos, double open, double high, double low, double close, double volume, double[] out);

    /** Another one in the same state that goes its own way, for example to look at a bar that is not finished. */
    Indicator copy();
}
