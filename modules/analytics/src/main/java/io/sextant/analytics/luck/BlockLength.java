package io.sextant.analytics.luck;

import io.sextant.analytics.statistics.Autocorrelation;

/**
 * How long the blocks of a stationary bootstrap are best on average (Politis and White 2004, with the correction of Patton, Politis and
 * White 2009).
 */
public final class BlockLength {

    private static final int PERIODS_MIN = 20;
    private static final double SIGNIFICANT = 1.959963984540054;

    private BlockLength() {}

    /** 1 at least; also 1 where nothing moves or there are too few numbers to tell. */
    public static double of(double[] values) {
        int n = values.length;
        if (n < PERIODS_MIN || SharpeEvidence.sharpe(centredAtOne(values)) == 0) {
            return 1;
        }
        int insignificant = Math.max(5, (int) Math.ceil(Math.sqrt(Math.log10(n))));
        int lagMax = Math.min(n - 2, (int) Math.ceil(Math.sqrt(n)) + insignificant);
        double[] r = Autocorrelation.of(values, lagMax);
        int lags = Math.min(2 * lastSignificant(r, insignificant, SIGNIFICANT * Math.sqrt(Math.log10(n) / n)), lagMax);
        double slope = 0;
        double spectrum = 1;
        for (int k = 1; k <= lags; k++) {
            double weight = Math.min(1, 2 * (1 - (double) k / lags));
            slope += 2 * weight * k * r[k];
            spectrum += 2 * weight * r[k];
        }
        double length = Math.cbrt(slope * slope / (spectrum * spectrum) * n);
        double longest = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3.0));
        return Double.isFinite(length) ? Math.max(1, Math.min(length, longest)) : longest;
    }

    /** The last lag before so many in a row that are as good as nought; the largest significant one where there is no such row. */
    private static int lastSignificant(double[] r, int row, double limit) {
        int quiet = 0;
        int last = 0;
        for (int k = 1; k < r.length; k++) {
            if (Math.abs(r[k]) > limit) {
                last = k;
                quiet = 0;
            } else if (++quiet == row) {
                // One lag at least, as a spectrum of no lag would say that nothing remembers.
                return Math.max(1, k - row);
            }
        }
        return Math.max(1, last);
    }

    /** So that a mean near nought is no sign of standing still. */
    private static double[] centredAtOne(double[] values) {
        double mean = 0;
        double largest = 0;
        for (double each : values) {
            mean += each / values.length;
            largest = Math.max(largest, Math.abs(each));
        }
        double[] moved = new double[values.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = values[i] - mean + largest;
        }
        return moved;
    }
}
