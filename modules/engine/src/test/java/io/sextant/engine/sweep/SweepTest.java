package io.sextant.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.sweep.Sweep.Plan;
import io.sextant.engine.verdict.DataSketch;
import io.sextant.engine.verdict.Grid;
import io.sextant.engine.verdict.TrialLedger;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SweepTest {

    private static final StrategyKind SMA = StrategyCatalog.get("sma-cross");
    private static final StrategyKind EMA = StrategyCatalog.get("ema-cross");
    private static final BacktestTerms TERMS = new BacktestTerms(10_000, 0.0005, true);
    private static final BarSeries BARS = bars(400);
    private static final Grid GRID = Grid.parse("fast=2:20:2,slow=5:50:5");

    @TempDir
    Path folder;

    private static BarSeries bars(int size) {
        SeededRandom random = new SeededRandom(7);
        long[] times = new long[size];
        double[] open = new double[size];
        double[] close = new double[size];
        double[] high = new double[size];
        double[] low = new double[size];
        double[] volume = new double[size];
        double price = 100;
        for (int i = 0; i < size; i++) {
            times[i] = (i + 9_000) * 86_400_000_000_000L;
            open[i] = Math.rint(price * 100) / 100;
            price *= Math.exp(0.01 * random.nextGaussian());
            close[i] = Math.rint(price * 100) / 100;
            high[i] = Math.max(open[i], close[i]);
            low[i] = Math.min(open[i], close[i]);
            volume[i] = 1_000;
        }
        return new BarSeries(times, open, high, low, close, volume, size);
    }

    private static LocalSweep local(StrategyKind kind, int threads) {
        return new LocalSweep(kind.name(), kind, BARS, TERMS, threads);
    }

    private static Choice made(StrategyKind kind, Map<String, Double> values) {
        Choice choice = Choice.of(kind, values);
        kind.needs(choice);
        return choice;
    }

    private static SweepResult swept(StrategyKind kind, SweepRunner runner, SweepSearch search, long seed) {
        return Sweep.run(
                new Plan(GRID, search, 30, seed, SweepMeasure.SHARPE),
                values -> made(kind, values),
                runner,
                local(kind, 1).job(List.of()),
                SweepWatch.NONE);
    }

    @ParameterizedTest
    @EnumSource(SweepSearch.class)
    void theNumberOfThreadsChangesNoBit(SweepSearch search) {
        for (StrategyKind kind : List.of(SMA, EMA)) {
            SweepResult one = swept(kind, local(kind, 1), search, 5);
            assertThat(swept(kind, local(kind, 2), search, 5)).isEqualTo(one);
            assertThat(swept(kind, local(kind, 3), search, 5)).isEqualTo(one);
            assertThat(new HashSet<>(one.points().stream().map(SweepPoint::at).toList()))
                    .hasSameSizeAs(one.points());
        }
    }

    @Test
    void aGridRunsEveryPointThatCanBe() {
        SweepResult all = swept(SMA, local(SMA, 1), SweepSearch.GRID, 1);
        long possible = IntStream.rangeClosed(1, 10)
                .mapToLong(fast -> IntStream.rangeClosed(1, 10)
                        .filter(slow -> 2 * fast < 5 * slow)
                        .count())
                .sum();
        assertThat(all.points()).hasSize((int) possible);
        double best = all.points().stream().mapToDouble(all::value).max().orElseThrow();
        assertThat(all.value(all.best())).isEqualTo(best);
        SweepSurface surface = all.surface("fast", "slow");
        assertThat(surface.acrossValues()).startsWith(2, 4).hasSize(10);
        assertThat(surface.values()[0][9]).isNaN();
        all.points()
                .forEach(each -> assertThat(
                                surface.values()[each.at().get(1)][each.at().get(0)])
                        .isEqualTo(all.value(each)));
    }

    @Test
    void aBudgetLargerThanTheGridTriesAllOfItAndEnds() {
        SweepResult all = Sweep.run(
                new Plan(Grid.parse("fast=2:6:2,slow=5:15:5"), SweepSearch.GENETIC, 1_000, 1, SweepMeasure.RETURN),
                values -> made(SMA, values),
                local(SMA, 1),
                local(SMA, 1).job(List.of()),
                SweepWatch.NONE);
        // Of nine points all but 6 over 5.
        assertThat(all.points()).hasSize(8);
    }

    /** A hill that is not where the middle is: what learns finds its top in fewer runs than chance does. */
    @Test
    void searchesThatLearnClimbAHill() {
        Grid wide = Grid.parse("fast=1:100:1,slow=101:200:1");
        ToDoubleFunction<Choice> hill =
                set -> -Math.pow((set.number("fast") - 80) / 100, 2) - Math.pow((set.number("slow") - 120) / 100, 2);
        double bayes = 0;
        double genetic = 0;
        double random = 0;
        for (long seed = 1; seed <= 4; seed++) {
            bayes += climbed(wide, SweepSearch.BAYES, 28, seed, hill);
            genetic += climbed(wide, SweepSearch.GENETIC, 160, seed, hill);
            random += climbed(wide, SweepSearch.RANDOM, 160, seed, hill);
        }
        assertThat(bayes).isGreaterThan(random);
        assertThat(genetic).isGreaterThan(random);
    }

    private static double climbed(Grid grid, SweepSearch search, int budget, long seed, ToDoubleFunction<Choice> hill) {
        SweepResult result = Sweep.run(
                new Plan(grid, search, budget, seed, SweepMeasure.RETURN),
                values -> made(SMA, values),
                (job, watch) -> job.sets().stream()
                        .map(set -> earned(hill.applyAsDouble(set)))
                        .toList(),
                local(SMA, 1).job(List.of()),
                SweepWatch.NONE);
        assertThat(result.points()).hasSize(budget);
        return result.value(result.best());
    }

    private static BacktestOutcome earned(double share) {
        return new BacktestOutcome(1, 0, share, 0, 0, 0, 0);
    }

    /** Stops after so many sets. */
    private record Stopping(List<Choice> heard, int after) implements SweepWatch {

        @Override
        public void done(Choice set, BacktestOutcome outcome) {
            heard.add(set);
            if (heard.size() == after) {
                throw new CancellationException();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SweepSearch.class)
    void whatWasStoppedGoesOnWhereItWasAndFindsTheSame(SweepSearch search) throws IOException {
        Path file = folder.resolve("sweep-" + search + ".txt");
        SweepResult whole = swept(SMA, local(SMA, 1), search, 3);
        Plan plan = new Plan(GRID, search, 30, 3, SweepMeasure.SHARPE);
        assertThatThrownBy(() -> Sweep.run(
                        plan,
                        values -> made(SMA, values),
                        new KeptSweep(local(SMA, 2), file),
                        local(SMA, 1).job(List.of()),
                        new Stopping(new ArrayList<>(), 9)))
                .isInstanceOf(CancellationException.class);
        // As a crash leaves it: the tenth begun and not ended.
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.isEmpty())
                .toList();
        assertThat(lines).hasSize(10);
        Files.writeString(file, String.join("\n", lines) + "\n" + lines.get(3).substring(0, 40));

        List<Choice> ranAgain = new ArrayList<>();
        SweepRunner noting = (job, watch) -> {
            ranAgain.addAll(job.sets());
            return local(SMA, 2).run(job, watch);
        };
        assertThat(swept(SMA, new KeptSweep(noting, file), search, 3)).isEqualTo(whole);
        assertThat(ranAgain).hasSize(whole.points().size() - 9);
        assertThat(swept(SMA, new KeptSweep((job, watch) -> List.of(), file), search, 3))
                .isEqualTo(whole);
    }

    @Test
    void aFileOfAnotherJobIsRefused() {
        Path file = folder.resolve("sweep.txt");
        swept(SMA, new KeptSweep(local(SMA, 1), file), SweepSearch.RANDOM, 1);
        assertThatThrownBy(() -> swept(EMA, new KeptSweep(local(EMA, 1), file), SweepSearch.RANDOM, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another sweep");
        assertThatThrownBy(() -> local(SMA, 1).run(local(EMA, 1).job(List.of()), SweepWatch.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoeverStopsIsHeardAndWhatWasRunIsCounted() {
        TrialLedger ledger = TrialLedger.inMemory();
        CountedSweep counted = new CountedSweep(local(SMA, 2), ledger, "sma-cross", BARS);
        assertThatThrownBy(() -> Sweep.run(
                        new Plan(GRID, SweepSearch.GRID, 1, 1, SweepMeasure.SHARPE),
                        values -> made(SMA, values),
                        counted,
                        local(SMA, 1).job(List.of()),
                        new Stopping(new ArrayList<>(), 5)))
                .isInstanceOf(CancellationException.class);
        assertThat(ledger.on(DataSketch.of(BARS))).hasSize(5);
        SweepWatch never = new SweepWatch() {
            @Override
            public void done(Choice set, BacktestOutcome outcome) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        Choice usual = Choice.usual(SMA);
        assertThatThrownBy(() -> counted.run(local(SMA, 1).job(List.of(usual)), never))
                .isInstanceOf(CancellationException.class);
        assertThat(ledger.on(DataSketch.of(BARS))).hasSize(5);
        swept(SMA, counted, SweepSearch.GRID, 1);
        assertThat(ledger.on(DataSketch.of(BARS)))
                .hasSameSizeAs(swept(SMA, local(SMA, 1), SweepSearch.GRID, 1).points());
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertThatThrownBy(() -> new Plan(GRID, SweepSearch.BAYES, 1_000, 1, SweepMeasure.SHARPE))
                .hasMessageContaining("from 1 to 400 runs");
        assertThatThrownBy(() -> new Plan(
                        Grid.parse("fast=1:1000:1,slow=1:1000:1"), SweepSearch.GRID, 1, 1, SweepMeasure.SHARPE))
                .hasMessageContaining("take larger steps");
        assertThatThrownBy(() -> Sweep.run(
                        new Plan(Grid.parse("fast=30,slow=10"), SweepSearch.GRID, 1, 1, SweepMeasure.SHARPE),
                        values -> made(SMA, values),
                        local(SMA, 1),
                        local(SMA, 1).job(List.of()),
                        SweepWatch.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
