package io.sextant.analytics.survey;

import java.util.Arrays;

/** What came next: {@code ln(close[t + h] / close[t])}, no number where the bars end. For looking back at a feature, never for making one. */
public final class ForwardReturns {

    private ForwardReturns() {}

    public static double[] of(double[] close, int size, int horizonBars) {
        if (horizonBars < 1) {
            throw new IllegalArgumentException("a horizon is at least one bar, not " + horizonBars);
        }
        double[] returns = new double[size];
        Arrays.fill(returns, Double.NaN);
        for (int i = 0; i + horizonBars < size; i++) {
            double now = close[i];
            double then = close[i + horizonBars];
            if (now > 0 && then > 0) {
                returns[i] = Math.log(then / now);
            }
        }
        return returns;
    }
}
