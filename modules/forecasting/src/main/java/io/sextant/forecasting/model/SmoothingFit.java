package io.sextant.forecasting.model;

import io.sextant.analytics.estimation.SimplexSearch;
import io.sextant.analytics.linear.HouseholderQr;
import java.util.Arrays;

/**
 * The weights under which exponential smoothing errs least. Errors are linear in the initial state, so that it follows from the weights by
 * least squares and only these are searched for (Nelder and Mead from several starts), within 0 < beta < alpha < 1, gamma < 1 - alpha and
 * phi from 0.8 to 0.98, as R's ets has it.
 */
record SmoothingFit(
        SmoothingForm form, SmoothingState.Weights weights, double[] initial, double squares, double aicc, int period) {

    private static final int EVALUATIONS_MAX = 250;
    /** Of forms with a season, each evaluation of which solves for all its places. */
    private static final int SEASONAL_EVALUATIONS_MAX = 100;

    private static final double LEAST = 1e-4;
    private static final double PHI_MIN = 0.8;
    private static final double PHI_MAX = 0.98;
    private static final double[] ALPHAS = {0.1, 0.5, 0.9};
    private static final double[] SEASONAL_ALPHAS = {0.4};

    /** @param period places in a season, for the forms that have one */
    static SmoothingFit of(SmoothingForm form, double[] values, int period) {
        int n = form.weights();
        double[] steps = new double[n];
        Arrays.fill(steps, 0.5);
        double least = Double.POSITIVE_INFINITY;
        double[] best = new double[n];
        int evaluations = form.isSeasonal() ? SEASONAL_EVALUATIONS_MAX : EVALUATIONS_MAX;
        for (double alpha : form.isSeasonal() ? SEASONAL_ALPHAS : ALPHAS) {
            double[] start = new double[n];
            start[0] = logit(alpha);
            if (form.hasTrend()) {
                start[1] = logit(0.1);
            }
            double[] found = new SimplexSearch(x -> squares(form, weights(form, x), values, period), evaluations)
                    .lowest(start, steps);
            double squares = squares(form, weights(form, found), values, period);
            if (squares < least) {
                least = squares;
                best = found;
            }
        }
        SmoothingState.Weights weights = weights(form, best);
        double[] initial = new double[form.initial(period)];
        double squares = profile(form, weights, values, period, initial);
        int parameters = form.weights() + initial.length + 1;
        int size = values.length;
        double aic = size * Math.log(squares) + 2.0 * parameters;
        double aicc = size > parameters + 1
                ? aic + 2.0 * parameters * (parameters + 1) / (size - parameters - 1)
                : Double.POSITIVE_INFINITY;
        return new SmoothingFit(form, weights, initial, squares, aicc, period);
    }

    private static SmoothingState.Weights weights(SmoothingForm form, double[] x) {
        int at = 0;
        double alpha = LEAST + (1 - 2 * LEAST) * logistic(x[at++]);
        double beta = form.hasTrend() ? LEAST * alpha + (1 - 2 * LEAST) * alpha * logistic(x[at++]) : 0;
        double phi = form.isDamped() ? PHI_MIN + (PHI_MAX - PHI_MIN) * logistic(x[at++]) : 1;
        double gamma = form.isSeasonal() ? (1 - alpha) * (LEAST + (1 - 2 * LEAST) * logistic(x[at])) : 0;
        return new SmoothingState.Weights(alpha, beta, gamma, phi);
    }

    private static double squares(SmoothingForm form, SmoothingState.Weights weights, double[] values, int period) {
        return profile(form, weights, values, period, new double[form.initial(period)]);
    }

    /** The least sum of squared errors over initial states, which {@code initial} takes. */
    private static double profile(
            SmoothingForm form, SmoothingState.Weights weights, double[] values, int period, double[] initial) {
        int n = values.length;
        double[] nothing = new double[n];
        double[][] columns = new double[initial.length][];
        for (int j = 0; j < columns.length; j++) {
            double[] unit = new double[initial.length];
            unit[j] = 1;
            // Without values every error is minus what the initial state adds.
            columns[j] = state(form, weights, unit, period).errors(nothing);
        }
        double[] errors =
                state(form, weights, new double[initial.length], period).errors(values);
        HouseholderQr qr;
        try {
            qr = HouseholderQr.of(columns);
        } catch (IllegalArgumentException forgotten) {
            return Double.POSITIVE_INFINITY;
        }
        double[] turned = errors.clone();
        qr.transposeInPlace(turned);
        double[] solved = qr.solveTriangle(turned);
        for (int j = 0; j < initial.length; j++) {
            initial[j] = -solved[j];
        }
        double sum = 0;
        for (int t = initial.length; t < n; t++) {
            sum += turned[t] * turned[t];
        }
        return sum;
    }

    private static SmoothingState state(
            SmoothingForm form, SmoothingState.Weights weights, double[] initial, int period) {
        double[] season = new double[form.isSeasonal() ? period : 0];
        int from = form.hasTrend() ? 2 : 1;
        for (int i = 0; i + 1 < season.length; i++) {
            season[i] = initial[from + i];
            season[season.length - 1] -= initial[from + i];
        }
        return new SmoothingState(weights, initial[0], form.hasTrend() ? initial[1] : 0, season, 0);
    }

    /** Before the first value. */
    SmoothingState start() {
        return state(form, weights, initial, period);
    }

    /** How many numbers were estimated, without the variance. */
    int estimated() {
        return form.weights() + initial.length;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }
}
