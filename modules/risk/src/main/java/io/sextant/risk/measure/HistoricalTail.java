package io.sextant.risk.measure;

import io.sextant.domain.risk.TailRisk;
import java.util.Arrays;

/**
 * Historical simulation. The value at risk is the quantile of past outcomes, interpolated between the two nearest (Hyndman and Fan's
 * type 7, the one of R and NumPy); the expected shortfall is the mean of the outcomes at or below it.
 */
public final class HistoricalTail {

    private HistoricalTail() {}

    public static TailRisk of(double[] outcomes, double confidence) {
        double[] sorted = outcomes.clone();
        Arrays.sort(sorted);
        double quantile = quantile(sorted, 1 - confidence);
        double sum = 0;
        int count = 0;
        while (count < sorted.length && sorted[count] <= quantile) {
            sum += sorted[count++];
        }
        return new TailRisk(0 - quantile, 0 - sum / count);
    }

    static double quantile(double[] sorted, double probability) {
        if (sorted.length == 0 || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("no quantile " + probability + " of " + sorted.length + " outcomes");
        }
        double at = (sorted.length - 1) * probability;
        // 1 - 0.9 misses 0.1 by its last bits; a place meant to be whole is, or the mean below would lose an outcome.
        double whole = Math.rint(at);
        if (Math.abs(at - whole) < 1e-9) {
            at = whole;
        }
        int below = (int) at;
        if (below + 1 >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        return sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
    }
}
