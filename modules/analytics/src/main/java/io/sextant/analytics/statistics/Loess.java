package io.sextant.analytics.statistics;

/**
 * Local regression of evenly spaced values with tricube weights (Cleveland 1979), as STL wants it: the {@code width} nearest places count;
 * a width beyond the series widens the reach, so that weights flatten.
 */
final class Loess {

    /** Nearer than this share of the reach the weight is 1, farther than its complement 0. */
    private static final double EDGE = 0.001;

    private final int width;
    private final boolean linear;

    Loess(int width, boolean linear) {
        this.width = width;
        this.linear = linear;
    }

    /** Smooths {@code y[0, n)} at each of its places into {@code out[to...]}. */
    void smooth(double[] y, double[] weights, int n, double[] out, int to) {
        int half = (width + 1) / 2;
        int left = 0;
        int right = Math.min(width, n) - 1;
        for (int i = 0; i < n; i++) {
            if (width < n && i >= half && right < n - 1) {
                left++;
                right++;
            }
            double at = at(y, weights, n, i, left, right);
            out[to + i] = Double.isNaN(at) ? y[i] : at;
        }
    }

    /** The fitted value at {@code x}, a place inside or beside the series; NaN when no place has weight. */
    double at(double[] y, double[] weights, int n, double x, int left, int right) {
        double reach = Math.max(x - left, right - x) + (width > n ? (width - n) / 2 : 0);
        double total = 0;
        double centre = 0;
        for (int j = left; j <= right; j++) {
            double w = weight(Math.abs(j - x), reach) * weights[j];
            total += w;
            centre += w * j;
        }
        if (!(total > 0)) {
            return Double.NaN;
        }
        centre /= total;
        double spread = 0;
        if (linear) {
            for (int j = left; j <= right; j++) {
                double w = weight(Math.abs(j - x), reach) * weights[j] / total;
                spread += w * (j - centre) * (j - centre);
            }
        }
        double slope = Math.sqrt(spread) > EDGE * (n - 1) ? (x - centre) / spread : 0;
        double fitted = 0;
        for (int j = left; j <= right; j++) {
            double w = weight(Math.abs(j - x), reach) * weights[j] / total;
            fitted += w * (1 + slope * (j - centre)) * y[j];
        }
        return fitted;
    }

    private static double weight(double distance, double reach) {
        if (distance > (1 - EDGE) * reach) {
            return reach == 0 ? 1 : 0;
        }
        if (distance <= EDGE * reach) {
            return 1;
        }
        double share = distance / reach;
        double rest = 1 - share * share * share;
        return rest * rest * rest;
    }
}
