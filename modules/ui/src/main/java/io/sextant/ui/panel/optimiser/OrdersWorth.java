package io.sextant.ui.panel.optimiser;

import io.sextant.domain.portfolio.OptimiserBoard.Computed;
import io.sextant.domain.portfolio.OptimiserBoard.Figures;
import io.sextant.domain.portfolio.OptimiserBoard.Holding;
import io.sextant.domain.portfolio.OptimiserBoard.Kind;
import io.sextant.domain.portfolio.TaxTerms;
import java.util.Optional;

/**
 * What orders cost and what they are for. Amounts are of the currency of the reports.
 *
 * @param fees at the rate of who takes at once
 * @param gain that the sales would realise, less their losses; of those whose cost is known
 * @param unknownSales whose cost is not known
 * @param tax on the gain; empty where no rate is set
 * @param benefit what the target is better by than what is held, a year, by the estimates; NaN where what is held has no figures
 * @param years for which it is taken to be held; empty where nothing is to be weighed
 */
record OrdersWorth(
        double fees, double gain, int unknownSales, Optional<Double> tax, double benefit, Optional<Double> years) {

    static OrdersWorth of(Computed told, long[] lots, Figures target, TaxTerms terms, double riskAversion) {
        double fees = 0;
        double gain = 0;
        int unknown = 0;
        for (int i = 0; i < lots.length; i++) {
            Holding holding = told.holdings().get(i);
            if (lots[i] == 0) {
                continue;
            }
            fees += Math.abs(lots[i]) * holding.lotFee();
            if (isSale(holding, lots[i])) {
                double made = holding.gain((double) -lots[i], terms.order());
                unknown += Double.isFinite(made) ? 0 : 1;
                gain += Double.isFinite(made) ? made : 0;
            }
        }
        double made = gain;
        double better = told.find(Kind.CURRENT)
                .map(now -> utility(target, riskAversion) - utility(now.figures(), riskAversion))
                .orElse(Double.NaN);
        return new OrdersWorth(
                fees,
                gain,
                unknown,
                terms.rate().map(rate -> Math.max(0, made) * rate),
                better * told.investable(),
                terms.years());
    }

    /** Whether it sells something that is held, so that a gain or a loss becomes real. */
    static boolean isSale(Holding holding, long lots) {
        return lots < 0 && holding.heldLots() > 0;
    }

    /** Return less half the aversion times the variance (Markowitz 1959), as the optimiser weighs a person's goals. */
    private static double utility(Figures figures, double riskAversion) {
        return figures.expectedReturn() - 0.5 * riskAversion * figures.volatility() * figures.volatility();
    }

    double costs() {
        return fees + tax.orElse(0.0);
    }

    /** Costs and taxes are more than the better weights bring in the years that they are held; false where nothing is weighed. */
    boolean isNotWorthIt() {
        return years.filter(span -> costs() > span * benefit).isPresent();
    }
}
