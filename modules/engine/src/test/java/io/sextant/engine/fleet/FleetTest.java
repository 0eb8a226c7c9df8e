package io.sextant.engine.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.FillModel;
import io.sextant.engine.backtest.TradingCosts;
import io.sextant.engine.backtest.TradingCosts.FeeTier;
import io.sextant.engine.sweep.FleetSweep;
import io.sextant.engine.sweep.LocalSweep;
import io.sextant.engine.sweep.Sweep;
import io.sextant.engine.sweep.SweepMeasure;
import io.sextant.engine.sweep.SweepResult;
import io.sextant.engine.sweep.SweepRunner;
import io.sextant.engine.sweep.SweepSearch;
import io.sextant.engine.sweep.SweepWatch;
import io.sextant.engine.verdict.Examination;
import io.sextant.engine.verdict.ExaminationTerms;
import io.sextant.engine.verdict.Grid;
import io.sextant.engine.verdict.Hands;
import io.sextant.engine.verdict.StrategyOnBars;
import io.sextant.engine.verdict.TestedBars;
import io.sextant.engine.verdict.TrialLedger;
import io.sextant.engine.verdict.Verdict;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetTest {

    private static final BacktestTerms TERMS = new BacktestTerms(10_000, 0.0005, true);
    private static final Grid GRID = Grid.parse("fast=3:9:3,slow=12:24:6");

    @TempDir
    Path folder;

    static PricedBars bars(String id, long seed, int size) {
        SeededRandom random = new SeededRandom(seed);
        BarSeries bars = new BarSeries(
                new long[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                size);
        double price = 100;
        for (int i = 0; i < size; i++) {
            bars.openTimeNanos()[i] = (i + 9_000) * 86_400_000_000_000L;
            bars.open()[i] = Math.rint(price * 100) / 100;
            price *= Math.exp(0.01 * random.nextGaussian());
            bars.close()[i] = Math.rint(price * 100) / 100;
            bars.high()[i] = Math.max(bars.open()[i], bars.close()[i]);
            bars.low()[i] = Math.min(bars.open()[i], bars.close()[i]);
            bars.volume()[i] = 1_000 + i;
        }
        return new PricedBars(InstrumentId.of(id), bars);
    }

    private static SweepResult swept(SweepRunner runner, StrategyKind kind, LocalSweep local, SweepSearch search) {
        return Sweep.run(
                new Sweep.Plan(GRID, search, 8, 3, SweepMeasure.SHARPE),
                values -> Choice.of(kind, values),
                runner,
                local.job(List.of()),
                SweepWatch.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sma-cross", "ema-cross"})
    void aSweepComesToTheSameBitsOnAnyFleetInAnyOrder(String name) throws IOException {
        StrategyKind kind = StrategyCatalog.get(name);
        List<PricedBars> bars = List.of(bars("A", 7, 400));
        LocalSweep local = new LocalSweep(name, kind, bars, TERMS, 2);
        try (Fleet here = new LocalFleet(2);
                Fleet far = Backwards.far()) {
            for (SweepSearch search : List.of(SweepSearch.GRID, SweepSearch.BAYES, SweepSearch.GENETIC)) {
                SweepResult alone = swept(local, kind, local, search);
                for (Fleet fleet : List.of(here, far)) {
                    SweepRunner runner = new FleetSweep(fleet, StrategyParcel.of(name), bars, local.job(List.of()));
                    assertThat(swept(runner, kind, local, search)).isEqualTo(alone);
                }
            }
        }
    }

    @Test
    void aVerdictComesToTheSameBitsOnAnyFleet() throws IOException {
        StrategyKind kind = StrategyCatalog.get("sma-cross");
        TestedBars bars = TestedBars.of(List.of(bars("A", 8, 420)));
        ExaminationTerms terms = ExaminationTerms.usual(1, 2).withWorlds(3).withBootstraps(19);
        List<Choice> choices = GRID.choices(values -> Choice.of(kind, values));
        Verdict here = examined(new StrategyOnBars(kind, TERMS), bars, choices, terms, Hands.HERE);
        try (Fleet far = Backwards.far()) {
            Verdict there = examined(
                    new StrategyOnBars(kind, TERMS),
                    bars,
                    choices,
                    terms,
                    Hands.on(far, StrategyParcel.of("sma-cross")));
            assertThat(there).usingRecursiveComparison().isEqualTo(here);
            assertThat(there.evidence().monteCarlo().alike()).hasSize(3);
        }
    }

    private static Verdict examined(
            StrategyOnBars candidate, TestedBars bars, List<Choice> choices, ExaminationTerms terms, Hands hands) {
        return Examination.ofBest(candidate, bars, GRID, choices, terms, TrialLedger.inMemory(), hands);
    }

    @Test
    void costsAndBarsComeBackToTheLastBit() {
        BacktestTerms terms = new BacktestTerms(12_345.678, false, TradingCosts.NONE, FillModel.BAR_PATH, 7, 0.25, -0.3)
                .withCosts(TradingCosts.commission(0.0007)
                        .withPrices(1.5, 0.1, 0.02)
                        .withHolding(0.03, -0.0001)
                        .withTiers(List.of(new FeeTier(0, -0.0001, 0.001), new FeeTier(1e5, 0, 0.0008))));
        assertThat(Columns.read(Columns.bytes(out -> RunBytes.write(out, terms)), RunBytes::terms))
                .isEqualTo(terms);
        List<PricedBars> bars = List.of(bars("A", 1, 50), bars("BTC-USDT.KRAKEN", 2, 3));
        assertThat(Columns.read(Columns.bytes(out -> RunBytes.write(out, bars)), RunBytes::bars))
                .isEqualTo(bars);
        Choice choice = new Choice(Map.of("fast", 0.1 + 0.2, "slow", -0.0));
        assertThat(Columns.read(Columns.bytes(out -> RunBytes.write(out, choice)), RunBytes::choice))
                .isEqualTo(choice);
    }

    @Test
    void rulesOfOnesOwnTravelWithAllThatStandsInThem() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, """
                name: mine
                long:
                  enter:
                    - close > sma:20
                  exit:
                    - close < sma:20
                """);
        StrategyParcel parcel = StrategyParcel.of(file.toString());
        Files.delete(file);
        StrategyParcel arrived = Columns.read(Columns.bytes(parcel::write), StrategyParcel::read);
        assertThat(arrived.name()).isEqualTo("mine.yaml");
        assertThat(arrived.open().name()).isEqualTo("mine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrategyParcel.of(folder.toString()))
                .withMessageContaining("does not travel to a cluster");
    }

    @Test
    void whatCannotBeIsRefusedAsHereAndTheNextWorkGoesOn() throws IOException {
        StrategyKind kind = StrategyCatalog.get("sma-cross");
        List<PricedBars> bars = List.of(bars("A", 7, 200));
        LocalSweep local = new LocalSweep("sma-cross", kind, bars, TERMS, 1);
        List<Choice> sets = List.of(
                Choice.of(kind, Map.of("fast", 5.0, "slow", 20.0)), new Choice(Map.of("fast", 30.0, "slow", 20.0)));
        Throwable alone = catchThrowable(local, local, sets);
        try (Fleet far = Backwards.far()) {
            SweepRunner runner = new FleetSweep(far, StrategyParcel.of("sma-cross"), bars, local.job(List.of()));
            assertThat(alone).isInstanceOf(IllegalArgumentException.class);
            assertThat(catchThrowable(runner, local, sets))
                    .isInstanceOf(alone.getClass())
                    .hasMessage(alone.getMessage());
            assertThat(runner.run(local.job(sets.subList(0, 1)), SweepWatch.NONE))
                    .hasSize(1);
        }
    }

    private static Throwable catchThrowable(SweepRunner runner, LocalSweep local, List<Choice> sets) {
        return Assertions.catchThrowable(() -> runner.run(local.job(sets), SweepWatch.NONE));
    }

    @Test
    void whoAsksToStopIsHeardAndKeepsWhatWasDone() throws IOException {
        StrategyKind kind = StrategyCatalog.get("sma-cross");
        LocalSweep local = new LocalSweep("sma-cross", kind, List.of(bars("A", 7, 200)), TERMS, 1);
        List<Integer> heard = new ArrayList<>();
        try (Fleet here = new LocalFleet(1)) {
            SweepRunner runner = new FleetSweep(
                    here, StrategyParcel.of("sma-cross"), List.of(bars("A", 7, 200)), local.job(List.of()));
            List<Choice> sets = GRID.choices(values -> Choice.of(kind, values));
            assertThatThrownBy(() -> runner.run(local.job(sets), new SweepWatch() {
                        @Override
                        public void done(Choice set, BacktestOutcome outcome) {
                            heard.add(sets.indexOf(set));
                        }

                        @Override
                        public boolean isCancelled() {
                            return !heard.isEmpty();
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(heard).isNotEmpty().isSorted().hasSizeLessThan(9);
    }

    @Test
    void anotherBuildOrAnotherJavaIsRefusedInWords() {
        assertThatThrownBy(() -> Backwards.far(new MadeOf("others", "25", "amd64")))
                .isInstanceOf(FleetProblem.class)
                .hasMessageContaining("of another build")
                .hasMessageContaining("copy it to all machines");
        assertThatThrownBy(() -> Backwards.far(new MadeOf("classes", "26", "amd64")))
                .isInstanceOf(FleetProblem.class)
                .hasMessageContaining("Java 25 (amd64)")
                .hasMessageContaining("the same Java on all machines");
        MadeOf own = MadeOf.thisProcess();
        assertThat(own.classes()).hasSize(16);
        assertThat(own.java()).contains(System.getProperty("java.vm.vendor"));
        assertThat(own.processor()).contains(System.getProperty("os.name"));
        own.checkSame(Columns.read(Columns.bytes(own::write), MadeOf::read), "a", "b");
    }
}
