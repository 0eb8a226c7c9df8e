package io.sextant.risk.measure;

import io.sextant.analytics.linear.SingularValues;

/**
 * How many things a portfolio really rests on.
 *
 * @param gross the sizes of all weights added up
 * @param net the weights added up
 * @param herfindahl of the sizes' shares (Herfindahl and Hirschman): 1 for one asset, 1/n for n equal ones
 * @param effectiveAssets its inverse
 * @param effectiveBets the exponent of the entropy of the variance's shares in principal portfolios (Meucci 2009); NaN where there are too
 *     many assets for them, or no variance
 */
public record Concentration(double gross, double net, double herfindahl, double effectiveAssets, double effectiveBets) {

    /** The principal portfolios of more take seconds. */
    public static final int ASSETS_MAX = 150;

    public static Concentration of(ReturnTable returns, double[] weights) {
        boolean known = weights.length <= ASSETS_MAX && returns.periods() >= 2;
        return of(known ? returns.covariance() : new double[0][], weights);
    }

    /** @param covariance of the assets, empty where it is not known */
    public static Concentration of(double[][] covariance, double[] weights) {
        double gross = 0;
        double net = 0;
        for (double weight : weights) {
            gross += Math.abs(weight);
            net += weight;
        }
        double herfindahl = 0;
        for (double weight : weights) {
            herfindahl += gross == 0 ? 0 : weight / gross * (weight / gross);
        }
        return new Concentration(
                gross, net, herfindahl, herfindahl == 0 ? 0 : 1 / herfindahl, effectiveBets(covariance, weights));
    }

    private static double effectiveBets(double[][] covariance, double[] weights) {
        if (weights.length > ASSETS_MAX || covariance.length == 0) {
            return Double.NaN;
        }
        SingularValues principal = SingularValues.of(covariance);
        double[] variances = new double[weights.length];
        double total = 0;
        for (int k = 0; k < weights.length; k++) {
            double exposure = 0;
            for (int i = 0; i < weights.length; i++) {
                exposure += principal.right()[k][i] * weights[i];
            }
            variances[k] = exposure * exposure * principal.values()[k];
            total += variances[k];
        }
        double entropy = 0;
        for (double variance : variances) {
            double share = variance / total;
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return total > 0 ? Math.exp(entropy) : Double.NaN;
    }
}
