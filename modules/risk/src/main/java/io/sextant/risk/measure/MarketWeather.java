package io.sextant.risk.measure;

import io.sextant.analytics.estimation.GaussianHmm;
import io.sextant.analytics.estimation.HmmEstimation;
import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;

/**
 * How tickers move in one of two hidden states of their past. The states are told on the mean of all tickers' returns (a hidden Markov model
 * with normal laws); each ticker's deviation and each pair's correlation are then those of all days, weighed by the chance of the state.
 *
 * @param factors of each ticker's deviation in that state over that of all days
 */
public record MarketWeather(double[] factors, double[][] correlations) {

    private static final int STATES = 2;
    private static final int STARTS = 20;
    private static final double PERCENT = 100;

    /** @param turbulent the wilder state, or the calmer */
    public static MarketWeather of(ReturnTable past, boolean turbulent, long seed) {
        int n = past.assets();
        double[] equal = new double[n];
        Arrays.fill(equal, PERCENT / n);
        double[] market = past.portfolio(equal);
        GaussianHmm model;
        try {
            model = HmmEstimation.fit(market, STATES, STARTS, new SeededRandom(seed));
        } catch (IllegalArgumentException none) {
            throw new CannotMeasure(
                    "The past of these tickers does not show two states that differ: " + none.getMessage() + ".");
        }
        boolean secondIsWild = model.variances()[0] <= model.variances()[1];
        int state = secondIsWild == turbulent ? 1 : 0;
        double[] chances = model.smoothed(market)[state];
        double[] all = new double[chances.length];
        Arrays.fill(all, 1);
        double[][] columns = past.columns();
        double[][] then = covariance(columns, chances);
        double[][] ever = covariance(columns, all);
        double[] factors = new double[n];
        double[][] correlations = new double[n][n];
        for (int i = 0; i < n; i++) {
            factors[i] = ever[i][i] > 0 ? Math.sqrt(then[i][i] / ever[i][i]) : 1;
            for (int j = 0; j < n; j++) {
                double both = Math.sqrt(then[i][i] * then[j][j]);
                correlations[i][j] = i == j ? 1 : both > 0 ? Math.clamp(then[i][j] / both, -1, 1) : 0;
            }
        }
        return new MarketWeather(factors, correlations);
    }

    private static double[][] covariance(double[][] columns, double[] weights) {
        double total = Arrays.stream(weights).sum();
        double[] means = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            for (int t = 0; t < weights.length; t++) {
                means[i] += weights[t] / total * columns[i][t];
            }
        }
        double[][] covariance = new double[columns.length][columns.length];
        for (int i = 0; i < columns.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                for (int t = 0; t < weights.length; t++) {
                    covariance[i][j] += weights[t] / total * (columns[i][t] - means[i]) * (columns[j][t] - means[j]);
                }
            }
        }
        return covariance;
    }
}
