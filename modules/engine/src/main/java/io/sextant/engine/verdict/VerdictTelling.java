package io.sextant.engine.verdict;

import static io.sextant.domain.backtest.VerdictReport.Figure.bps;
import static io.sextant.domain.backtest.VerdictReport.Figure.chance;
import static io.sextant.domain.backtest.VerdictReport.Figure.count;
import static io.sextant.domain.backtest.VerdictReport.Figure.money;
import static io.sextant.domain.backtest.VerdictReport.Figure.ratio;
import static io.sextant.domain.backtest.VerdictReport.Figure.share;

import io.sextant.domain.backtest.VerdictCheck;
import io.sextant.domain.backtest.VerdictReason;
import io.sextant.domain.backtest.VerdictReport;
import io.sextant.domain.backtest.VerdictReport.Figure;
import io.sextant.domain.backtest.VerdictReport.Finding;
import io.sextant.domain.backtest.VerdictReport.Judged;
import io.sextant.domain.backtest.VerdictReport.Looking;
import io.sextant.domain.backtest.VerdictReport.Measured;
import io.sextant.domain.backtest.VerdictReport.Walk;
import io.sextant.domain.backtest.VerdictReport.Window;
import io.sextant.domain.backtest.VerdictWish;
import io.sextant.forecasting.evaluation.Fold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A verdict as values that stand without the engine, to be said in any language. */
public final class VerdictTelling {

    private static final double ONE_IN_TWENTY = 0.05;

    private final Verdict verdict;
    private final Evidence evidence;
    private final TestedBars bars;
    private final Set<VerdictReason> reasons;
    private final List<Measured> measured = new ArrayList<>();

    private VerdictTelling(Verdict verdict, TestedBars bars) {
        this.verdict = verdict;
        evidence = verdict.evidence();
        this.bars = bars;
        reasons = verdict.findings().stream()
                .map(io.sextant.engine.verdict.Finding::reason)
                .collect(Collectors.toSet());
    }

    /** @param bars that it was examined on */
    public static Judged of(VerdictWish wish, Verdict verdict, TestedBars bars) {
        return new VerdictTelling(verdict, bars).told(wish);
    }

    private Judged told(VerdictWish wish) {
        earned();
        luck();
        choosing();
        drawn(evidence.monteCarlo());
        execution();
        List<Walk> walks = new ArrayList<>();
        evidence.anchored().ifPresent(walked -> walks.add(walk(Looking.ANCHORED, walked)));
        evidence.rolling().ifPresent(walked -> walks.add(walk(Looking.ROLLING, walked)));
        List<io.sextant.engine.verdict.Finding> deciding = verdict.findings().isEmpty() ? List.of() : verdict.reasons();
        return new Judged(
                wish,
                word(verdict.word()),
                verdict.findings().stream()
                        .map(each -> new Finding(each.reason(), deciding.contains(each), each.figures()))
                        .toList(),
                measured,
                evidence.chosen().values(),
                evidence.count().onData(),
                walks,
                evidence.paths().map(PurgedPaths::sharpes).orElse(new double[0]));
    }

    private static VerdictReport.Word word(Verdict.Word word) {
        return switch (word) {
            case HOLDS_UP -> VerdictReport.Word.HOLDS_UP;
            case FRAGILE -> VerdictReport.Word.FRAGILE;
            case LUCK -> VerdictReport.Word.LUCK;
            case LOOKS_AHEAD -> VerdictReport.Word.LOOKS_AHEAD;
            case NOT_REPEATABLE -> VerdictReport.Word.NOT_REPEATABLE;
        };
    }

    private boolean against(VerdictReason... any) {
        return Arrays.stream(any).anyMatch(reasons::contains);
    }

    private void add(VerdictCheck check, boolean against, Figure... figures) {
        measured.add(new Measured(check, against, List.of(figures)));
    }

    private void earned() {
        Evidence.Earned earned = evidence.earned();
        add(
                VerdictCheck.EARNED,
                against(VerdictReason.NO_TRADES, VerdictReason.FEW_TRADES),
                share(earned.returnShare()),
                count(earned.trades()),
                share(earned.holding()));
        add(VerdictCheck.SHARPE, false, ratio(earned.sharpeAYear()), bps(earned.breakEvenBps()));
    }

    private void luck() {
        add(
                VerdictCheck.TRIES,
                against(VerdictReason.LEDGER),
                count(evidence.count().onData()),
                count(evidence.count().now()),
                count(evidence.count().ofStrategy()));
        add(
                VerdictCheck.DEFLATED,
                against(VerdictReason.SHARPE, VerdictReason.DEFLATED_SHARPE),
                share(evidence.deflated().probability()),
                ratio(evidence.aYear(evidence.deflated().luckySharpe())),
                share(evidence.sharpe().probabilityAbove(0)));
        add(
                VerdictCheck.TRACK,
                false,
                count(Double.isFinite(evidence.periodsNeeded()) ? Math.ceil(evidence.periodsNeeded()) : Double.NaN),
                count(evidence.span().judged()));
        add(
                VerdictCheck.SUPERIOR,
                against(VerdictReason.SUPERIOR_ABILITY, VerdictReason.SUPERIOR_ABILITY_OF_CHOICES),
                chance(evidence.aboveCash().consistent()),
                chance(evidence.aboveCash().realityCheck()));
        add(
                VerdictCheck.HOLDING,
                against(VerdictReason.TIMING_BESIDE_HOLDING),
                chance(evidence.aboveHolding().consistent()),
                share(evidence.earned().exposure()));
    }

    private void choosing() {
        evidence.overfitting()
                .ifPresent(each -> add(
                        VerdictCheck.OVERFITTING,
                        against(VerdictReason.OVERFITTING),
                        share(each.probability()),
                        share(each.lossProbability())));
        evidence.anchored()
                .ifPresent(each -> walked(
                        VerdictCheck.WALK_ANCHORED,
                        against(VerdictReason.WALK_ANCHORED, VerdictReason.LATER_HALF),
                        each));
        evidence.rolling()
                .ifPresent(each -> walked(VerdictCheck.WALK_ROLLING, against(VerdictReason.WALK_ROLLING), each));
        evidence.paths()
                .ifPresent(each -> add(
                        VerdictCheck.PATHS,
                        against(VerdictReason.PURGED_PATHS),
                        count(each.sharpes().length),
                        ratio(each.sharpes()[0]),
                        ratio(each.sharpes()[each.sharpes().length - 1]),
                        ratio(each.median())));
        evidence.surface()
                .ifPresent(each -> add(
                        VerdictCheck.PLATEAU,
                        false,
                        share(each.positiveShare()),
                        count(each.points().size()),
                        ratio(each.plateau().around())));
    }

    private void walked(VerdictCheck check, boolean against, Walked walked) {
        add(check, against, ratio(walked.chosen()), ratio(walked.after()), share(walked.afterReturn()));
    }

    private void drawn(MonteCarlo drawn) {
        add(
                VerdictCheck.WORLDS,
                against(VerdictReason.TIMING),
                share(drawn.luckyWorlds() == 0 ? Double.NaN : drawn.luckyShare()),
                count(drawn.luckyWorlds()),
                ratio(drawn.luckyMedian()));
        add(VerdictCheck.SHUFFLED, false, share(0 - drawn.trades().fallAt(ONE_IN_TWENTY)));
        add(
                VerdictCheck.REDRAWN,
                false,
                share(drawn.returns().growthAt(ONE_IN_TWENTY) - 1),
                share(drawn.returns().growthAt(1 - ONE_IN_TWENTY) - 1),
                share(drawn.returns().lossShare()));
        add(VerdictCheck.ALIKE, false, share(drawn.alike().length == 0 ? Double.NaN : drawn.alikePositive()));
        add(VerdictCheck.STARTS, against(VerdictReason.START), share(drawn.startsPositive()));
        add(VerdictCheck.JITTER, against(VerdictReason.PARAMETERS), ratio(drawn.jitterMedian()));
        boolean dear = against(VerdictReason.COSTS, VerdictReason.COSTS_WHERE_NONE);
        for (MonteCarlo.CostStep step : drawn.costs()) {
            Figure costs = step.moreBps() > 0 ? bps(step.moreBps()) : count(step.times());
            add(
                    step.moreBps() > 0 ? VerdictCheck.COSTS_MORE : VerdictCheck.COSTS_TIMES,
                    dear,
                    costs,
                    ratio(step.sharpeAYear()),
                    share(step.returnShare()));
            // It is held against the least of them.
            dear = false;
        }
    }

    private void execution() {
        add(
                VerdictCheck.FUTURE,
                against(VerdictReason.PEEKS, VerdictReason.NOT_REPEATABLE),
                count(evidence.lookAhead().cuts()),
                count((double) evidence.lookAhead().compared()));
        add(
                VerdictCheck.HISTORY,
                against(VerdictReason.WARM_UP),
                count(evidence.warmUp().declared()),
                share(evidence.warmUp().share()));
        add(
                VerdictCheck.FILLS,
                against(VerdictReason.IMPOSSIBLE_FILLS, VerdictReason.STALE_FILLS),
                count(evidence.fills().fills()),
                count(evidence.fills().impossible()),
                count(evidence.fills().stale()));
        Capacity capacity = evidence.capacity();
        add(VerdictCheck.CAPACITY, false, money(capacity.amount()), bps(capacity.impactBps()), bps(capacity.edgeBps()));
        add(VerdictCheck.BEST_TRADE, against(VerdictReason.ONE_TRADE), share(evidence.bestTradeShare()));
    }

    private Walk walk(Looking looking, Walked walked) {
        // Return t is what the bar after the t-th judged one earned over it.
        int from = bars.size() - evidence.span().judged();
        List<Window> windows = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (Walked.Step step : walked.steps()) {
            Fold fold = step.fold();
            windows.add(new Window(
                    time(from + fold.trainFrom()),
                    time(from + fold.trainEnd() - 1),
                    time(from + fold.testFrom()),
                    time(from + fold.testEnd() - 1),
                    step.choice().values(),
                    step.chosen(),
                    step.after(),
                    step.afterReturn()));
            for (int t = fold.testFrom(); t < fold.testEnd(); t++) {
                times.add(time(from + t));
            }
        }
        double[] growth = new double[walked.returns().length];
        double worth = 1;
        for (int t = 0; t < growth.length; t++) {
            worth *= 1 + walked.returns()[t];
            growth[t] = worth;
        }
        return new Walk(
                looking,
                windows,
                walked.chosen(),
                walked.after(),
                walked.afterReturn(),
                times.stream().mapToLong(Long::longValue).toArray(),
                growth);
    }

    private long time(int row) {
        return bars.timeNanos(row);
    }
}
