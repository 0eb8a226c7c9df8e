package io.sextant.domain.regime;

/**
 * What was told of each bar by what was known at its close.
 *
 * @param timesNanos when each bar ends
 * @param closes of the bars
 * @param chances by state and bar
 * @param told the state at each bar
 */
public record RegimePath(long[] timesNanos, double[] closes, double[][] chances, int[] told) {

    public int size() {
        return timesNanos.length;
    }
}
