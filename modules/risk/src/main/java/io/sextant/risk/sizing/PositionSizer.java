package io.sextant.risk.sizing;

import io.sextant.domain.risk.SizeSuggestion.Nothing.Why;
import io.sextant.domain.risk.SizingRule;
import io.sextant.risk.measure.HistoricalTail;
import java.util.Optional;

/** Applies a sizing rule. Lots are always rounded down, and their value never exceeds {@code maxLeverage} times the equity. */
public final class PositionSizer {

    private static final double PERCENT = 100;

    private final double confidence;
    private final double maxLeverage;

    public PositionSizer(double confidence, double maxLeverage) {
        this.confidence = confidence;
        this.maxLeverage = maxLeverage;
    }

    public SizedLots size(SizingRule rule, SizingFacts facts) {
        long most = wholeLots(maxLeverage * facts.equity() / facts.lotValue());
        return switch (rule) {
            case SizingRule.VolatilityTarget target ->
                atMost(most, wholeLots(target.riskPercent() / PERCENT * facts.equity() / atStake(target, facts)));
            case SizingRule.Kelly kelly -> kelly(kelly, facts, most);
            case SizingRule.TailBudget budget -> tail(budget, facts, most);
        };
    }

    private static SizedLots kelly(SizingRule.Kelly rule, SizingFacts facts, long most) {
        double win = rule.winPercent() / PERCENT;
        double share = rule.fraction() * (win - (1 - win) / rule.payoff());
        if (share <= 0) {
            return SizedLots.nothing(Why.NO_EDGE);
        }
        double staked = Math.min(share, rule.capPercent() / PERCENT) * facts.equity();
        return atMost(most, wholeLots(staked / atStake(rule, facts)));
    }

    /** What one lot loses when the price moves against it as far as the rule says. */
    private static double atStake(SizingRule rule, SizingFacts facts) {
        return rule.atrMultiple() * facts.lotRange();
    }

    /**
     * The mean of the worst k outcomes is convex in the lots, so those within the budget are an interval; its upper end is bisected.
     */
    private SizedLots tail(SizingRule.TailBudget rule, SizingFacts facts, long most) {
        double budget = rule.budgetPercent() / PERCENT * facts.equity();
        if (shortfall(facts, 0) > budget) {
            return SizedLots.nothing(Why.BUDGET_SPENT);
        }
        if (shortfall(facts, most) <= budget) {
            return atMost(most, Long.MAX_VALUE);
        }
        long within = 0;
        long beyond = most;
        while (beyond - within > 1) {
            long middle = within + (beyond - within) / 2;
            if (shortfall(facts, middle) <= budget) {
                within = middle;
            } else {
                beyond = middle;
            }
        }
        return atMost(most, within);
    }

    /** Expected shortfall of a day with so many lots more. */
    public double shortfall(SizingFacts facts, long lots) {
        double[] outcomes = facts.portfolioOutcomes().clone();
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] += lots * facts.lotOutcomes()[i];
        }
        return HistoricalTail.of(outcomes, confidence).expectedShortfall();
    }

    private static SizedLots atMost(long most, long wished) {
        long lots = Math.min(most, wished);
        return lots < 1 ? SizedLots.nothing(Why.LESS_THAN_A_LOT) : new SizedLots(lots, wished > most, Optional.empty());
    }

    /** What misses a whole number by the last bits of a double is that number: 0.6 - 0.4 is below 0.2. */
    private static long wholeLots(double lots) {
        return (long) Math.floor(lots * (1 + 1e-12));
    }
}
