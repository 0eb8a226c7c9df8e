package io.sextant.engine;

import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.backtest.SweepReport;
import io.sextant.domain.backtest.SweepReport.Luck;
import io.sextant.domain.backtest.SweepReport.Point;
import io.sextant.domain.backtest.SweepReport.Stable;
import io.sextant.domain.backtest.SweepReport.Swept;
import io.sextant.domain.backtest.SweepWish;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.engine.backtest.BacktestOutcomes;
import io.sextant.engine.sweep.CountedSweep;
import io.sextant.engine.sweep.KeptSweep;
import io.sextant.engine.sweep.LocalSweep;
import io.sextant.engine.sweep.Sweep;
import io.sextant.engine.sweep.SweepMeasure;
import io.sextant.engine.sweep.SweepPoint;
import io.sextant.engine.sweep.SweepResult;
import io.sextant.engine.sweep.SweepSearch;
import io.sextant.engine.sweep.SweepWatch;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.StrategyKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Searches settings of strategies over stored bars; what a stopped search has run waits in a file until it goes on. */
final class SweepWorker {

    private static final int FEWEST_BARS = 100;
    /** Of sweeps that were stopped; the oldest are forgotten. */
    private static final int MOST_KEPT = 20;

    private static final String ENDING = ".sweep";

    private final LabBars bars;
    private final LabKeeping keeping;

    SweepWorker(LabBars bars, LabKeeping keeping) {
        this.bars = bars;
        this.keeping = keeping;
    }

    SweepReport sweep(SweepWish wish, JobWorks.Progress progress) {
        BacktestSetup setup = wish.setup();
        try {
            StrategyKind kind = keeping.strategies().kind(setup.strategy());
            List<PricedBars> read = new ArrayList<>();
            for (InstrumentId instrument : setup.instruments()) {
                progress.checkCancelled();
                BarSeries one = bars.read(setup, instrument);
                if (one.size() < FEWEST_BARS) {
                    return new SweepReport.TooFewBars(wish, instrument, one.size(), FEWEST_BARS);
                }
                read.add(new PricedBars(instrument, one));
            }
            return swept(wish, kind, read, progress);
        } catch (IllegalArgumentException | ArithmeticException cannotBe) {
            return new SweepReport.Refused(wish, String.valueOf(cannotBe.getMessage()));
        }
    }

    private Swept swept(SweepWish wish, StrategyKind kind, List<PricedBars> read, JobWorks.Progress progress) {
        Sweep.Plan plan = new Sweep.Plan(
                VerdictWorker.grid(wish.ranges()),
                SweepSearch.valueOf(wish.search().name()),
                wish.budget(),
                wish.seed(),
                SweepMeasure.valueOf(wish.measure().name()));
        Needs needs = kind.needs(LabBars.choice(kind, wish.setup(), Map.of()));
        String identity = keeping.strategies().identity(wish.setup().strategy(), kind)
                + keeping.past().heard(wish.setup().past(), needs);
        LocalSweep local = new LocalSweep(
                identity + " " + keeping.program(),
                kind,
                read,
                LabBars.terms(wish.setup()),
                keeping.threads(),
                market -> keeping.past()
                        .hearing(wish.setup(), needs, market, progress)
                        .over(market));
        Optional<Path> kept = keeping.sweeps().map(folder -> file(folder, KeptSweep.name(local.job(List.of()))));
        CountedSweep counted = new CountedSweep(
                kept.isPresent() ? new KeptSweep(local, kept.get()) : local,
                keeping.trials(),
                identity,
                read.stream().map(PricedBars::bars).toList(),
                local.outcomes().timeNanos());
        double most = wish.search() == SweepWish.Search.GRID ? wish.points() : wish.budget();
        SweepResult result = Sweep.run(
                plan,
                values -> LabBars.choice(kind, wish.setup(), values),
                counted,
                local.job(List.of()),
                watch(most, progress));
        double[] returns =
                BacktestOutcomes.returns(local.outcomes().run(result.best().set()));
        CountedSweep.Luck luck = counted.luck(returns);
        kept.ifPresent(SweepWorker::forget);
        return told(wish, local.outcomes().timeNanos().length, result, luck);
    }

    private static SweepWatch watch(double most, JobWorks.Progress progress) {
        return new SweepWatch() {
            private long done;

            @Override
            public void done(Choice set, BacktestOutcome outcome) {
                done++;
                progress.worked(1);
                progress.done(Math.min(1, done / most));
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }

    private static Swept told(SweepWish wish, int bars, SweepResult result, CountedSweep.Luck luck) {
        List<SweepPoint> points = result.points();
        return new Swept(
                wish,
                bars,
                points.stream().map(SweepWorker::point).toList(),
                points.indexOf(result.best()),
                result.stable()
                        .map(pick -> new Stable(
                                points.indexOf(pick.point()), pick.neighbours(), pick.mean(), pick.deviation())),
                new Luck(
                        luck.onData(),
                        luck.whole(),
                        luck.luckySharpeAYear(),
                        luck.deflated().probability()));
    }

    private static Point point(SweepPoint of) {
        BacktestOutcome outcome = of.outcome();
        Map<String, Double> values = of.set().values();
        return new Point(
                of.at(),
                values,
                outcome.trades(),
                outcome.finalEquity(),
                outcome.returnShare(),
                outcome.sharpe(),
                outcome.calmar(),
                outcome.maxDrawdown());
    }

    private static Path file(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            List<Path> before;
            try (Stream<Path> files = Files.list(folder)) {
                before = files.filter(each -> each.toString().endsWith(ENDING))
                        .sorted(Comparator.comparingLong(SweepWorker::changedMillis)
                                .reversed())
                        .skip(MOST_KEPT - 1)
                        .toList();
            }
            Path own = folder.resolve(name + ENDING);
            before.stream().filter(each -> !each.equals(own)).forEach(SweepWorker::forget);
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long changedMillis(Path file) {
        return file.toFile().lastModified();
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
