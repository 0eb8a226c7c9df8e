package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.backtest.BacktestReport;
import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.backtest.BacktestSetup.Costs;
import io.sextant.domain.backtest.BacktestSetup.Fill;
import io.sextant.domain.backtest.SettingRange;
import io.sextant.domain.backtest.SweepReport;
import io.sextant.domain.backtest.SweepReport.Point;
import io.sextant.domain.backtest.SweepReport.Swept;
import io.sextant.domain.backtest.SweepWish;
import io.sextant.domain.backtest.SweepWish.Measure;
import io.sextant.domain.backtest.SweepWish.Search;
import io.sextant.domain.backtest.VerdictCheck;
import io.sextant.domain.backtest.VerdictReport;
import io.sextant.domain.backtest.VerdictReport.Judged;
import io.sextant.domain.backtest.VerdictReport.Measured;
import io.sextant.domain.backtest.VerdictReport.Walk;
import io.sextant.domain.backtest.VerdictReport.Word;
import io.sextant.domain.backtest.VerdictWish;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.engine.testing.CoreSession;
import io.sextant.engine.verdict.DataSketch;
import io.sextant.engine.verdict.TrialLedger;
import io.sextant.simulator.SimulatedHistory;
import io.sextant.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts and sweeps over bars that the simulator made. */
class LabJobsTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final BarSeries HOURS = hours();

    @TempDir
    Path folder;

    private final TrialLedger trials = TrialLedger.inMemory();

    private static BarSeries hours() {
        return new SimulatedHistory(SimulatorSettings.of(7, CoreSession.START_NANOS))
                .barsBefore(BTC, Timeframe.H1, CoreSession.START_NANOS, 600);
    }

    private BacktestLab lab() {
        return new BacktestLab(
                wanted -> HOURS,
                new LabKeeping(trials, Optional.of(folder), "test", 2, new LabStrategies(Optional.of(folder))));
    }

    private static BacktestSetup setup(Map<String, Double> values) {
        return new BacktestSetup(
                "sma-cross",
                values,
                List.of(BTC),
                Timeframe.H1,
                0,
                Long.MAX_VALUE,
                10_000,
                new Costs(5, 1, 0),
                Fill.NEXT_OPEN,
                true);
    }

    private static SweepWish wish(Search search, int budget) {
        return new SweepWish(
                setup(Map.of()),
                List.of(new SettingRange("fast", 3, 12, 3), new SettingRange("slow", 8, 32, 8)),
                search,
                budget,
                1,
                Measure.SHARPE);
    }

    private static Measured measured(Judged judged, VerdictCheck check) {
        return judged.measured().stream()
                .filter(each -> each.check() == check)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSweepRunsEveryPointThatCanBeAndCountsThem() {
        Watched watched = new Watched(Long.MAX_VALUE);
        Swept swept = (Swept) lab().work(new Job.RunSweep(wish(Search.GRID, 1)), watched);

        // A fast mean of 9 or 12 bars is not below a slow one of 8.
        assertThat(swept.points()).hasSize(14);
        assertThat(swept.luck().tries()).isEqualTo(14);
        assertThat(watched.units.get()).isEqualTo(14);
        Point best = swept.points().get(swept.best());
        assertThat(swept.points().stream().filter(Point::hasTraded))
                .allSatisfy(each -> assertThat(each.by(Measure.SHARPE)).isLessThanOrEqualTo(best.by(Measure.SHARPE)));
        assertThat(swept.stable()).isPresent();
        BacktestReport.Ran alone =
                (BacktestReport.Ran) lab().work(new Job.RunBacktest(setup(best.values())), new Watched(Long.MAX_VALUE));
        assertThat(alone.figures().finalEquity()).isEqualTo(best.finalEquity());
        assertThat(alone.trades()).hasSize(best.trades());
        assertThat(alone.tries()).as("the same numbers again").isEqualTo(14);
        BacktestReport.Ran other = (BacktestReport.Ran)
                lab().work(new Job.RunBacktest(setup(Map.of("slow", 40.0))), new Watched(Long.MAX_VALUE));
        assertThat(other.tries()).isEqualTo(15);
    }

    @Test
    void aSweepThatWasStoppedGoesOnWhereItWas() throws IOException {
        Swept whole = (Swept) new BacktestLab(wanted -> HOURS, LabKeeping.inMemory())
                .work(new Job.RunSweep(wish(Search.RANDOM, 9)), new Watched(Long.MAX_VALUE));
        assertThatThrownBy(() -> lab().work(new Job.RunSweep(wish(Search.RANDOM, 9)), new Watched(4)))
                .isInstanceOf(CancellationException.class);
        assertThat(kept()).as("what was run waits").hasSize(1);
        long lines = Files.readAllLines(kept().getFirst()).stream()
                .filter(line -> line.endsWith(";"))
                .count();
        assertThat(lines).isBetween(4L, 8L);

        Swept resumed = (Swept) lab().work(new Job.RunSweep(wish(Search.RANDOM, 9)), new Watched(Long.MAX_VALUE));
        assertThat(resumed.points()).isEqualTo(whole.points());
        assertThat(resumed.luck().tries()).isEqualTo(9);
        assertThat(kept()).as("nothing is left to go on with").isEmpty();
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void aVerdictOnASearchTellsItsFindingsItsWalksAndItsPaths() {
        Watched watched = new Watched(Long.MAX_VALUE);
        VerdictWish wish = new VerdictWish(setup(Map.of()), wish(Search.GRID, 1).ranges(), 19, 1);
        Judged judged = (Judged) lab().work(new Job.Examine(wish), watched);

        assertThat(judged.tries()).isEqualTo(14);
        assertThat(judged.word() == Word.HOLDS_UP).isEqualTo(judged.findings().isEmpty());
        assertThat(judged.findings().stream().filter(VerdictReport.Finding::decides))
                .hasSizeGreaterThanOrEqualTo(judged.word() == Word.HOLDS_UP ? 0 : 1);
        assertThat(judged.pathSharpes()).hasSize(7).isSorted();
        assertThat(judged.walks()).hasSize(2);
        for (Walk walk : judged.walks()) {
            assertThat(walk.windows()).hasSize(5);
            assertThat(walk.timesNanos()).isSorted().hasSameSizeAs(walk.growth());
            assertThat(walk.timesNanos()[walk.timesNanos().length - 1]).isEqualTo(HOURS.lastTimeNanos());
            assertThat(walk.growth()[walk.growth().length - 1]).isCloseTo(1 + walk.afterReturn(), within(1e-12));
            double together = 1;
            for (VerdictReport.Window window : walk.windows()) {
                assertThat(window.chosenToNanos()).isLessThan(window.afterFromNanos());
                together *= 1 + window.afterReturn();
            }
            assertThat(together).isCloseTo(1 + walk.afterReturn(), within(1e-12));
        }
        assertThat(measured(judged, VerdictCheck.FUTURE).against()).isFalse();
        assertThat(watched.share).isBetween(0.8, 0.95);
    }

    /** The last window's growth is that of the chosen numbers run alone over the same bars. */
    @Test
    void aVerdictOnOneSetOfNumbersIsOfThatRun() {
        BacktestSetup setup = setup(Map.of("fast", 5.0, "slow", 20.0));
        Judged judged = (Judged)
                lab().work(new Job.Examine(new VerdictWish(setup, List.of(), 0, 1)), new Watched(Long.MAX_VALUE));
        BacktestReport.Ran ran =
                (BacktestReport.Ran) lab().work(new Job.RunBacktest(setup), new Watched(Long.MAX_VALUE));

        assertThat(judged.chosen()).containsEntry("fast", 5.0).containsEntry("slow", 20.0);
        List<VerdictReport.Figure> earned =
                measured(judged, VerdictCheck.EARNED).figures();
        assertThat(earned.get(0).value()).isCloseTo(ran.figures().returnShare(), within(1e-9));
        assertThat(earned.get(1).value()).isEqualTo(ran.trades().size());
        Walk walk = judged.walks().getFirst();
        long first = walk.windows().getFirst().afterFromNanos();
        int before = 0;
        while (ran.timesNanos()[before + 1] < first) {
            before++;
        }
        assertThat(walk.growth()[walk.growth().length - 1])
                .isCloseTo(ran.equity()[ran.equity().length - 1] / ran.equity()[before], within(1e-9));
        assertThat(judged.pathSharpes()).isEmpty();
    }

    @Test
    void aVerdictOnSeveralInstrumentsIsToldByTheSameChecks() {
        InstrumentId other = InstrumentId.of("ETH-USDT");
        BacktestSetup two = new BacktestSetup(
                "kalman-pair",
                Map.of("memory", 10.0),
                List.of(BTC, other),
                Timeframe.H1,
                0,
                Long.MAX_VALUE,
                10_000,
                new Costs(5, 1, 0),
                Fill.NEXT_OPEN,
                true);
        BarSeries others = new SimulatedHistory(SimulatorSettings.of(7, CoreSession.START_NANOS))
                .barsBefore(other, Timeframe.H1, CoreSession.START_NANOS, 600);
        BacktestLab lab = new BacktestLab(
                wanted -> wanted.instrument().equals(BTC) ? HOURS : others,
                new LabKeeping(trials, Optional.of(folder), "test", 2, new LabStrategies(Optional.of(folder))));
        VerdictWish wish = new VerdictWish(two, List.of(new SettingRange("enter", 1, 1.5, 0.5)), 3, 1);
        Judged judged = (Judged) lab.work(new Job.Examine(wish), new Watched(Long.MAX_VALUE));
        BacktestReport.Ran best = (BacktestReport.Ran)
                lab.work(new Job.RunBacktest(two.withValues(judged.chosen())), new Watched(Long.MAX_VALUE));
        assertThat(measured(judged, VerdictCheck.EARNED).figures().getFirst().value())
                .isCloseTo(best.figures().returnShare(), within(1e-12));
        // The legs of a pair are one trade.
        assertThat(measured(judged, VerdictCheck.EARNED).figures().get(1).value())
                .isBetween(best.trades().size() / 2.0, best.trades().size() - 1.0);
        assertThat(measured(judged, VerdictCheck.FUTURE).against()).isFalse();
        assertThat(measured(judged, VerdictCheck.FUTURE).figures().getFirst().value())
                .isPositive();
        assertThat(judged.walks()).hasSize(2);
        assertThat(judged.tries()).isEqualTo(2);
        assertThat(best.tries()).as("each of the two bars knows of it").isEqualTo(2);
    }

    @Test
    void refusesInASentenceWhatCannotBeExaminedOrSwept() {
        BacktestSetup two = new BacktestSetup(
                "sma-cross",
                Map.of(),
                List.of(BTC, InstrumentId.of("ETH-USDT")),
                Timeframe.H1,
                0,
                Long.MAX_VALUE,
                10_000,
                new Costs(0, 0, 0),
                Fill.NEXT_OPEN,
                true);
        Watched watched = new Watched(Long.MAX_VALUE);
        assertThat(lab().work(new Job.Examine(new VerdictWish(two, List.of(), 0, 1)), watched))
                .isInstanceOfSatisfying(
                        VerdictReport.Refused.class,
                        refused -> assertThat(refused.reason()).contains("sma-cross trades 1 to 1 instruments, not 2"));
        SweepWish unknown = new SweepWish(
                setup(Map.of()), List.of(new SettingRange("nose", 1, 2, 1)), Search.GRID, 1, 1, Measure.SHARPE);
        assertThat(lab().work(new Job.RunSweep(unknown), watched))
                .isInstanceOfSatisfying(
                        SweepReport.Refused.class,
                        refused -> assertThat(refused.reason()).contains("nose"));
        BacktestLab few = new BacktestLab(wanted -> new BarSeriesBuilder().build(), LabKeeping.inMemory());
        assertThat(few.work(new Job.RunSweep(wish(Search.GRID, 1)), watched))
                .isInstanceOf(SweepReport.TooFewBars.class);
        assertThat(few.work(new Job.Examine(new VerdictWish(setup(Map.of()), List.of(), 0, 1)), watched))
                .isInstanceOf(VerdictReport.TooFewBars.class);
        assertThat(trials.on(DataSketch.of(HOURS))).isEmpty();
    }

    @Test
    void aVerdictThatIsCancelledSaysNothingAndItsTriesCount() {
        VerdictWish wish = new VerdictWish(setup(Map.of()), wish(Search.GRID, 1).ranges(), 200, 1);
        assertThatThrownBy(() -> lab().work(new Job.Examine(wish), new Watched(30)))
                .isInstanceOf(CancellationException.class);
        assertThat(trials.on(DataSketch.of(HOURS))).hasSize(14);
    }

    /** Asks to stop when so many runs are done. */
    private static final class Watched implements JobWorks.Progress {

        private final AtomicLong units = new AtomicLong();
        private final long most;
        private volatile double share;

        Watched(long most) {
            this.most = most;
        }

        @Override
        public void done(double newShare) {
            share = Math.max(share, newShare);
            checkCancelled();
        }

        @Override
        public void worked(long more) {
            units.addAndGet(more);
        }

        @Override
        public boolean isCancelled() {
            return units.get() >= most;
        }

        @Override
        public void checkCancelled() {
            if (isCancelled()) {
                throw new CancellationException("the test says so");
            }
        }
    }
}
