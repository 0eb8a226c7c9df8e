package io.sextant.strategy.rules;

/** How much is held. */
sealed interface Sizing {

    /** Always the same share of the equity. */
    record Share(Amount share) implements Sizing {}

    /**
     * So much that it moves as much a year as told, by what it moved lately.
     *
     * @param volatility of a year
     * @param bars over which it is measured
     * @param most share that is held however calm it is
     */
    record ByVolatility(Amount volatility, int bars, double barsOfYear, Amount most) implements Sizing {}
}
