package io.sextant.analytics.preparation;

/** Draws values beyond quantiles of the training part back to them, so that a few days do not teach a model everything. */
public record Winsoriser(double low, double high) {

    /**
     * @param tail the share of the training values that is drawn back on each side, below a half
     * @throws IllegalArgumentException when no value is there
     */
    public static Winsoriser fit(double tail, double[] column, int from, int to) {
        if (!(tail >= 0 && tail < 0.5)) {
            throw new IllegalArgumentException("a tail is a share from 0 to below a half, not " + tail);
        }
        double[] known = Quantiles.sorted(column, from, to);
        return new Winsoriser(Quantiles.at(known, tail), Quantiles.at(known, 1 - tail));
    }

    /** What is missing stays missing. */
    public double limit(double value) {
        return Double.isNaN(value) ? value : Math.clamp(value, low, high);
    }

    public double[] limit(double[] column) {
        double[] limited = new double[column.length];
        for (int i = 0; i < limited.length; i++) {
            limited[i] = limit(column[i]);
        }
        return limited;
    }
}
