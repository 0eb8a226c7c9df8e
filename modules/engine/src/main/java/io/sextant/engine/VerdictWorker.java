package io.sextant.engine;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.backtest.SettingRange;
import io.sextant.domain.backtest.VerdictReport;
import io.sextant.domain.backtest.VerdictWish;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.Hearing;
import io.sextant.engine.verdict.Examination;
import io.sextant.engine.verdict.ExaminationTerms;
import io.sextant.engine.verdict.Grid;
import io.sextant.engine.verdict.StrategyOnBars;
import io.sextant.engine.verdict.TestedBars;
import io.sextant.engine.verdict.Verdict;
import io.sextant.engine.verdict.VerdictTelling;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.StrategyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Examines strategies over stored bars. */
final class VerdictWorker {

    static final int FEWEST_BARS = 100;
    /** The returns of all choices over all bars are held at once, three times. */
    private static final double MOST_CELLS = 2e7;
    /** The last is not the end: signals are compared and fills looked at after it. */
    private static final double RUNS_SHARE = 0.95;

    private final LabBars bars;
    private final LabKeeping keeping;

    VerdictWorker(LabBars bars, LabKeeping keeping) {
        this.bars = bars;
        this.keeping = keeping;
    }

    VerdictReport examine(VerdictWish wish, JobWorks.Progress progress) {
        BacktestSetup setup = wish.setup();
        try {
            StrategyKind kind = keeping.strategies().kind(setup.strategy());
            Choice asItStands = LabBars.choice(kind, setup, Map.of());
            List<PricedBars> priced = new ArrayList<>();
            for (InstrumentId instrument : setup.instruments()) {
                progress.checkCancelled();
                BarSeries read = bars.read(setup, instrument);
                if (read.size() < FEWEST_BARS) {
                    return new VerdictReport.TooFewBars(wish, instrument, read.size(), FEWEST_BARS);
                }
                priced.add(new PricedBars(instrument, read));
            }
            progress.checkCancelled();
            TestedBars tested = TestedBars.of(priced);
            return VerdictTelling.of(wish, verdict(wish, kind, asItStands, tested, progress), tested);
        } catch (IllegalArgumentException | ArithmeticException cannotBe) {
            return new VerdictReport.Refused(wish, String.valueOf(cannotBe.getMessage()));
        }
    }

    private Verdict verdict(
            VerdictWish wish, StrategyKind kind, Choice asItStands, TestedBars read, JobWorks.Progress progress) {
        Needs needs = kind.needs(asItStands);
        BacktestTerms charged = LabBars.terms(wish.setup());
        Hearing hearing =
                keeping.past().hearing(wish.setup(), needs, BacktestMarket.of(read.priced(), charged), progress);
        StrategyOnBars candidate = new StrategyOnBars(
                keeping.strategies().identity(wish.setup().strategy(), kind)
                        + keeping.past().heard(wish.setup().past(), needs),
                kind,
                charged,
                hearing);
        Grid grid = grid(wish.grid());
        List<Choice> choices = wish.grid().isEmpty()
                ? List.of(asItStands)
                : grid.choices(values -> LabBars.choice(kind, wish.setup(), values));
        if ((double) choices.size() * read.size() > MOST_CELLS) {
            throw new IllegalArgumentException("the returns of " + choices.size() + " choices over " + read.size()
                    + " bars are too many to hold; search fewer, or longer bars");
        }
        ExaminationTerms plain =
                ExaminationTerms.usual(wish.seed(), keeping.threads()).withWorlds(wish.worlds());
        if (hearing != Hearing.NOTHING) {
            // In each of them a desk learns anew.
            plain = plain.whereADeskLearns();
        }
        double all = plain.runsAbout(read.count(), choices.size());
        AtomicLong done = new AtomicLong();
        ExaminationTerms terms = plain.stoppedBy(progress::isCancelled).telling(runs -> {
            progress.worked(runs);
            progress.done(Math.min(RUNS_SHARE, RUNS_SHARE * done.addAndGet(runs) / all));
        });
        return wish.grid().isEmpty()
                ? Examination.of(candidate, read, asItStands, terms, keeping.trials())
                : Examination.ofBest(candidate, read, grid, choices, terms, keeping.trials());
    }

    static Grid grid(List<SettingRange> ranges) {
        return new Grid(ranges.stream()
                .map(each -> new Grid.Axis(each.setting(), each.from(), each.to(), each.step()))
                .toList());
    }
}
