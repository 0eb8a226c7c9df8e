package io.sextant.analytics.options;

import io.sextant.analytics.distribution.Normal;

/**
 * Black's price without its units: b(x, s) = e^(x/2) N(x/s + s/2) - e^(-x/2) N(x/s - s/2) for a call with x = ln(F/K) &lt;= 0 and s = volatility
 * sqrt(T). Written with the scaled error function it keeps its digits where the price is 1e-300.
 */
final class NormalizedBlack {

    private static final double ROOT_TWO = Math.sqrt(2);
    private static final double INVERSE_ROOT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

    private NormalizedBlack() {}

    static double price(double x, double s) {
        if (!(s > 0)) {
            return 0;
        }
        double h = x / s;
        double t = s / 2;
        double upper = (h + t) / ROOT_TWO;
        double lower = (h - t) / ROOT_TWO;
        if (upper > 3) {
            // Both tails are nearly one: the plain form loses nothing, the scaled one would overflow.
            return Math.exp(x / 2) * Normal.cumulative(h + t) - Math.exp(-x / 2) * Normal.cumulative(h - t);
        }
        return 0.5 * Math.exp(-0.5 * (h * h + t * t)) * (Normal.erfcx(-upper) - Normal.erfcx(-lower));
    }

    /** By s. */
    static double vega(double x, double s) {
        double h = x / s;
        double t = s / 2;
        return INVERSE_ROOT_TWO_PI * Math.exp(-0.5 * (h * h + t * t));
    }
}
