package io.sextant.risk.backtest;

/**
 * The Basel Committee's zones (1996): yellow from the count of breaches at which, were the forecasts right, as many or fewer happen in 95
 * of 100 cases, red from 99.99 of 100. For 250 days at 99% that is 5 and 10.
 */
public enum TrafficLight {
    GREEN,
    YELLOW,
    RED;

    private static final double YELLOW_FROM = 0.95;
    private static final double RED_FROM = 0.9999;

    public static TrafficLight of(int observations, int breaches, double confidence) {
        double cumulative = cumulative(observations, breaches, 1 - confidence);
        if (cumulative >= RED_FROM) {
            return RED;
        }
        return cumulative >= YELLOW_FROM ? YELLOW : GREEN;
    }

    /** P(X <= breaches) of the binomial law, in logarithms so that long histories do not vanish. */
    static double cumulative(int observations, int breaches, double chance) {
        double logTerm = observations * Math.log1p(-chance);
        double sum = Math.exp(logTerm);
        for (int k = 1; k <= breaches; k++) {
            logTerm += Math.log((observations - k + 1) * chance / (k * (1 - chance)));
            sum += Math.exp(logTerm);
        }
        return Math.min(1, sum);
    }
}
