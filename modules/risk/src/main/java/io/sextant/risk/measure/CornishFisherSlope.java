package io.sextant.risk.measure;

import io.sextant.analytics.distribution.Normal;

/** How the bent quantile of a mix moves with the weight of one asset: by the chain rule over the moments of the mix. */
final class CornishFisherSlope {

    private CornishFisherSlope() {}

    /** Of the value at risk, and of the expected shortfall. */
    static double[] of(double[] portfolio, double[] asset, Moments of, TailWish wish) {
        int n = portfolio.length;
        double own = Moments.mean(asset);
        double second = 0;
        double first2 = 0;
        double first3 = 0;
        double first4 = 0;
        for (int i = 0; i < n; i++) {
            double p = portfolio[i] - of.mean();
            double a = asset[i] - own;
            second += p * p / n;
            first2 += p * a / n;
            first3 += p * p * a / n;
            first4 += p * p * p * a / n;
        }
        double slope2 = 2 * first2;
        double slope3 = 3 * first3;
        double slope4 = 4 * first4;
        double skewSlope = slope3 / Math.pow(second, 1.5) - 1.5 * of.skewness() * slope2 / second;
        double kurtosisSlope = slope4 / (second * second) - 2 * (of.excessKurtosis() + 3) * slope2 / second;
        double deviationSlope = of.deviation() * slope2 / (2 * second);
        int h = wish.horizon();
        CornishFisher bent = CornishFisher.of(of, h);
        double z = Normal.quantile(wish.tail());
        double root = Math.sqrt(h);
        double ratio = Normal.density(z) / wish.tail();
        double[] at = slopes(bent, z, z * z, z * z * z);
        double[] below = slopes(bent, -ratio, 1 - z * ratio, -(z * z + 2) * ratio);
        double moved = at[0] * skewSlope / root + at[1] * kurtosisSlope / h;
        double movedBelow = below[0] * skewSlope / root + below[1] * kurtosisSlope / h;
        return new double[] {
            -(own * h + root * (deviationSlope * bent.at(z) + of.deviation() * moved)),
            -(own * h + root * (deviationSlope * bent.meanBelow(z, wish.tail()) + of.deviation() * movedBelow))
        };
    }

    /** By skewness and by kurtosis. */
    private static double[] slopes(CornishFisher bent, double first, double second, double third) {
        return new double[] {(second - 1) / 6 - (2 * third - 5 * first) * bent.skewness() / 18, (third - 3 * first) / 24
        };
    }
}
