package io.sextant.risk.sizing;

/**
 * What a rule is applied to, all in one currency: what the desk is worth, what one lot is worth, what one daily range moves it by,
 * and what each past day would have made of the positions and of one lot on the wanted side.
 */
public record SizingFacts(
        double equity, double lotValue, double lotRange, double[] portfolioOutcomes, double[] lotOutcomes) {

    public SizingFacts {
        if (portfolioOutcomes.length != lotOutcomes.length) {
            throw new IllegalArgumentException("the same days are needed for the portfolio and for the lot");
        }
        if (!(lotValue > 0) || !(lotRange > 0)) {
            throw new IllegalArgumentException("a lot is worth something and moves");
        }
    }
}
