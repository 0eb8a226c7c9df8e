package io.sextant.analytics.preparation;

import io.sextant.analytics.statistics.AugmentedDickeyFuller;
import io.sextant.analytics.statistics.Deterministic;
import java.util.Arrays;

/**
 * Differencing by a part of one: enough for a series to return to a level, and no more, so that it keeps what memory it can. The
 * weights of (1 - L)^d are w_0 = 1, w_k = -w_{k-1} (d - k + 1) / k (Hosking 1981); those below {@code smallest} are left out, and all
 * rows use the same number of them (Lopez de Prado 2018, the fixed-width window).
 */
public final class FractionalDifference {

    private static final int MOST_WEIGHTS = 10_000;

    private final double order;
    private final double[] weights;

    private FractionalDifference(double order, double[] weights) {
        this.order = order;
        this.weights = weights;
    }

    /** @throws IllegalArgumentException when {@code order} is not from 0 to 2 or {@code smallest} not above 0 */
    public static FractionalDifference of(double order, double smallest) {
        if (!(order >= 0 && order <= 2) || !(smallest > 0)) {
            throw new IllegalArgumentException("an order is from 0 to 2 and the smallest weight above 0");
        }
        double[] weights = new double[MOST_WEIGHTS];
        weights[0] = 1;
        int count = 1;
        while (count < MOST_WEIGHTS) {
            double next = -weights[count - 1] * (order - count + 1) / count;
            if (Math.abs(next) < smallest) {
                break;
            }
            weights[count++] = next;
        }
        return new FractionalDifference(order, Arrays.copyOf(weights, count));
    }

    /**
     * The least order in steps of {@code step} whose training part a Dickey-Fuller test with one lag and a constant takes for
     * returning, at the five percent level. One whole difference where none below is enough.
     */
    public static FractionalDifference leastStationary(
            double[] column, int from, int to, double step, double smallest) {
        double[] training = Arrays.copyOfRange(column, from, to);
        for (int k = 0; k * step < 1; k++) {
            FractionalDifference one = of(k * step, smallest);
            double[] differenced = one.apply(training);
            double[] known =
                    Arrays.copyOfRange(differenced, Math.min(one.warmUpRows(), training.length), training.length);
            if (known.length > 20
                    && AugmentedDickeyFuller.test(known, 1, Deterministic.CONSTANT)
                                    .pValue()
                            < 0.05) {
                return one;
            }
        }
        return of(1, smallest);
    }

    public double order() {
        return order;
    }

    /** How many rows at the beginning have no number. */
    public int warmUpRows() {
        return weights.length - 1;
    }

    /** A new column; NaN during the warm-up and where a number in the window is missing. */
    public double[] apply(double[] column) {
        double[] made = new double[column.length];
        Arrays.fill(made, 0, Math.min(warmUpRows(), made.length), Double.NaN);
        for (int i = warmUpRows(); i < made.length; i++) {
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k] * column[i - k];
            }
            made[i] = sum;
        }
        return made;
    }
}
