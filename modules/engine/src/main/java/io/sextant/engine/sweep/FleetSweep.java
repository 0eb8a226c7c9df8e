package io.sextant.engine.sweep;

import io.sextant.domain.fleet.Fleet;
import io.sextant.domain.fleet.FleetWatch;
import io.sextant.domain.fleet.Work;
import io.sextant.engine.backtest.BacktestMarket.PricedBars;
import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.engine.fleet.Columns;
import io.sextant.engine.fleet.RunBytes;
import io.sextant.engine.fleet.StrategyParcel;
import io.sextant.strategy.kind.Choice;
import java.util.ArrayList;
import java.util.List;

/** Runs sets on a fleet: the strategy, the bars and the costs travel once, and each set by itself. */
public final class FleetSweep implements SweepRunner {

    private final Fleet fleet;
    private final SweepJob runs;
    private final Work work;

    /** @param runs what it can be asked for: the same strategy, bars and costs as the others */
    public FleetSweep(Fleet fleet, StrategyParcel strategy, List<PricedBars> bars, SweepJob runs) {
        this.fleet = fleet;
        this.runs = runs.withSets(List.of());
        work = SweepWork.of(strategy, bars, runs.terms());
    }

    @Override
    public List<BacktestOutcome> run(SweepJob job, SweepWatch watch) {
        if (!job.withSets(List.of()).equals(runs)) {
            throw new IllegalArgumentException("these are other bars, another strategy or other costs than the job's");
        }
        List<byte[]> pieces = job.sets().stream()
                .map(set -> Columns.bytes(out -> RunBytes.write(out, set)))
                .toList();
        List<BacktestOutcome> done = new ArrayList<>(pieces.size());
        fleet.run(work, pieces, new Told(job.sets(), done, watch));
        return done;
    }

    private record Told(List<Choice> sets, List<BacktestOutcome> done, SweepWatch watch) implements FleetWatch {

        @Override
        public void done(int piece, double[] came) {
            BacktestOutcome outcome = SweepWork.outcome(came);
            done.add(outcome);
            watch.done(sets.get(piece), outcome);
        }

        @Override
        public boolean isCancelled() {
            return watch.isCancelled();
        }
    }
}
