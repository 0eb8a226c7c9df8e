package io.sextant.analytics.estimation;

/** Plain and seasonal differences of a series. */
final class Differences {

    private Differences() {}

    static double[] of(double[] values, ArimaOrder order) {
        double[] left = values;
        for (int i = 0; i < order.d(); i++) {
            left = once(left, 1);
        }
        for (int i = 0; i < order.seasonalD(); i++) {
            left = once(left, order.period());
        }
        return left;
    }

    static double[] once(double[] values, int lag) {
        double[] left = new double[Math.max(0, values.length - lag)];
        for (int i = 0; i < left.length; i++) {
            left[i] = values[i + lag] - values[i];
        }
        return left;
    }
}
