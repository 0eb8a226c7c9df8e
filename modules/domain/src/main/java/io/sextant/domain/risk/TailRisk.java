package io.sextant.domain.risk;

/**
 * What a portfolio lost on its bad days, as amounts above zero when it lost: {@code valueAtRisk} is exceeded on one day of
 * {@code 1 / (1 - confidence)}, {@code expectedShortfall} (CVaR) is the mean of those days. Estimates, not ledger amounts.
 */
public record TailRisk(double valueAtRisk, double expectedShortfall) {

    public static final TailRisk NONE = new TailRisk(0, 0);

    public TailRisk {
        if (!Double.isFinite(valueAtRisk) || !Double.isFinite(expectedShortfall)) {
            throw new IllegalArgumentException(
                    "a measure of risk is a number, was " + valueAtRisk + " and " + expectedShortfall);
        }
    }
}
