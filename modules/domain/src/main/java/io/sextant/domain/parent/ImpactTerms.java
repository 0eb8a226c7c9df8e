package io.sextant.domain.parent;

/**
 * What the schedule of Almgren and Chriss (2000) needs, in the quote currency, units of quantity, and seconds.
 *
 * @param riskAversion how much certain cost one unit of variance is worth
 * @param volatility of the price, for the root of a second
 * @param permanentImpact on the price, for each unit traded
 * @param temporaryImpact on the price, for each unit a second
 */
public record ImpactTerms(double riskAversion, double volatility, double permanentImpact, double temporaryImpact) {

    public ImpactTerms {
        if (!(riskAversion >= 0 && volatility >= 0 && permanentImpact >= 0 && temporaryImpact > 0)
                || !Double.isFinite(riskAversion + volatility + permanentImpact + temporaryImpact)) {
            throw new IllegalArgumentException("aversion, volatility and impact are finite and not negative");
        }
    }
}
