package io.sextant.domain.hosting;

/** A strategy's equity from its start on, thinned as it grows longer; both arrays are equally long and are not to be changed. */
public record EquityLine(long[] timesNanos, double[] equity) {

    public static final EquityLine EMPTY = new EquityLine(new long[0], new double[0]);

    public EquityLine {
        if (timesNanos.length != equity.length) {
            throw new IllegalArgumentException(timesNanos.length + " times of " + equity.length + " values");
        }
    }
}
