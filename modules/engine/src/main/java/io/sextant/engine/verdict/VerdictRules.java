package io.sextant.engine.verdict;

import static io.sextant.domain.backtest.VerdictReport.Figure.bps;
import static io.sextant.domain.backtest.VerdictReport.Figure.chance;
import static io.sextant.domain.backtest.VerdictReport.Figure.count;
import static io.sextant.domain.backtest.VerdictReport.Figure.ratio;
import static io.sextant.domain.backtest.VerdictReport.Figure.share;

import io.sextant.domain.backtest.VerdictReason;
import io.sextant.domain.backtest.VerdictReport.Figure;
import io.sextant.engine.verdict.Finding.Weight;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** @param english takes the figures as text, in their order */
    private void against(Weight weight, VerdictReason reason, String english, Figure... figures) {
        Object[] texts = Arrays.stream(figures).map(VerdictRules::text).toArray();
        findings.add(new Finding(weight, reason, String.format(Locale.ENGLISH, english, texts), List.of(figures)));
    }

    private static String text(Figure figure) {
        return switch (figure.unit()) {
            case COUNT, BPS, MONEY -> String.format(Locale.ENGLISH, "%.0f", figure.value());
            case RATIO, CHANCE -> String.format(Locale.ENGLISH, "%.2f", figure.value());
            case SHARE -> percent(figure.value());
        };
    }

    private void future() {
        evidence.lookAhead()
                .strayed()
                .ifPresent(bar -> against(
                        Weight.NOT_REPEATABLE,
                        VerdictReason.NOT_REPEATABLE,
                        "over the same bars with the same values its signal at the end of bar %s was another: it draws numbers without"
                                + " a seed, or remembers other runs",
                        count(bar + 1)));
        evidence.lookAhead()
                .peek()
                .ifPresent(peek -> against(
                        Weight.LOOKS_AHEAD,
                        VerdictReason.PEEKS,
                        "its signal at the end of bar %s is another when what comes after bar %s is another",
                        count(peek.row() + 1),
                        count(peek.known())));
    }

    private void luck() {
        if (evidence.earned().trades() == 0) {
            against(Weight.LUCK, VerdictReason.NO_TRADES, "it never traded");
            return;
        }
        double sure = evidence.deflated().probability();
        if (!(sure >= 1 - LEVEL)) {
            int trials = evidence.deflated().trials();
            if (trials == 1) {
                against(
                        Weight.LUCK,
                        VerdictReason.SHARPE,
                        "a Sharpe ratio of %s a year over %s bars is above nought with a probability of %s only",
                        ratio(evidence.earned().sharpeAYear()),
                        count(evidence.sharpe().periods()),
                        share(sure));
            } else {
                against(
                        Weight.LUCK,
                        VerdictReason.DEFLATED_SHARPE,
                        "the best of the %s examined on these bars would show a Sharpe ratio of %s a year without any skill, and this"
                                + " one's %s is above that with a probability of %s only",
                        count(trials),
                        ratio(evidence.aYear(evidence.deflated().luckySharpe())),
                        ratio(evidence.earned().sharpeAYear()),
                        share(sure));
            }
        }
        double superior = evidence.aboveCash().consistent();
        if (!(superior <= LEVEL)) {
            if (evidence.choices() == 1) {
                against(
                        Weight.LUCK,
                        VerdictReason.SUPERIOR_ABILITY,
                        "its returns earn as much in %s of draws in which nothing earns anything",
                        share(superior));
            } else {
                against(
                        Weight.LUCK,
                        VerdictReason.SUPERIOR_ABILITY_OF_CHOICES,
                        "the best of %s choices would earn as much in %s of draws in which nothing earns anything",
                        count(evidence.choices()),
                        share(superior));
            }
        }
    }

    /** Being in a market that rises is no skill, and neither is it luck. */
    private void timing() {
        MonteCarlo drawn = evidence.monteCarlo();
        boolean asked = drawn.luckyWorlds() >= WORLDS_MIN;
        if (asked && !(drawn.luckyShare() <= LEVEL)) {
            against(
                    Weight.FRAGILE,
                    VerdictReason.TIMING,
                    "it does as well in %s of markets of the same bars in random order, so that its timing explains anything is not shown",
                    share(drawn.luckyShare()));
        } else if (!asked && !(evidence.aboveHolding().consistent() <= LEVEL)) {
            against(
                    Weight.FRAGILE,
                    VerdictReason.TIMING_BESIDE_HOLDING,
                    "it does not earn more than luck could explain above holding always the share of %s that it held on average (p %s)",
                    share(evidence.earned().exposure()),
                    chance(evidence.aboveHolding().consistent()));
        }
    }

    private void choosing() {
        evidence.anchored().ifPresent(walked -> walk(VerdictReason.WALK_ANCHORED, "from all before", walked));
        evidence.rolling().ifPresent(walked -> walk(VerdictReason.WALK_ROLLING, "from the bars just before", walked));
        evidence.overfitting()
                .filter(each -> each.probability() > OVERFITTED && each.lossProbability() > LOSES)
                .ifPresent(each -> against(
                        Weight.FRAGILE,
                        VerdictReason.OVERFITTING,
                        "the best in one half of the bars is below the middle in the other half in %s of halves, and loses in %s",
                        share(each.probability()),
                        share(each.lossProbability())));
        evidence.paths()
                .filter(each -> each.lossShare() > LOSES)
                .ifPresent(each -> against(
                        Weight.FRAGILE,
                        VerdictReason.PURGED_PATHS,
                        "%s of %s paths of choices made elsewhere lose",
                        share(each.lossShare()),
                        count(each.sharpes().length)));
    }

    private void walk(VerdictReason reason, String how, Walked walked) {
        if (walked.after() > 0) {
            return;
        }
        if (evidence.choices() == 1) {
            against(
                    Weight.FRAGILE,
                    VerdictReason.LATER_HALF,
                    "it lost in the later part of the bars (Sharpe ratio %s a year)",
                    ratio(walked.after()));
        } else {
            against(
                    Weight.FRAGILE,
                    reason,
                    "chosen anew along the way " + how + " it lost where nobody had chosen (Sharpe ratio %s a year)",
                    ratio(walked.after()));
        }
    }

    private void neighbourhood() {
        MonteCarlo drawn = evidence.monteCarlo();
        double own = evidence.earned().sharpeAYear();
        if (own > 0 && drawn.jitterMedian() < HALF * own) {
            against(
                    Weight.FRAGILE,
                    VerdictReason.PARAMETERS,
                    "with its numbers a fifth apart it earns less than half as much for the risk (Sharpe ratio %s a year, not %s)",
                    ratio(drawn.jitterMedian()),
                    ratio(own));
        }
        if (drawn.startsPositive() < STARTS_POSITIVE) {
            against(
                    Weight.FRAGILE,
                    VerdictReason.START,
                    "begun at other times it loses in %s of them",
                    share(1 - drawn.startsPositive()));
        }
        int needed = Math.max(TRADES_MIN, TRADES_A_PARAMETER * evidence.count().parameters());
        if (evidence.earned().trades() > 0 && evidence.earned().trades() < needed) {
            against(
                    Weight.FRAGILE,
                    VerdictReason.FEW_TRADES,
                    evidence.earned().trades() == 1
                            ? "it stands on %s trade, and fewer than %s say little of a strategy with so many numbers to set"
                            : "it stands on %s trades, and fewer than %s say little of a strategy with so many numbers to set",
                    count(evidence.earned().trades()),
                    count(needed));
        }
        if (evidence.bestTradeShare() > HALF) {
            against(
                    Weight.FRAGILE,
                    VerdictReason.ONE_TRADE,
                    "one trade made %s of the profit",
                    share(evidence.bestTradeShare()));
        }
        if (!evidence.count().whole()) {
            against(
                    Weight.FRAGILE,
                    VerdictReason.LEDGER,
                    "the ledger of what was tried was changed, so nobody knows how much was");
        }
    }

    private void execution() {
        MonteCarlo.CostStep first = evidence.monteCarlo().costs().getFirst();
        if (evidence.earned().returnShare() > 0 && !(first.returnShare() > 0)) {
            if (first.moreBps() > 0) {
                against(
                        Weight.FRAGILE,
                        VerdictReason.COSTS_WHERE_NONE,
                        "it was charged nothing, and nothing is left at %s hundredths of a percent a side",
                        bps(first.moreBps()));
            } else {
                against(
                        Weight.FRAGILE,
                        VerdictReason.COSTS,
                        "nothing is left at %s times its costs",
                        count(first.times()));
            }
        }
        FillCheck fills = evidence.fills();
        if (fills.impossible() > 0) {
            against(
                    Weight.FRAGILE,
                    VerdictReason.IMPOSSIBLE_FILLS,
                    "%s of %s fills stand at prices that their bars did not trade at, the first at bar %s",
                    count(fills.impossible()),
                    count(fills.fills()),
                    count(fills.firstImpossible() + 1));
        }
        if (fills.stale() > STALE_SHARE * fills.fills()) {
            against(
                    Weight.FRAGILE,
                    VerdictReason.STALE_FILLS,
                    "%s of %s fills stand at bars in which nothing was traded or nothing moved",
                    count(fills.stale()),
                    count(fills.fills()));
        }
        WarmUp warmUp = evidence.warmUp();
        if (warmUp.share() > WARM_UP_DIFFERS) {
            against(
                    Weight.FRAGILE,
                    VerdictReason.WARM_UP,
                    "after its warm-up of %s bars it still says something else in %s of bars when it has seen more history",
                    count(warmUp.declared()),
                    share(warmUp.share()));
        }
    }

    private static String percent(double share) {
        double percent = 100 * share;
        return String.format(Locale.ENGLISH, Math.abs(percent) < 9.95 ? "%.1f %%" : "%.0f %%", percent);
    }
}
