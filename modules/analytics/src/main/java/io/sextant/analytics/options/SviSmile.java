package io.sextant.analytics.options;

import io.sextant.analytics.distribution.Normal;

/**
 * The smile of one expiry as Gatheral's raw SVI (2004): total variance w(k) = a + b (rho (k - m) + sqrt((k - m)^2 + sigma^2)) of the log
 * moneyness k = ln(K / forward). Everything else follows from w and its two derivatives.
 *
 * @param years to expiry
 * @param forward what the underlying costs for delivery at expiry
 */
public record SviSmile(double a, double b, double rho, double m, double sigma, double years, double forward) {

    public SviSmile {
        if (!(b >= 0 && Math.abs(rho) <= 1 && sigma > 0 && years > 0 && forward > 0) || !Double.isFinite(a + m)) {
            throw new IllegalArgumentException(
                    "no smile has a, b, rho, m, sigma " + a + ", " + b + ", " + rho + ", " + m + ", " + sigma);
        }
        if (a + b * sigma * Math.sqrt(1 - rho * rho) < 0) {
            throw new IllegalArgumentException("the variance of a smile is not negative anywhere");
        }
    }

    /** Log moneyness of a strike. */
    public double moneyness(double strike) {
        return Math.log(strike / forward);
    }

    /** w(k). */
    public double totalVariance(double k) {
        return a + b * (rho * (k - m) + Math.hypot(k - m, sigma));
    }

    double slope(double k) {
        return b * (rho + (k - m) / Math.hypot(k - m, sigma));
    }

    double curvature(double k) {
        double radius = Math.hypot(k - m, sigma);
        return b * sigma * sigma / (radius * radius * radius);
    }

    public double volatility(double strike) {
        return Math.sqrt(totalVariance(moneyness(strike)) / years);
    }

    /** At the forward. */
    public double atTheMoney() {
        return Math.sqrt(totalVariance(0) / years);
    }

    /**
     * Durrleman's g(k) = (1 - k w'/(2 w))^2 - w'^2/4 (1/w + 1/4) + w''/2. Where it is negative so is the density: a butterfly around that
     * strike would cost less than nothing.
     */
    public double durrleman(double k) {
        double w = totalVariance(k);
        double first = slope(k);
        double lean = 1 - k * first / (2 * w);
        return lean * lean - first * first / 4 * (1 / w + 0.25) + curvature(k) / 2;
    }

    /** Undiscounted price. */
    public double price(OptionRight right, double strike) {
        return Black76.price(right, forward, strike, years, 0, volatility(strike));
    }

    /** Per unit of the strike, after Breeden and Litzenberger (1978): the second derivative of the undiscounted call price. */
    public double density(double strike) {
        double k = moneyness(strike);
        double w = totalVariance(k);
        return durrleman(k) / (strike * Math.sqrt(w)) * Normal.density(lowerArgument(k, w));
    }

    /** Probability of ending below a strike under the pricing measure: the first derivative of the undiscounted put price. */
    public double probabilityBelow(double strike) {
        double k = moneyness(strike);
        double w = totalVariance(k);
        double d2 = lowerArgument(k, w);
        return Normal.cumulative(-d2) + Normal.density(d2) * slope(k) / (2 * Math.sqrt(w));
    }

    private static double lowerArgument(double k, double w) {
        double root = Math.sqrt(w);
        return -k / root - root / 2;
    }

    /**
     * The strike whose option has this delta by its own volatility, positive for calls and negative for puts; NaN when there is none.
     *
     * @param yield what a delta by the spot is of one by the forward: e^(-q T)
     */
    public double strikeOfDelta(OptionRight right, double delta, double yield) {
        double reach = 12 * Math.sqrt(totalVariance(0)) + 1;
        double low = -reach;
        double high = reach;
        double wanted = Math.abs(delta) / yield;
        int w = right.sign();
        // |delta| falls from the money outwards; a call's with the strike, a put's against it.
        while (high - low > 1e-13) {
            double middle = (low + high) / 2;
            double variance = totalVariance(middle);
            double d1 = -middle / Math.sqrt(variance) + Math.sqrt(variance) / 2;
            boolean more = Normal.cumulative(w * d1) > wanted;
            if (more == (w > 0)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double k = (low + high) / 2;
        return Math.abs(k) < reach - 1e-9 ? forward * Math.exp(k) : Double.NaN;
    }

    /** Volatility of the call less that of the put, both with a delta of a quarter. */
    public double riskReversal(double yield) {
        return volatility(strikeOfDelta(OptionRight.CALL, 0.25, yield))
                - volatility(strikeOfDelta(OptionRight.PUT, -0.25, yield));
    }

    /** The mean volatility of those two over the one at the forward. */
    public double butterfly(double yield) {
        double wings = volatility(strikeOfDelta(OptionRight.CALL, 0.25, yield))
                + volatility(strikeOfDelta(OptionRight.PUT, -0.25, yield));
        return wings / 2 - atTheMoney();
    }
}
