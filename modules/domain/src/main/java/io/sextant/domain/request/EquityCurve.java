package io.sextant.domain.request;

import java.util.Arrays;

/** Worth of the desk over time as columns, in the reporting currency. */
public record EquityCurve(long[] timeNanos, double[] equity) {

    public EquityCurve {
        if (timeNanos.length != equity.length) {
            throw new IllegalArgumentException("columns of different length");
        }
    }

    public int size() {
        return timeNanos.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EquityCurve that
                && Arrays.equals(timeNanos, that.timeNanos)
                && Arrays.equals(equity, that.equity);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(timeNanos);
    }

    @Override
    public String toString() {
        return timeNanos.length + " points";
    }
}
