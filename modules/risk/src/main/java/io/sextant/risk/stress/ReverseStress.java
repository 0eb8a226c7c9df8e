package io.sextant.risk.stress;

import io.sextant.analytics.distribution.Normal;

/**
 * What would lose so much. Of all joint moves that do, the likeliest under a joint normal law around zero has the smallest Mahalanobis
 * distance; it is proportional to the covariance of each asset with the portfolio: m = -loss S w / (w'S w) (Breuer and others 2009).
 *
 * @param moves of each asset in that case, as fractions
 * @param deviations how many of the portfolio's deviations the loss is
 * @param chance of a loss at least as large in one horizon, under that law
 * @param alone how far each asset would have to move by itself; NaN where it is not held
 */
public record ReverseStress(double[] moves, double deviations, double chance, double[] alone) {

    /** @param loss as a fraction of the value, above zero */
    public static ReverseStress of(double[] weights, double[][] covariance, double loss) {
        int n = weights.length;
        double[] with = new double[n];
        double variance = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                with[i] += covariance[i][j] * weights[j];
            }
            variance += with[i] * weights[i];
        }
        double[] moves = new double[n];
        double[] alone = new double[n];
        for (int i = 0; i < n; i++) {
            moves[i] = variance > 0 ? -loss * with[i] / variance : Double.NaN;
            alone[i] = weights[i] == 0 ? Double.NaN : -loss / weights[i];
        }
        double deviations = variance > 0 ? loss / Math.sqrt(variance) : Double.POSITIVE_INFINITY;
        return new ReverseStress(moves, deviations, Normal.cumulative(-deviations), alone);
    }
}
