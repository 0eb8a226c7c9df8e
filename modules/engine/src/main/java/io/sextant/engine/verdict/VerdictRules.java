package io.sextant.engine.verdict;

import io.sextant.engine.verdict.Finding.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What speaks against a strategy, of all that was measured of it. Every bar that must be cleared is a number here and nowhere else. */
final class VerdictRules {

    /** One in twenty: of strategies without any skill so many are not called luck at each of two tests, and fewer pass both. */
    static final double LEVEL = 0.05;

    private static final int WORLDS_MIN = 19;
    private static final int TRADES_MIN = 30;
    private static final int TRADES_A_PARAMETER = 10;
    private static final double OVERFITTED = 0.5;
    private static final double LOSES = 0.25;
    private static final double STARTS_POSITIVE = 0.8;
    private static final double HALF = 0.5;
    private static final double WARM_UP_DIFFERS = 0.05;
    private static final double STALE_SHARE = 0.05;

    private final Evidence evidence;
    private final List<Finding> findings = new ArrayList<>();

    VerdictRules(Evidence evidence) {
        this.evidence = evidence;
    }

    List<Finding> findings() {
        future();
        luck();
        timing();
        choosing();
        neighbourhood();
        execution();
        findings.sort(Comparator.comparing(Finding::weight));
        return findings;
    }

    private void against(Weight weight, String code, String form, Object... figures) {
        findings.add(new Finding(weight, code, String.format(Locale.ENGLISH, form, figures)));
    }

    private void future() {
        evidence.lookAhead()
                .strayed()
                .ifPresent(bar -> against(
                        Weight.NOT_REPEATABLE,
                        "not-repeatable",
                        "over the same bars with the same values its signal at the end of bar %d was another: it draws numbers without"
                                + " a seed, or remembers other runs",
                        bar + 1));
        evidence.lookAhead()
                .peek()
                .ifPresent(peek -> against(
                        Weight.LOOKS_AHEAD,
                        "peeks",
                        "its signal at the end of bar %d is another when what comes after bar %d is another",
                        peek.bar() + 1,
                        peek.known()));
    }

    private void luck() {
        if (evidence.earned().trades() == 0) {
            against(Weight.LUCK, "no-trades", "it never traded");
            return;
        }
        double sure = evidence.deflated().probability();
        if (!(sure >= 1 - LEVEL)) {
            int trials = evidence.deflated().trials();
            if (trials == 1) {
                against(
                        Weight.LUCK,
                        "sharpe",
                        "a Sharpe ratio of %.2f a year over %d bars is above nought with a probability of %s only",
                        evidence.earned().sharpeAYear(),
                        evidence.sharpe().periods(),
                        percent(sure));
            } else {
                against(
                        Weight.LUCK,
                        "deflated-sharpe",
                        "the best of the %d examined on these bars would show a Sharpe ratio of %.2f a year without any skill, and this"
                                + " one's %.2f is above that with a probability of %s only",
                        trials,
                        evidence.aYear(evidence.deflated().luckySharpe()),
                        evidence.earned().sharpeAYear(),
                        percent(sure));
            }
        }
        double superior = evidence.aboveCash().consistent();
        if (!(superior <= LEVEL)) {
            against(
                    Weight.LUCK,
                    "superior-ability",
                    "%s earn as much in %s of draws in which nothing earns anything",
                    evidence.choices() == 1 ? "its returns" : "the best of " + evidence.choices() + " choices would",
                    percent(superior));
        }
    }

    /** Being in a market that rises is no skill, and neither is it luck. */
    private void timing() {
        MonteCarlo drawn = evidence.monteCarlo();
        boolean asked = drawn.luckyWorlds() >= WORLDS_MIN;
        if (asked && !(drawn.luckyShare() <= LEVEL)) {
            against(
                    Weight.FRAGILE,
                    "timing",
                    "it does as well in %s of markets of the same bars in random order, so that its timing explains anything is not shown",
                    percent(drawn.luckyShare()));
        } else if (!asked && !(evidence.aboveHolding().consistent() <= LEVEL)) {
            against(
                    Weight.FRAGILE,
                    "timing",
                    "it does not earn more than luck could explain above holding always the share of %s that it held on average (p %.2f)",
                    percent(evidence.earned().exposure()),
                    evidence.aboveHolding().consistent());
        }
    }

    private void choosing() {
        evidence.anchored().ifPresent(walked -> walk("walk-anchored", "from all before", walked));
        evidence.rolling().ifPresent(walked -> walk("walk-rolling", "from the bars just before", walked));
        evidence.overfitting()
                .filter(each -> each.probability() > OVERFITTED && each.lossProbability() > LOSES)
                .ifPresent(each -> against(
                        Weight.FRAGILE,
                        "overfitting",
                        "the best in one half of the bars is below the middle in the other half in %s of halves, and loses in %s",
                        percent(each.probability()),
                        percent(each.lossProbability())));
        evidence.paths()
                .filter(each -> each.lossShare() > LOSES)
                .ifPresent(each -> against(
                        Weight.FRAGILE,
                        "purged-paths",
                        "%s of %d paths of choices made elsewhere lose",
                        percent(each.lossShare()),
                        each.sharpes().length));
    }

    private void walk(String code, String how, Walked walked) {
        if (!(walked.after() > 0)) {
            against(
                    Weight.FRAGILE,
                    code,
                    evidence.choices() == 1
                            ? "it lost in the later part of the bars (Sharpe ratio %.2f a year)"
                            : "chosen anew along the way %2$s it lost where nobody had chosen (Sharpe ratio %1$.2f a year)",
                    walked.after(),
                    how);
        }
    }

    private void neighbourhood() {
        MonteCarlo drawn = evidence.monteCarlo();
        double own = evidence.earned().sharpeAYear();
        if (own > 0 && drawn.jitterMedian() < HALF * own) {
            against(
                    Weight.FRAGILE,
                    "parameters",
                    "with its numbers a fifth apart it earns less than half as much for the risk (Sharpe ratio %.2f a year, not %.2f)",
                    drawn.jitterMedian(),
                    own);
        }
        if (drawn.startsPositive() < STARTS_POSITIVE) {
            against(
                    Weight.FRAGILE,
                    "start",
                    "begun at other times it loses in %s of them",
                    percent(1 - drawn.startsPositive()));
        }
        int needed = Math.max(TRADES_MIN, TRADES_A_PARAMETER * evidence.count().parameters());
        if (evidence.earned().trades() > 0 && evidence.earned().trades() < needed) {
            against(
                    Weight.FRAGILE,
                    "few-trades",
                    "it stands on %d %s, and fewer than %d say little of a strategy with so many numbers to set",
                    evidence.earned().trades(),
                    evidence.earned().trades() == 1 ? "trade" : "trades",
                    needed);
        }
        if (evidence.bestTradeShare() > HALF) {
            against(Weight.FRAGILE, "one-trade", "one trade made %s of the profit", percent(evidence.bestTradeShare()));
        }
        if (!evidence.count().whole()) {
            against(Weight.FRAGILE, "ledger", "the ledger of what was tried was changed, so nobody knows how much was");
        }
    }

    private void execution() {
        MonteCarlo.CostStep first = evidence.monteCarlo().costs().getFirst();
        if (evidence.earned().returnShare() > 0 && !(first.returnShare() > 0)) {
            if (first.moreBps() > 0) {
                against(
                        Weight.FRAGILE,
                        "costs",
                        "it was charged nothing, and nothing is left at %.0f hundredths of a percent a side",
                        first.moreBps());
            } else {
                against(Weight.FRAGILE, "costs", "nothing is left at %.0f times its costs", first.times());
            }
        }
        FillCheck fills = evidence.fills();
        if (fills.impossible() > 0) {
            against(
                    Weight.FRAGILE,
                    "impossible-fills",
                    "%d of %d fills stand at prices that their bars did not trade at, the first at bar %d",
                    fills.impossible(),
                    fills.fills(),
                    fills.firstImpossible() + 1);
        }
        if (fills.stale() > STALE_SHARE * fills.fills()) {
            against(
                    Weight.FRAGILE,
                    "stale-fills",
                    "%d of %d fills stand at bars in which nothing was traded or nothing moved",
                    fills.stale(),
                    fills.fills());
        }
        WarmUp warmUp = evidence.warmUp();
        if (warmUp.share() > WARM_UP_DIFFERS) {
            against(
                    Weight.FRAGILE,
                    "warm-up",
                    "after its warm-up of %d bars it still says something else in %s of bars when it has seen more history",
                    warmUp.declared(),
                    percent(warmUp.share()));
        }
    }

    private static String percent(double share) {
        double percent = 100 * share;
        return String.format(Locale.ENGLISH, Math.abs(percent) < 9.95 ? "%.1f %%" : "%.0f %%", percent);
    }
}
