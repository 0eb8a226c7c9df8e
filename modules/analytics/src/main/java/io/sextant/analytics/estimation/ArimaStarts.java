package io.sextant.analytics.estimation;

import io.sextant.analytics.linear.LeastSquares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where climbs of an ARIMA likelihood begin. It has several tops, many of them where an autoregressive root and one of the moving average
 * nearly cancel each other, so besides zero and Hannan and Rissanen's regressions (1982) there are pairs of such roots at frequencies
 * all over, and points spread evenly over what is stationary and invertible (Halton 1960). The same order has the same starts.
 */
final class ArimaStarts {

    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};
    private static final int SPREAD_PER_TERM = 40;
    private static final int SPREAD_MAX = 160;
    private static final int ANGLES = 96;
    private static final double[][] NEAR = {{0.97, 0.9}, {0.9, 0.97}, {0.85, 0.6}, {0.6, 0.85}};

    private static final double[][] NEAR_WAVES = {{0.97, 0.9}, {0.9, 0.97}, {0.985, 1}, {0.96, 0.99}, {0.7, 0.9}};

    private final ArimaOrder order;
    private final int terms;

    ArimaStarts(ArimaOrder order) {
        this.order = order;
        terms = order.terms();
    }

    List<double[]> all(double[] values, ToDoubleFunction<double[]> likelihood) {
        List<double[]> starts = some(values);
        starts.addAll(waves(likelihood));
        int spread = Math.min(SPREAD_MAX, SPREAD_PER_TERM * terms);
        for (int i = 1; i <= spread; i++) {
            starts.add(spread(i));
        }
        return starts;
    }

    /** The few, and real roots that nearly cancel. */
    List<double[]> some(double[] values) {
        List<double[]> starts = few(values);
        starts.addAll(cancelling());
        return starts;
    }

    /** Zero, and what two regressions say. */
    List<double[]> few(double[] values) {
        List<double[]> starts = new ArrayList<>();
        starts.add(new double[terms]);
        double[] regression = hannanRissanen(values);
        if (regression.length == terms) {
            starts.add(regression);
        }
        return starts;
    }

    private double[] spread(int index) {
        double[] x = new double[terms];
        for (int i = 0; i < terms; i++) {
            x[i] = 1.9 * halton(index, PRIMES[i % PRIMES.length]) - 0.95;
        }
        int p = order.p();
        int q = order.q();
        double[] scratch = new double[terms];
        ArmaPolynomials.fromPartial(x, 0, p, scratch);
        ArmaPolynomials.fromPartial(x, p, q, scratch);
        ArmaPolynomials.fromPartial(x, p + q, order.seasonalP(), scratch);
        ArmaPolynomials.fromPartial(x, p + q + order.seasonalP(), order.seasonalQ(), scratch);
        return x;
    }

    private static double halton(int index, int base) {
        double share = 1;
        double sum = 0;
        for (int left = index; left > 0; left /= base) {
            share /= base;
            sum += share * (left % base);
        }
        return sum;
    }

    private List<double[]> cancelling() {
        List<double[]> starts = new ArrayList<>();
        int p = order.p();
        int q = order.q();
        if (p >= 1 && q >= 1) {
            for (double[] near : NEAR) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double[] x = new double[terms];
                    x[0] = sign * near[0];
                    x[p] = -sign * near[1];
                    starts.add(x);
                }
            }
        }
        int seasonalP = order.seasonalP();
        if (seasonalP >= 1 && order.seasonalQ() >= 1) {
            for (double[] near : NEAR) {
                double[] x = new double[terms];
                x[p + q] = near[0];
                x[p + q + seasonalP] = -near[1];
                starts.add(x);
            }
        }
        return starts;
    }

    /** Pairs of complex roots that nearly cancel, at those frequencies at which they do better than at the ones beside them. */
    private List<double[]> waves(ToDoubleFunction<double[]> likelihood) {
        List<double[]> starts = new ArrayList<>();
        int p = order.p();
        int q = order.q();
        if (p < 2 || q < 2) {
            return starts;
        }
        for (double[] near : NEAR_WAVES) {
            double[] heights = new double[ANGLES + 1];
            Arrays.fill(heights, Double.NEGATIVE_INFINITY);
            for (int k = 1; k < ANGLES; k++) {
                heights[k] = likelihood.applyAsDouble(wave(near, k));
            }
            for (int k = 1; k < ANGLES; k++) {
                if (heights[k] >= heights[k - 1] && heights[k] > heights[k + 1]) {
                    starts.add(wave(near, k));
                }
            }
        }
        return starts;
    }

    private double[] wave(double[] near, int k) {
        double[] x = new double[terms];
        double turn = 2 * Math.cos(Math.PI * k / ANGLES);
        x[0] = near[0] * turn;
        x[1] = -near[0] * near[0];
        x[order.p()] = -near[1] * turn;
        x[order.p() + 1] = near[1] * near[1];
        return x;
    }

    /** Surprises of a long autoregression stand in for those of the process; empty where a regression has no answer. */
    private double[] hannanRissanen(double[] values) {
        int reach = Math.max(order.arLags(), order.maLags());
        int n = values.length;
        int longLags = Math.min(n / 4, Math.max(reach, (int) Math.round(Math.sqrt(Math.min(n, 900)))) + 2);
        int first = longLags + reach;
        if (terms == 0 || n - first < 2 * terms + 10) {
            return new double[0];
        }
        double mean = order.constant() ? Arrays.stream(values).average().orElse(0) : 0;
        double[] w = Arrays.stream(values).map(each -> each - mean).toArray();
        try {
            double[] e = order.maLags() > 0 ? longResiduals(w, longLags) : new double[n];
            double[][] columns = new double[terms][];
            int p = order.p();
            int q = order.q();
            for (int i = 0; i < p; i++) {
                columns[i] = lagged(w, first, i + 1);
            }
            for (int i = 0; i < q; i++) {
                columns[p + i] = lagged(e, first, i + 1);
            }
            for (int i = 0; i < order.seasonalP(); i++) {
                columns[p + q + i] = lagged(w, first, (i + 1) * order.period());
            }
            for (int i = 0; i < order.seasonalQ(); i++) {
                columns[p + q + order.seasonalP() + i] = lagged(e, first, (i + 1) * order.period());
            }
            return inside(LeastSquares.fit(lagged(w, first, 0), columns).coefficients());
        } catch (IllegalArgumentException undetermined) {
            return new double[0];
        }
    }

    private static double[] longResiduals(double[] w, int lags) {
        double[][] columns = new double[lags][];
        for (int i = 0; i < lags; i++) {
            columns[i] = lagged(w, lags, i + 1);
        }
        double[] residuals = LeastSquares.fit(lagged(w, lags, 0), columns).residuals();
        double[] e = new double[w.length];
        System.arraycopy(residuals, 0, e, lags, residuals.length);
        return e;
    }

    private static double[] lagged(double[] values, int first, int lag) {
        return Arrays.copyOfRange(values, first - lag, values.length - lag);
    }

    /** Roots drawn outwards until the process is stationary and invertible. */
    private double[] inside(double[] x) {
        int p = order.p();
        int q = order.q();
        shrink(x, 0, p, -1);
        shrink(x, p, q, 1);
        shrink(x, p + q, order.seasonalP(), -1);
        shrink(x, p + q + order.seasonalP(), order.seasonalQ(), 1);
        return x;
    }

    private static void shrink(double[] x, int from, int count, int sign) {
        double[] scratch = new double[count];
        double[] tried = new double[count];
        for (int step = 0; step < 200; step++) {
            for (int i = 0; i < count; i++) {
                tried[i] = -sign * x[from + i];
            }
            boolean stationary = ArmaPolynomials.toPartial(tried, 0, count, scratch);
            for (int i = 0; stationary && i < count; i++) {
                stationary = Math.abs(tried[i]) < 0.99;
            }
            if (stationary) {
                return;
            }
            double share = 1;
            for (int i = 0; i < count; i++) {
                share *= 0.97;
                x[from + i] *= share;
            }
        }
    }
}
