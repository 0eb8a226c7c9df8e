package io.sextant.risk.measure;

import io.sextant.analytics.estimation.ErrorLaw;
import io.sextant.analytics.estimation.GarchEstimation;
import io.sextant.analytics.estimation.GarchFit;
import io.sextant.analytics.estimation.VolatilityModel;
import io.sextant.risk.path.PathBlocks;
import java.util.Arrays;

/**
 * Filtered historical simulation (Barone-Adesi, Giannopoulos and Vosper 1999): each surprise of the past, divided by the volatility of
 * its day in a GARCH(1,1) by normal likelihood, comes again at the volatility of the day to come.
 */
final class FilteredReturns {

    private final GarchFit fit;
    private final double[] surprises;

    private FilteredReturns(GarchFit fit, double[] surprises) {
        this.fit = fit;
        this.surprises = surprises;
    }

    static FilteredReturns of(double[] returns) {
        GarchFit fit;
        try {
            fit = GarchEstimation.fit(returns, VolatilityModel.GARCH, ErrorLaw.NORMAL);
        } catch (IllegalArgumentException cannot) {
            throw new CannotMeasure("Volatility cannot be filtered out: " + cannot.getMessage() + ".");
        }
        double mean = fit.get("mu");
        double[] surprises = new double[returns.length];
        Arrays.setAll(surprises, t -> (returns[t] - mean) / fit.sigmas()[t]);
        return new FilteredReturns(fit, surprises);
    }

    double mean() {
        return fit.get("mu");
    }

    double nextDeviation() {
        return Math.sqrt(fit.nextVariance());
    }

    /** By how much each past day's surprise is made larger or smaller. */
    double[] factors() {
        double next = nextDeviation();
        return Arrays.stream(fit.sigmas()).map(sigma -> next / sigma).toArray();
    }

    /** The next period as each past surprise would make it. */
    double[] next() {
        double next = nextDeviation();
        return Arrays.stream(surprises).map(z -> mean() + next * z).toArray();
    }

    /** Several periods, each with a surprise drawn from the past, the variance following the model; compounded. */
    double[] paths(int horizon, int paths, long seed, int threads) {
        double[] outcomes = new double[paths];
        double mean = mean();
        double omega = fit.get("omega");
        double alpha = fit.get("alpha");
        double beta = fit.get("beta");
        PathBlocks.draw(paths, seed, threads, (random, from, to) -> {
            for (int path = from; path < to; path++) {
                double variance = fit.nextVariance();
                double value = 1;
                for (int step = 0; step < horizon; step++) {
                    double surprise = Math.sqrt(variance) * surprises[random.nextInt(surprises.length)];
                    value *= Math.max(0, 1 + mean + surprise);
                    variance = omega + alpha * surprise * surprise + beta * variance;
                }
                outcomes[path] = value - 1;
            }
        });
        return outcomes;
    }
}
