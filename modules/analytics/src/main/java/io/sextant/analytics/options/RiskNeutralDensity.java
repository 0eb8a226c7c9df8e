package io.sextant.analytics.options;

/**
 * How likely each price at expiry is under the pricing measure, from the smile. Probabilities are closed forms of it; moments are integrals over
 * the log moneyness by Simpson's rule.
 */
public final class RiskNeutralDensity {

    private static final int CELLS = 20_000;
    private static final double REACH_MAX = 400;
    private static final double NOTHING = 1e-13;

    private final SviSmile smile;
    private final double from;
    private final double width;
    private final double mass;
    private final double mean;
    private final double[] logMoments = new double[5];

    public RiskNeutralDensity(SviSmile smile) {
        this.smile = smile;
        from = -reach(-1);
        width = (reach(1) - from) / CELLS;
        double sum = 0;
        double prices = 0;
        double[] powers = new double[5];
        for (int i = 0; i <= CELLS; i++) {
            double k = from + width * i;
            double strike = smile.forward() * Math.exp(k);
            double share = (i == 0 || i == CELLS ? 1 : i % 2 == 1 ? 4 : 2) * width / 3 * smile.density(strike) * strike;
            sum += share;
            prices += share * strike;
            double power = share;
            for (int order = 0; order < powers.length; order++) {
                powers[order] += power;
                power *= k;
            }
        }
        mass = sum;
        mean = prices;
        centre(powers);
    }

    /** To where the density, and in the upper wing the price times the density, is nothing. */
    private double reach(int side) {
        double reach = Math.sqrt(smile.totalVariance(0));
        while (reach < REACH_MAX) {
            double strike = smile.forward() * Math.exp(side * reach);
            double left = smile.density(strike) * strike * Math.max(1, Math.exp(side * reach));
            if (left < NOTHING) {
                return reach;
            }
            reach *= 1.25;
        }
        return reach;
    }

    private void centre(double[] powers) {
        double m = powers[1] / powers[0];
        double second = powers[2] / powers[0];
        double third = powers[3] / powers[0];
        double fourth = powers[4] / powers[0];
        double variance = second - m * m;
        logMoments[1] = m;
        logMoments[2] = variance;
        logMoments[3] = (third - 3 * m * second + 2 * m * m * m) / Math.pow(variance, 1.5);
        logMoments[4] = (fourth - 4 * m * third + 6 * m * m * second - 3 * m * m * m * m) / (variance * variance) - 3;
    }

    public SviSmile smile() {
        return smile;
    }

    /** Per unit of the price. */
    public double at(double price) {
        return smile.density(price);
    }

    public double below(double price) {
        return smile.probabilityBelow(price);
    }

    /** One, unless the wings of the smile are so steep that prices without bounds matter. */
    public double mass() {
        return mass;
    }

    /** The forward, with the same reservation. */
    public double mean() {
        return mean;
    }

    /** Of the log of the price over the forward. */
    public double deviation() {
        return Math.sqrt(logMoments[2]);
    }

    /** Of the log of the price: negative where large falls are feared more than large rises. */
    public double skewness() {
        return logMoments[3];
    }

    /** Of the log of the price, over that of a normal distribution. */
    public double excessKurtosis() {
        return logMoments[4];
    }

    /** The price below which one ends with this probability. */
    public double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("a probability lies between 0 and 1, unlike " + probability);
        }
        double low = from;
        double high = from + width * CELLS;
        while (high - low > 1e-12) {
            double middle = (low + high) / 2;
            if (below(smile.forward() * Math.exp(middle)) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return smile.forward() * Math.exp((low + high) / 2);
    }
}
