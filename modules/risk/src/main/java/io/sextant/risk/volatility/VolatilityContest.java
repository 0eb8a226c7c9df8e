package io.sextant.risk.volatility;

import io.sextant.analytics.estimation.ErrorLaw;
import io.sextant.analytics.estimation.GarchEstimation;
import io.sextant.analytics.estimation.GarchFit;
import io.sextant.analytics.estimation.VolatilityModel;
import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;

/**
 * Forecasts of the next period's variance led through the past, each made from earlier returns only and scored by QLIKE, ln h + r^2 / h,
 * which ranks forecasts as the true variance would although only the squared return is seen (Patton 2011). Lower is better.
 *
 * @param garch mean score of GARCH(1,1)
 * @param mixture of a mixture of hidden states
 * @param decay of RiskMetrics' 0.94
 * @param advantage the mean of GARCH's score less the mixture's over its standard error: above 2 the mixture foresaw more, below -2 less
 * @param next the mixture's deviation of the period to come, and GARCH's
 */
public record VolatilityContest(
        int periods, double garch, double mixture, double decay, double advantage, double next, double nextGarch) {

    private static final double DECAY = 0.94;
    private static final int STARTS = 12;
    /** Newey and West's lags for the standard error of the mean difference. */
    private static final int LAGS = 5;

    /**
     * @param window returns that each fit looks at
     * @param every so many periods models are fitted anew; between they take in what comes
     * @throws IllegalArgumentException with words for a sentence
     */
    public static VolatilityContest of(double[] returns, int window, int every, int states, long seed) {
        if (window < 250 || returns.length < window + 50 || every < 1) {
            throw new IllegalArgumentException(
                    "a contest needs windows of at least 250 returns and 50 returns after them");
        }
        int count = returns.length - window;
        double[] differences = new double[count];
        double[] sums = new double[3];
        Running running = new Running();
        for (int t = window; t < returns.length; t++) {
            if ((t - window) % every == 0) {
                running.fit(Arrays.copyOfRange(returns, t - window, t), states, SeededRandom.stream(seed, t));
            }
            double garch = score(running.garch, returns[t] - running.mean);
            double mixture = score(running.mixture().nextVariance(), returns[t] - running.mean);
            sums[0] += garch;
            sums[1] += mixture;
            sums[2] += score(running.decay, returns[t] - running.mean);
            differences[t - window] = garch - mixture;
            running.take(returns[t]);
        }
        return new VolatilityContest(
                count,
                sums[0] / count,
                sums[1] / count,
                sums[2] / count,
                overItsError(differences),
                Math.sqrt(running.mixture().nextVariance()),
                Math.sqrt(running.garch));
    }

    private static double score(double variance, double surprise) {
        return Math.log(variance) + surprise * surprise / variance;
    }

    private static double overItsError(double[] x) {
        int n = x.length;
        double mean = Arrays.stream(x).sum() / n;
        double variance = 0;
        for (int lag = 0; lag <= LAGS; lag++) {
            double sum = 0;
            for (int i = lag; i < n; i++) {
                sum += (x[i] - mean) * (x[i - lag] - mean);
            }
            variance += (lag == 0 ? 1 : 2 * (1 - lag / (LAGS + 1.0))) * sum / n;
        }
        return variance > 0 ? mean / Math.sqrt(variance / n) : Double.NaN;
    }

    /** Three forecasters that take in one return after the other. */
    private static final class Running {

        private double mean;
        private double omega;
        private double alpha;
        private double beta;
        private double garch;
        private double decay = Double.NaN;
        private RegimeMixture[] mixture = {};

        void fit(double[] window, int states, SeededRandom random) {
            GarchFit fit = GarchEstimation.fit(window, VolatilityModel.GARCH, ErrorLaw.NORMAL);
            mean = fit.get("mu");
            omega = fit.get("omega");
            alpha = fit.get("alpha");
            beta = fit.get("beta");
            garch = fit.nextVariance();
            mixture = new RegimeMixture[] {RegimeMixture.fit(window, states, STARTS, random)};
            if (Double.isNaN(decay)) {
                decay = Arrays.stream(window)
                        .limit(20)
                        .map(r -> r * r)
                        .average()
                        .orElseThrow();
                Arrays.stream(window).skip(20).forEach(this::forget);
            }
        }

        RegimeMixture mixture() {
            return mixture[0];
        }

        void take(double value) {
            double surprise = value - mean;
            garch = omega + alpha * surprise * surprise + beta * garch;
            mixture[0].update(value);
            forget(value);
        }

        private void forget(double value) {
            decay = DECAY * decay + (1 - DECAY) * value * value;
        }
    }
}
