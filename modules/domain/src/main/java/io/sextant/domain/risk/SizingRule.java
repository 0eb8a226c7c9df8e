package io.sextant.domain.risk;

/** A person's rule for how large an order may be. Percentages are of what the desk is worth. */
public sealed interface SizingRule {

    /** How many daily ranges (ATR of 14 days) the price may go against the order before it counts as lost. */
    double atrMultiple();

    /** Losing {@code riskPercent} when the price moves {@code atrMultiple} daily ranges against the order. */
    record VolatilityTarget(double riskPercent, double atrMultiple) implements SizingRule {
        public VolatilityTarget {
            requirePercent(riskPercent);
            requirePositive(atrMultiple);
        }
    }

    /**
     * Kelly (1956): with a chance of {@code winPercent} to gain {@code payoff} times what is lost otherwise, growth is fastest when
     * {@code p - (1 - p) / payoff} of the equity is at stake; {@code fraction} of that is taken, {@code capPercent} at most. The
     * figures are the person's own claim.
     */
    record Kelly(double winPercent, double payoff, double fraction, double capPercent, double atrMultiple)
            implements SizingRule {
        public Kelly {
            requirePercent(winPercent);
            requirePositive(payoff);
            requirePositive(fraction);
            if (fraction > 1) {
                throw new IllegalArgumentException("more than the whole Kelly fraction loses growth and adds risk");
            }
            requirePercent(capPercent);
            requirePositive(atrMultiple);
        }
    }

    /** The expected shortfall of a day of the whole portfolio, this order included, stays within {@code budgetPercent}. */
    record TailBudget(double budgetPercent) implements SizingRule {
        public TailBudget {
            requirePercent(budgetPercent);
        }

        @Override
        public double atrMultiple() {
            return 1;
        }
    }

    private static void requirePercent(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentage is above 0 and at most 100, was " + percent);
        }
    }

    private static void requirePositive(double number) {
        if (!(number > 0 && Double.isFinite(number))) {
            throw new IllegalArgumentException("has to be above zero, was " + number);
        }
    }
}
