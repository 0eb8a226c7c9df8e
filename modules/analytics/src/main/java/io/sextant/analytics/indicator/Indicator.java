package io.sextant.analytics.indicator;

import io.sextant.domain.market.BarSeries;

/**
 * Numbers made from a bar and those before it, never from those after. Fed bars in time order; every output is NaN until enough
 * have come. A column holds what feeding all bars would give, to the last bit.
 */
public interface Indicator {

    /** How many numbers a bar yields. */
    int outputs();

    /** Takes the next bar and writes its numbers into {@code out[0..outputs)}. Allocates nothing. */
    void next(long openTimeNanos, double open, double high, double low, double close, double volume, double[] out);

    /** Takes all bars as if they came one by one, and writes one column an output. */
    default void fill(BarSeries bars, double[][] columns) {
        double[] out = new double[columns.length];
        for (int i = 0; i < bars.size(); i++) {
            next(
                    bars.openTimeNanos()[i],
                    bars.open()[i],
                    bars.high()[i],
                    bars.low()[i],
                    bars.close()[i],
                    bars.volume()[i],
                    out);
            for (int c = 0; c < columns.length; c++) {
                columns[c][i] = out[c];
            }
        }
    }

    /** Another one in the same state that goes its own way, for example to look at a bar that is not finished. */
    Indicator copy();
}
