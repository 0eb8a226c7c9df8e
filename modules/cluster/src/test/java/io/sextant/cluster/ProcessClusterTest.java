package io.sextant.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetProblem;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.engine.fleet.StrategyParcel;
import io.sextant.engine.sweep.FleetSweep;
import io.sextant.engine.sweep.LocalSweep;
import io.sextant.engine.sweep.SweepWatch;
import io.sextant.engine.verdict.Examination;
import io.sextant.engine.verdict.ExaminationTerms;
import io.sextant.engine.verdict.Hands;
import io.sextant.engine.verdict.StrategyOnBars;
import io.sextant.engine.verdict.TestedBars;
import io.sextant.engine.verdict.TrialLedger;
import io.sextant.engine.verdict.Verdict;
import io.sextant.strategy.kind.Choice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: a master, two workers with an executor each, and a driver. */
class ProcessClusterTest {

    /** A busy machine takes long to start an executor. */
    private static final int PATIENT_SECONDS = 300;

    private static final int ROUNDS = Integer.getInteger("sextant.cluster.rounds", 8);

    @TempDir
    Path folder;

    @Test
    void aWorkerThatIsKilledCostsTimeAndNoBit() throws IOException {
        List<PricedBars> bars = Examples.bars(2_000);
        LocalSweep local = Examples.local(bars);
        List<Choice> sets = Examples.sets();
        List<Choice> many = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
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
                assertThat(first.isAlive()).isFalse();

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
