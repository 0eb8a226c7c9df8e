package io.sextant.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetProblem;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.engine.evaluation.FleetWalks;
import io.sextant.engine.fleet.StrategyParcel;
import io.sextant.engine.outlook.Drawers;
import io.sextant.engine.sweep.FleetSweep;
import io.sextant.engine.sweep.LocalSweep;
import io.sextant.engine.sweep.SweepRunner;
import io.sextant.engine.sweep.SweepWatch;
import io.sextant.engine.verdict.Examination;
import io.sextant.engine.verdict.ExaminationTerms;
import io.sextant.engine.verdict.Hands;
import io.sextant.engine.verdict.StrategyOnBars;
import io.sextant.engine.verdict.TestedBars;
import io.sextant.engine.verdict.TrialLedger;
import io.sextant.engine.verdict.Verdict;
import io.sextant.forecasting.evaluation.Walks;
import io.sextant.strategy.kind.Choice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: a master, two workers with an executor each, and a driver. */
class ProcessClusterTest {

    /** A busy machine takes long to start an executor. */
    private static final int PATIENT_SECONDS = 300;

    @TempDir
    Path folder;

    @Test
    void aWorkerThatIsKilledCostsTimeAndNoBit() throws IOException, InterruptedException {
        List<PricedBars> bars = Examples.bars(500);
        LocalSweep local = Examples.local(bars);
        List<Choice> sets = Examples.sets();
        List<BacktestOutcome> alone = local.run(local.job(sets), SweepWatch.NONE);
        Path notes = Files.createDirectory(folder.resolve("notes"));
        try (ProcessCluster cluster = new ProcessCluster(folder);
                WatchService news = notes.getFileSystem().newWatchService()) {
            notes.register(news, StandardWatchEventKinds.ENTRY_CREATE);
            List<Process> workers = List.of(cluster.worker(), cluster.worker());
            try (Fleet fleet = cluster.join(PATIENT_SECONDS)) {
                SweepRunner there = new FleetSweep(
                        new HeldWork.On(fleet, notes), StrategyParcel.of("sma-cross"), bars, local.job(List.of()));
                List<BacktestOutcome> heard = new ArrayList<>();
                List<BacktestOutcome> came = there.run(local.job(sets), (set, outcome) -> {
                    if (heard.isEmpty()) {
                        killTheFirst(workers, notes, news);
                    }
                    heard.add(outcome);
                });
                assertThat(came).isEqualTo(alone).isEqualTo(heard);
            }
            long first = first(notes);
            try (Stream<Path> all = Files.list(notes)) {
                long elsewhere = all.filter(
                                each -> each.getFileName().toString().startsWith("begun-"))
                        .filter(each -> !each.endsWith("begun-" + first))
                        .mapToLong(each -> each.toFile().length())
                        .sum();
                // The one that it never ended was run by another, beside all that it had not begun.
                assertThat(elsewhere).isGreaterThan(sets.size() - HeldWork.HELD_AT);
            }
        }
    }

    private static long first(Path notes) {
        try {
            return Long.parseLong(Files.readString(notes.resolve("first")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** When it is in the middle of a piece, which it cannot leave. */
    private static void killTheFirst(List<Process> workers, Path notes, WatchService news) {
        try {
            while (!Files.exists(notes.resolve("held"))) {
                WatchKey any = news.take();
                any.pollEvents();
                any.reset();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        long first = first(notes);
        List<Process> its = workers.stream()
                .filter(worker -> worker.descendants().anyMatch(each -> each.pid() == first))
                .toList();
        assertThat(its).hasSize(1);
        ProcessCluster.kill(its.getFirst());
    }

    /** Much longer: a sweep of many rounds whose worker is killed at any moment, a comparison, futures and a verdict by who is left, and at last nobody. */
    @Test
    @Tag("soak")
    @EnabledIfSystemProperty(named = "sextant.cluster.rounds", matches = "[1-9]\\d*")
    void manyRoundsAndAVerdictComeToTheSameAndNobodyIsSaidSo() throws IOException {
        List<PricedBars> bars = Examples.bars(2_000);
        LocalSweep local = Examples.local(bars);
        List<Choice> sets = Examples.sets();
        List<Choice> many = new ArrayList<>();
        for (int i = 0; i < Integer.getInteger("sextant.cluster.rounds"); i++) {
            many.addAll(sets);
        }
        List<BacktestOutcome> alone = local.run(local.job(many), SweepWatch.NONE);
        try (ProcessCluster cluster = new ProcessCluster(folder)) {
            Process first = cluster.worker();
            Process second = cluster.worker();
            try (Fleet fleet = cluster.join(PATIENT_SECONDS)) {
                FleetSweep there = new FleetSweep(fleet, StrategyParcel.of("sma-cross"), bars, local.job(List.of()));
                assertThat(there.run(local.job(sets), SweepWatch.NONE)).isEqualTo(alone.subList(0, sets.size()));
                List<BacktestOutcome> heard = new ArrayList<>();
                List<BacktestOutcome> came = there.run(local.job(many), (set, outcome) -> {
                    if (heard.isEmpty()) {
                        ProcessCluster.kill(first);
                    }
                    heard.add(outcome);
                });
                assertThat(came).isEqualTo(alone).isEqualTo(heard);
                Examples.assertSame(
                        Examples.foreseen(new FleetWalks(fleet), Examples.drawers(fleet)),
                        Examples.foreseen(Walks.HERE, Drawers.here(1)));
                assertThat(examined(bars, Hands.on(fleet, StrategyParcel.of("sma-cross"))))
                        .usingRecursiveComparison()
                        .isEqualTo(examined(bars, Hands.HERE));
            }
            ProcessCluster.kill(second);
            try (Fleet fleet = cluster.join(1)) {
                FleetSweep nobody = new FleetSweep(fleet, StrategyParcel.of("sma-cross"), bars, local.job(List.of()));
                assertThatThrownBy(() -> nobody.run(local.job(sets), SweepWatch.NONE))
                        .isInstanceOf(FleetProblem.class)
                        .hasMessageContaining("No worker of " + cluster.url());
            }
        }
    }

    private static Verdict examined(List<PricedBars> bars, Hands hands) {
        return Examination.ofBest(
                new StrategyOnBars(Examples.KIND, Examples.TERMS),
                TestedBars.of(bars),
                Examples.GRID,
                Examples.sets(),
                ExaminationTerms.usual(1, 2).withWorlds(2).withBootstraps(19),
                TrialLedger.inMemory(),
                hands);
    }
}
