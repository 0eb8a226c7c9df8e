package io.sextant.portfolio.optimise;

import io.sextant.portfolio.estimate.Covariances;
import java.util.List;

/**
 * What an optimiser knows of its assets.
 *
 * @param means expected returns of a year
 * @param covariance of a year
 * @param correlations by which assets are put into clusters
 * @param scenarios simple returns of past periods, by period then asset, each complete
 * @param periods that make a year
 */
public record Market(
        List<String> names,
        double[] means,
        double[][] covariance,
        double[][] correlations,
        double[][] scenarios,
        double periods,
        double riskFree) {

    public Market {
        names = List.copyOf(names);
        if (means.length != names.size() || covariance.length != names.size()) {
            throw new IllegalArgumentException("means, covariance and names are not of the same assets");
        }
    }

    /** With the correlations that the covariance means. */
    public static Market of(
            List<String> names,
            double[] means,
            double[][] covariance,
            double[][] scenarios,
            double periods,
            double riskFree) {
        return new Market(names, means, covariance, Covariances.correlations(covariance), scenarios, periods, riskFree);
    }

    /** The same assets, expected otherwise. */
    Market with(double[] otherMeans, double[][] otherCovariance, double otherRiskFree) {
        return new Market(names, otherMeans, otherCovariance, correlations, scenarios, periods, otherRiskFree);
    }

    public int size() {
        return means.length;
    }
}
