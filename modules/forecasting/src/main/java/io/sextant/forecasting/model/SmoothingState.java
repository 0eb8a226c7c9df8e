package io.sextant.forecasting.model;

import java.util.Arrays;

/**
 * The recursion of exponential smoothing as a state space with one error (Ord, Koehler and Snyder 1997): y = l + phi b + s + e, then
 * l + phi b + alpha e, phi b + beta e, s + gamma e.
 */
final class SmoothingState {

    /** {@code beta} weighs the error itself, not the change of level. */
    record Weights(double alpha, double beta, double gamma, double phi) {}

    private final Weights weights;
    double level;
    double trend;
    /** The place of the next value stands at {@code next}. */
    final double[] season;

    int next;

    SmoothingState(Weights weights, double level, double trend, double[] season, int next) {
        this.weights = weights;
        this.level = level;
        this.trend = trend;
        this.season = season;
        this.next = next;
    }

    Weights weights() {
        return weights;
    }

    double expected() {
        return level + weights.phi * trend + (season.length == 0 ? 0 : season[next]);
    }

    /** Takes in a value and returns how far off it was. */
    double observe(double value) {
        double error = value - expected();
        level += weights.phi * trend + weights.alpha * error;
        trend = weights.phi * trend + weights.beta * error;
        if (season.length > 0) {
            season[next] += weights.gamma * error;
            next = (next + 1) % season.length;
        }
        return error;
    }

    double[] means(int horizon) {
        double[] means = new double[horizon];
        double at = level;
        double step = trend;
        for (int h = 0; h < horizon; h++) {
            step *= weights.phi;
            at += step;
            means[h] = at + (season.length == 0 ? 0 : season[(next + h) % season.length]);
        }
        return means;
    }

    /** Hyndman, Koehler, Ord and Snyder 2008, table 6.1: 1 + sum over j < h of (alpha + beta (phi + ... + phi^j) + gamma [a season])^2. */
    double[] deviations(int horizon, double sigma) {
        double[] deviations = new double[horizon];
        double sum = 1;
        double power = 1;
        double powers = 0;
        for (int h = 0; h < horizon; h++) {
            deviations[h] = sigma * Math.sqrt(sum);
            power *= weights.phi;
            powers += power;
            double season1 = season.length > 0 && (h + 1) % season.length == 0 ? weights.gamma : 0;
            double reach = weights.alpha + weights.beta * powers + season1;
            sum += reach * reach;
        }
        return deviations;
    }

    /** The errors along values, from this state on. */
    double[] errors(double[] values) {
        double[] errors = new double[values.length];
        Arrays.setAll(errors, t -> observe(values[t]));
        return errors;
    }
}
