package io.sextant.risk.measure;

import io.sextant.analytics.distribution.Normal;

/**
 * The normal quantile z bent by skewness S and excess kurtosis K (Cornish and Fisher 1938):
 * z + (z^2 - 1) S/6 + (z^3 - 3z) K/24 - (2z^3 - 5z) S^2/36.
 */
record CornishFisher(double skewness, double excessKurtosis) {

    /** Of sums of h independent periods: S falls with the root of h, K with h. */
    static CornishFisher of(Moments moments, int horizon) {
        return new CornishFisher(moments.skewness() / Math.sqrt(horizon), moments.excessKurtosis() / horizon);
    }

    double at(double z) {
        return bent(z, z * z, z * z * z);
    }

    /** The mean of all bent quantiles below z: the mean of the polynomial over the normal law's tail. */
    double meanBelow(double z, double probability) {
        double ratio = Normal.density(z) / probability;
        double first = -ratio;
        double second = 1 - z * ratio;
        double third = -(z * z + 2) * ratio;
        return bent(first, second, third);
    }

    private double bent(double first, double second, double third) {
        return first
                + (second - 1) * skewness / 6
                + (third - 3 * first) * excessKurtosis / 24
                - (2 * third - 5 * first) * skewness * skewness / 36;
    }

    /** Whether a rarer day is always a worse one below z; where skewness is strong the polynomial turns. */
    boolean risesBelow(double z) {
        double cube = excessKurtosis / 24 - skewness * skewness / 18;
        double constant = 1 - excessKurtosis / 8 + 5 * skewness * skewness / 36;
        for (double x = z; x > z - 10; x -= 0.01) {
            if (constant + x * skewness / 3 + 3 * cube * x * x <= 0) {
                return false;
            }
        }
        return true;
    }
}
