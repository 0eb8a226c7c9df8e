package io.sextant.analytics.estimation;

import java.util.Arrays;

/**
 * A fitted ARIMA process that walks along a series: what it expects next and how far off that may be. The same recursion as
 * {@link ArmaLikelihood}, one value at a time. Allocates nothing when it walks.
 */
public final class ArimaFilter {

    /** After so many steps ahead gains are taken as they are then: what they would still move is far below any digit. */
    private static final int MOVING_STEPS = 200;

    private final ArimaOrder order;
    private final double[] ar;
    private final double mean;
    private final double sigma2;
    private final double[] differencing;
    private final int states;
    /** The newest values, the last one first, as many as differencing looks back. */
    private final double[] recent;

    private final double[] state;
    private final double[] gain;
    private final double[] change;
    private double variance;
    private int seen;

    private ArimaFilter(ArimaOrder order, double[] coefficients, double sigma2) {
        this.order = order;
        this.sigma2 = sigma2;
        ar = new double[order.arLags()];
        double[] ma = new double[order.maLags()];
        int p = order.p();
        int q = order.q();
        ArmaPolynomials.multiply(coefficients, 0, p, p + q, order.seasonalP(), order.period(), -1, ar);
        ArmaPolynomials.multiply(
                coefficients, p, q, p + q + order.seasonalP(), order.seasonalQ(), order.period(), 1, ma);
        mean = order.constant() ? coefficients[order.terms()] * order.regressor() : 0;
        differencing = order.differencing();
        recent = new double[differencing.length - 1];
        ArmaStart start = new ArmaStart(ar.length, ma.length);
        if (!start.of(ar, ma)) {
            throw new IllegalArgumentException("the autoregression is not stationary");
        }
        states = start.gain.length;
        state = new double[states + 1];
        gain = start.gain.clone();
        change = Arrays.copyOf(start.gain, states + 1);
        variance = start.variance;
    }

    /** Before the first value. */
    public static ArimaFilter before(ArimaOrder order, double[] coefficients, double sigma2) {
        return new ArimaFilter(order, coefficients, sigma2);
    }

    /** As {@link #state} told. */
    public static ArimaFilter of(ArimaOrder order, double[] coefficients, double sigma2, double[] saved) {
        ArimaFilter filter = new ArimaFilter(order, coefficients, sigma2);
        int size = filter.states;
        int reach = filter.recent.length;
        if (saved.length != 2 + reach + 3 * size + 2) {
            throw new IllegalArgumentException("a state of " + saved.length + " numbers is not one of " + order);
        }
        filter.variance = saved[0];
        filter.seen = (int) saved[1];
        System.arraycopy(saved, 2, filter.recent, 0, reach);
        System.arraycopy(saved, 2 + reach, filter.state, 0, size + 1);
        System.arraycopy(saved, 3 + reach + size, filter.change, 0, size + 1);
        System.arraycopy(saved, 4 + reach + 2 * size, filter.gain, 0, size);
        return filter;
    }

    /** All that moves, to go on from later. */
    public double[] state() {
        double[] saved = new double[2 + recent.length + 3 * states + 2];
        saved[0] = variance;
        saved[1] = seen;
        System.arraycopy(recent, 0, saved, 2, recent.length);
        System.arraycopy(state, 0, saved, 2 + recent.length, states + 1);
        System.arraycopy(change, 0, saved, 3 + recent.length + states, states + 1);
        System.arraycopy(gain, 0, saved, 4 + recent.length + 2 * states, states);
        return saved;
    }

    /** Takes in the next value and tells how far it lay from what was expected, NaN while differences still fill. */
    public double observe(double value) {
        double surprise = Double.NaN;
        if (seen >= recent.length) {
            double differenced = value;
            for (int k = 0; k < recent.length; k++) {
                differenced += differencing[k + 1] * recent[k];
            }
            surprise = differenced - mean - state[0];
            step(surprise);
        }
        if (recent.length > 0) {
            System.arraycopy(recent, 0, recent, 1, recent.length - 1);
            recent[0] = value;
        }
        seen = Math.min(seen + 1, Integer.MAX_VALUE - 1);
        return surprise;
    }

    /** The variance of the next surprise. */
    public double nextVariance() {
        return variance * sigma2;
    }

    private void step(double surprise) {
        double predicted = state[0];
        double inverse = 1 / variance;
        double head = change[0];
        double share = head * inverse;
        for (int i = 0; i < states; i++) {
            double lag = i < ar.length ? ar[i] : 0;
            double held = gain[i];
            double moved = lag * head + change[i + 1];
            state[i] = lag * predicted + state[i + 1] + held * inverse * surprise;
            change[i] = moved - held * share;
            gain[i] = held - moved * share;
        }
        variance -= head * share;
    }

    /** What is expected 1, 2, ... steps ahead. */
    public double[] mean(int steps) {
        double[] means = new double[steps];
        double[] ahead = state.clone();
        double[] last = recent.clone();
        for (int h = 0; h < steps; h++) {
            double next = mean + ahead[0];
            for (int k = 0; k < last.length; k++) {
                next -= differencing[k + 1] * last[k];
            }
            turn(ahead);
            if (last.length > 0) {
                System.arraycopy(last, 0, last, 1, last.length - 1);
                last[0] = next;
            }
            means[h] = next;
        }
        return means;
    }

    /** The standard deviation of what comes around it, the parameters taken as known. */
    public double[] deviation(int steps) {
        ArimaFilter ahead = copy();
        double[] variances = new double[steps];
        double[] path = new double[steps];
        double[] pushed = new double[states + 1];
        boolean settled = false;
        for (int j = 0; j < steps; j++) {
            if (!settled) {
                ahead.push(pushed, path, steps - j);
            }
            for (int h = j; h < steps; h++) {
                double weight = path[h - j];
                variances[h] += weight * weight * ahead.variance;
            }
            if (!settled) {
                ahead.step(0);
                settled = j + 1 >= MOVING_STEPS || largest(ahead.change) < 1e-12;
            }
        }
        double[] deviations = new double[steps];
        Arrays.setAll(deviations, h -> Math.sqrt(sigma2 * variances[h]));
        return deviations;
    }

    /** How the next surprise moves the values from then on, after differences are summed up again. */
    private void push(double[] pushed, double[] path, int steps) {
        Arrays.fill(pushed, 0);
        for (int i = 0; i < states; i++) {
            pushed[i] = gain[i] / variance;
        }
        for (int h = 0; h < steps; h++) {
            double sum = 1;
            if (h > 0) {
                sum = pushed[0];
                turn(pushed);
            }
            for (int k = 1; k < differencing.length && k <= h; k++) {
                sum -= differencing[k] * path[h - k];
            }
            path[h] = sum;
        }
    }

    private void turn(double[] ahead) {
        double head = ahead[0];
        for (int i = 0; i < states; i++) {
            ahead[i] = (i < ar.length ? ar[i] * head : 0) + ahead[i + 1];
        }
    }

    private ArimaFilter copy() {
        return new ArimaFilter(this);
    }

    private ArimaFilter(ArimaFilter other) {
        order = other.order;
        ar = other.ar;
        mean = other.mean;
        sigma2 = other.sigma2;
        differencing = other.differencing;
        states = other.states;
        recent = other.recent.clone();
        state = other.state.clone();
        gain = other.gain.clone();
        change = other.change.clone();
        variance = other.variance;
        seen = other.seen;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double each : values) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }
}
