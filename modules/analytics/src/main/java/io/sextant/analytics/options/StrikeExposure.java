package io.sextant.analytics.options;

/**
 * A strike over all expiries.
 *
 * @param netGamma in money per 1 % of the spot, calls for and puts against
 * @param dealerDelta in money, of the same position
 */
public record StrikeExposure(
        double strike, double callOpenInterest, double putOpenInterest, double netGamma, double dealerDelta) {

    StrikeExposure plus(StrikeExposure other) {
        return new StrikeExposure(
                strike,
                callOpenInterest + other.callOpenInterest,
                putOpenInterest + other.putOpenInterest,
                netGamma + other.netGamma,
                dealerDelta + other.dealerDelta);
    }
}
