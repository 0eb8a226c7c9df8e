package io.sextant.analytics.options;

import java.util.List;

/**
 * What the contracts of one expiry say together; NaN for what they do not tell.
 *
 * @param maxPainPayout what holders would be paid there, in money
 * @param callWalls strikes with the most open interest in calls, the largest first
 * @param atTheMoney volatility at the spot, between the strikes beside it
 * @param skew volatility of the put with delta -0.25 less that of the call with delta 0.25
 * @param netGamma per 1 % of the spot in money: calls count for a dealer who sold puts and bought calls, puts against
 */
public record ExpiryMetrics(
        int expiryDay,
        double years,
        int contracts,
        double callOpenInterest,
        double putOpenInterest,
        double callVolume,
        double putVolume,
        double maxPainStrike,
        double maxPainPayout,
        List<Double> callWalls,
        List<Double> putWalls,
        double netGamma,
        double atTheMoney,
        double skew) {

    /** Puts per call by open interest. */
    public double putCallOpenInterest() {
        return putOpenInterest / callOpenInterest;
    }

    /** Puts per call by volume. */
    public double putCallVolume() {
        return putVolume / callVolume;
    }
}
