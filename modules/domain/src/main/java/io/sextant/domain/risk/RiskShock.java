package io.sextant.domain.risk;

/**
 * What is supposed to happen to the desk at once, for a look and nothing else.
 *
 * @param priceMove of all prices, as a fraction, from -1
 * @param volatilityFactor of all volatilities, from 0
 * @param correlationToOne the part of the way to one that all correlations go, from 0 to 1
 */
public record RiskShock(double priceMove, double volatilityFactor, double correlationToOne) {

    public static final RiskShock NONE = new RiskShock(0, 1, 0);

    private static final double MOVE_MAX = 10;
    private static final double FACTOR_MAX = 100;

    public RiskShock {
        if (!(priceMove >= -1 && priceMove <= MOVE_MAX)
                || !(volatilityFactor >= 0 && volatilityFactor <= FACTOR_MAX)
                || !(correlationToOne >= 0 && correlationToOne <= 1)) {
            throw new IllegalArgumentException(
                    "no market does that: " + priceMove + ", " + volatilityFactor + ", " + correlationToOne);
        }
    }
}
