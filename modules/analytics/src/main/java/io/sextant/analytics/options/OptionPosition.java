package io.sextant.analytics.options;

/**
 * Contracts held, negative when sold.
 *
 * @param volatility at which they are valued now
 * @param years to expiry now
 */
public record OptionPosition(OptionRight right, double strike, double years, double volatility, double contracts) {

    public OptionPosition {
        if (!(strike > 0 && years >= 0 && volatility >= 0) || !Double.isFinite(contracts)) {
            throw new IllegalArgumentException(
                    "no contract has strike " + strike + ", " + years + " years and volatility " + volatility);
        }
    }
}
