package io.sextant.engine.verdict;

import io.sextant.analytics.luck.BacktestOverfitting;
import io.sextant.analytics.luck.DeflatedSharpe;
import io.sextant.analytics.luck.SharpeEvidence;
import io.sextant.analytics.luck.SuperiorAbility;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.backtest.BacktestOrder;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.verdict.Evidence.Count;
import io.sextant.engine.verdict.Evidence.Earned;
import io.sextant.engine.verdict.Evidence.Span;
import io.sextant.engine.verdict.TrialLedger.Tried;
import io.sextant.forecasting.evaluation.CombinatorialFolds;
import io.sextant.forecasting.evaluation.Folds;
import io.sextant.forecasting.evaluation.Folds.Gap;
import io.sextant.strategy.kind.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Puts a strategy through everything that could explain its profit away. */
public final class Examination {

    private static final int BARS_MIN = 100;
    private static final int STARTS = 8;
    private static final double EMBARGO_SHARE = 0.01;

    private final Candidate candidate;
    private final TestedBars bars;
    private final List<Choice> choices;
    private final Optional<Grid> grid;
    private final ExaminationTerms terms;
    private final Hands hands;

    private Examination(
            Candidate candidate,
            TestedBars bars,
            List<Choice> choices,
            Optional<Grid> grid,
            ExaminationTerms terms,
            Hands hands) {
        this.candidate = candidate;
        this.bars = bars;
        this.choices = List.copyOf(choices);
        this.grid = grid;
        this.terms = terms;
        this.hands = hands;
    }

    /** Of a strategy with values that nobody searched for here. */
    public static Verdict of(
            Candidate candidate, TestedBars bars, Choice choice, ExaminationTerms terms, TrialLedger ledger) {
        return of(candidate, bars, choice, terms, ledger, Hands.HERE);
    }

    /** The same with its runs made by others. */
    public static Verdict of(
            Candidate candidate,
            TestedBars bars,
            Choice choice,
            ExaminationTerms terms,
            TrialLedger ledger,
            Hands hands) {
        return new Examination(candidate, bars, List.of(choice), Optional.empty(), terms, hands).verdict(ledger);
    }

    /**
     * Of the best of a grid, chosen by its Sharpe ratio over all bars, as whoever searches does.
     *
     * @param choices the points of the grid
     */
    public static Verdict ofBest(
            Candidate candidate,
            TestedBars bars,
            Grid grid,
            List<Choice> choices,
            ExaminationTerms terms,
            TrialLedger ledger) {
        return ofBest(candidate, bars, grid, choices, terms, ledger, Hands.HERE);
    }

    /** The same with its runs made by others. */
    public static Verdict ofBest(
            Candidate candidate,
            TestedBars bars,
            Grid grid,
            List<Choice> choices,
            ExaminationTerms terms,
            TrialLedger ledger,
            Hands hands) {
        return new Examination(candidate, bars, choices, Optional.of(grid), terms, hands).verdict(ledger);
    }

    private Verdict verdict(TrialLedger ledger) {
        for (int k = 0; k < bars.instruments(); k++) {
            if (bars.bars(k).size() < BARS_MIN) {
                throw new IllegalArgumentException("there are " + bars.bars(k).size() + " bars of " + bars.id(k)
                        + ", and a verdict takes " + BARS_MIN + " at least");
            }
        }
        try (Crew crew = hands.crew(candidate, bars, choices, terms)) {
            return Verdict.of(evidence(ledger, crew));
        }
    }

    private Evidence evidence(TrialLedger ledger, Crew crew) {
        VerdictRuns runs = new VerdictRuns(candidate, bars, choices, terms.seed());
        TrialTable table = TrialTable.of(runs, candidate, bars, choices, crew);
        int best = table.best();
        Choice chosen = choices.get(best);
        Passage passage = candidate.run(bars, chosen, Candidate.Costs.AS_THEY_ARE);
        List<Tried> ever = noted(table, ledger);
        SharpeEvidence sharpe = SharpeEvidence.of(table.returns()[best]);
        int trials = Math.max(choices.size(), ever.size());
        double deviation = DeflatedSharpe.deviation(
                ever.stream().mapToDouble(Tried::sharpeAYear).toArray());
        SeededRandom random = SeededRandom.stream(terms.seed(), 0);
        Gap gap = gap(passage.run(), table.periods());
        Count count = new Count(
                choices.size(),
                Math.toIntExact(ever.stream()
                        .filter(each -> each.strategy().equals(candidate.name()))
                        .count()),
                trials,
                ledger.isWhole(),
                candidate.parameters().size());
        return new Evidence(
                candidate.name(),
                chosen,
                choices.size(),
                new Span(
                        bars.instruments(),
                        bars.size(),
                        table.periods(),
                        bars.timeNanos(0),
                        bars.timeNanos(bars.size() - 1),
                        table.barsAYear()),
                earned(table, best, passage),
                sharpe,
                DeflatedSharpe.of(sharpe, trials, deviation / Math.sqrt(table.barsAYear())),
                sharpe.periodsNeeded(0, 1 - VerdictRules.LEVEL),
                count,
                overfitting(table),
                SuperiorAbility.of(table.returns(), terms.bootstraps(), random),
                SuperiorAbility.of(table.aboveHolding(), terms.bootstraps(), random),
                walked(table, gap, false),
                walked(table, gap, true),
                paths(table, gap),
                grid.map(each -> Surface.of(table, each)),
                MonteCarlo.of(new MonteCarlo.Subject(candidate, bars, choices, chosen, passage), runs, terms, crew),
                LookAhead.of(candidate, bars, chosen, passage, terms.cuts(), terms.seed()),
                WarmUp.of(candidate, bars, chosen, passage, STARTS),
                FillCheck.of(passage.run()),
                Capacity.of(passage.run(), candidate.cash()),
                bestTradeShare(passage.run()));
    }

    /** Notes what was run before anything is said of it, and gives all that was ever run on these bars. */
    private List<Tried> noted(TrialTable table, TrialLedger ledger) {
        DataSketch data = DataSketch.ofAll(bars.series());
        double[] sharpes = table.sharpes();
        List<Tried> trials = new ArrayList<>();
        for (int c = 0; c < sharpes.length; c++) {
            trials.add(Tried.of(candidate.name(), choices.get(c), data, table.aYear(sharpes[c])));
        }
        ledger.add(trials);
        return ledger.on(data);
    }

    private Earned earned(TrialTable table, int best, Passage passage) {
        double notional = 0;
        for (BacktestOrder order : passage.run().orders()) {
            notional += Math.abs(order.units()) * order.price();
        }
        double[] equity = passage.run().equity();
        double gain = equity[equity.length - 1] - candidate.cash();
        return new Earned(
                RoundTrip.of(passage.run()).size(),
                gain / candidate.cash(),
                table.aYear(table.sharpes()[best]),
                holding(),
                table.exposure(best),
                notional > 0 ? 1e4 * gain / notional : 0);
    }

    /** With the same part of the cash in each instrument. */
    private double holding() {
        return bars.series().stream()
                .mapToDouble(each -> each.close()[each.size() - 1] / each.close()[0] - 1)
                .average()
                .orElseThrow();
    }

    /** What is held when a judged stretch begins was bought before it: so far apart is what is chosen by. */
    private static Gap gap(BacktestRun run, int periods) {
        double held = RoundTrip.of(run).stream()
                .mapToInt(trade -> trade.exitRow() - trade.entryRow())
                .average()
                .orElse(0);
        int purge = (int) Math.min(Math.ceil(held), periods / 20.0);
        return new Gap(purge, (int) Math.ceil(EMBARGO_SHARE * periods));
    }

    private Optional<BacktestOverfitting> overfitting(TrialTable table) {
        int blocks = BacktestOverfitting.BLOCKS_USUAL;
        return choices.size() < 2 || table.periods() < 4 * blocks
                ? Optional.empty()
                : Optional.of(BacktestOverfitting.of(table.returns(), blocks));
    }

    private Optional<Walked> walked(TrialTable table, Gap gap, boolean rolling) {
        int first = table.periods() / 2;
        // Where there is nothing to choose, both walks are the later half of the one run.
        if ((rolling && choices.size() == 1)
                || table.periods() - first < 2 * terms.folds()
                || first - gap.steps() < 2) {
            return Optional.empty();
        }
        return Optional.of(Walked.through(
                table,
                rolling
                        ? Folds.rolling(table.periods(), terms.folds(), first, gap, first / 2)
                        : Folds.expanding(table.periods(), terms.folds(), first, gap)));
    }

    private Optional<PurgedPaths> paths(TrialTable table, Gap gap) {
        int rows = table.periods() / terms.groups();
        return choices.size() < 2 || rows <= 2 * gap.steps()
                ? Optional.empty()
                : Optional.of(PurgedPaths.through(
                        table, CombinatorialFolds.of(table.periods(), terms.groups(), terms.judgedGroups(), gap)));
    }

    private static double bestTradeShare(BacktestRun run) {
        double[] profits =
                RoundTrip.of(run).stream().mapToDouble(RoundTrip::profit).toArray();
        double sum = Arrays.stream(profits).sum();
        double best = Arrays.stream(profits).max().orElse(0);
        return sum > 0 ? best / sum : Double.NaN;
    }
}
