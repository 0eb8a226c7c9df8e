package io.sextant.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetProblem;
import io.sextant.domain.fleet.FleetWatch;
import io.sextant.domain.fleet.Work;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.engine.evaluation.FleetWalks;
import io.sextant.engine.fleet.FarFleet;
import io.sextant.engine.fleet.FleetSeat;
import io.sextant.engine.fleet.MadeOf;
import io.sextant.engine.fleet.StrategyParcel;
import io.sextant.engine.outlook.Drawers;
import io.sextant.engine.sweep.FleetSweep;
import io.sextant.engine.sweep.LocalSweep;
import io.sextant.engine.sweep.SweepWatch;
import io.sextant.forecasting.evaluation.Walks;
import io.sextant.risk.path.OutlookTerms;
import io.sextant.risk.path.PathKind;
import io.sextant.strategy.kind.Choice;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Spark in this process. */
class SparkDriverTest {

    private static final ClusterTerms HERE = new ClusterTerms("local[2]", Map.of(), 5);

    /** One process has one Spark: the next test waits until this one's is gone. */
    private record Joined(Fleet fleet, Thread driver) implements AutoCloseable {

        static Joined to(MadeOf own) throws IOException {
            Pipe asking = Pipe.open();
            Pipe answering = Pipe.open();
            Thread driver = Thread.ofPlatform().daemon().start(() -> {
                try (var in = Channels.newInputStream(asking.source());
                        var out = Channels.newOutputStream(answering.sink())) {
                    new FleetSeat(in, out, own).serve(() -> SparkDriver.join(HERE, own));
                } catch (IOException | InterruptedException over) {
                    throw new IllegalStateException(over);
                }
            });
            Fleet fleet = FarFleet.join(
                    Channels.newInputStream(answering.source()),
                    Channels.newOutputStream(asking.sink()),
                    own,
                    "The driver is gone.",
                    FleetWatch.NONE);
            return new Joined(fleet, driver);
        }

        @Override
        public void close() {
            fleet.close();
            try {
                driver.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void runsRefusesAndStopsAsOneMachineDoes() throws IOException {
        List<PricedBars> bars = Examples.bars(300);
        LocalSweep local = Examples.local(bars);
        List<Choice> sets = Examples.sets();
        try (Joined joined = Joined.to(MadeOf.thisProcess())) {
            Fleet fleet = joined.fleet();
            FleetSweep there = new FleetSweep(fleet, StrategyParcel.of("sma-cross"), bars, local.job(List.of()));
            List<Choice> heard = new ArrayList<>();
            assertThat(there.run(local.job(sets), (set, outcome) -> heard.add(set)))
                    .isEqualTo(local.run(local.job(sets), SweepWatch.NONE));
            assertThat(heard).isEqualTo(sets);

            List<Choice> cannotBe = List.of(sets.getFirst(), new Choice(Map.of("fast", 30.0, "slow", 20.0)));
            assertThatThrownBy(() -> there.run(local.job(cannotBe), SweepWatch.NONE))
                    .isInstanceOf(IllegalArgumentException.class);

            List<Choice> many = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                many.addAll(sets);
            }
            List<Choice> before = new ArrayList<>();
            assertThatThrownBy(() -> there.run(local.job(many), new SweepWatch() {
                        @Override
                        public void done(Choice set, BacktestOutcome outcome) {
                            before.add(set);
                        }

                        @Override
                        public boolean isCancelled() {
                            return true;
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(before.size()).isLessThan(many.size());
            assertThat(there.run(local.job(sets.subList(0, 3)), SweepWatch.NONE))
                    .isEqualTo(local.run(local.job(sets.subList(0, 3)), SweepWatch.NONE));
        }
    }

    /** Who forecasts is found by name among what stands in the folder. */
    @Test
    void comparisonsOfModelsAndFuturesComeToTheSameBits() throws IOException {
        try (Joined joined = Joined.to(MadeOf.thisProcess())) {
            Fleet fleet = joined.fleet();
            Drawers there = Examples.drawers(fleet);
            Examples.assertSame(
                    Examples.foreseen(new FleetWalks(fleet), there), Examples.foreseen(Walks.HERE, Drawers.here(1)));
            double[] few = new double[100];
            OutlookTerms terms = new OutlookTerms(10, 1_000, 0.5, 1);
            assertThatThrownBy(() -> there.one(PathKind.REGIMES, few, terms))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("there are 100 returns, and regimes needs at least 200");
        }
    }

    /** Who asks and the driver are alike, and the worker is not. */
    @Test
    void aWorkerOfAnotherBuildIsNamedAndRunsNothing() throws IOException {
        List<PricedBars> bars = Examples.bars(300);
        LocalSweep local = Examples.local(bars);
        MadeOf own = MadeOf.thisProcess();
        try (Joined joined = Joined.to(new MadeOf("0123456789abcdef", own.java(), own.processor()))) {
            Fleet fleet = joined.fleet();
            FleetSweep there = new FleetSweep(fleet, StrategyParcel.of("sma-cross"), bars, local.job(List.of()));
            assertThatThrownBy(() -> there.run(local.job(Examples.sets()), SweepWatch.NONE))
                    .isInstanceOf(FleetProblem.class)
                    .hasMessageContaining("of another build")
                    .hasMessageContaining("0123456789abcdef")
                    .hasMessageContaining("the worker on");
        }
    }

    /** As where a master turns the driver away between two runs. */
    @Test
    void aClusterThatHasEndedTheWorkIsToldInASentence() {
        SparkDriver driver = SparkDriver.join(HERE, MadeOf.thisProcess());
        driver.close();
        Work work = new Work("sweep", new byte[1]);
        assertThatThrownBy(() -> driver.run(work, List.of(new byte[1]), (piece, came) -> {}, () -> false))
                .isInstanceOf(FleetProblem.class)
                .hasMessageStartingWith("The cluster at local[2] ended the work before it was through");
    }

    @Test
    void aMasterThatDoesNotAnswerIsSaidSoAtOnce() {
        assertThatThrownBy(() ->
                        SparkDriver.join(new ClusterTerms("spark://127.0.0.1:1", Map.of(), 5), MadeOf.thisProcess()))
                .isInstanceOf(FleetProblem.class)
                .hasMessageContaining("No master of a cluster answers at spark://127.0.0.1:1");
    }
}
