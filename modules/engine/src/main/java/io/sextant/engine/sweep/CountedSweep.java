package io.sextant.engine.sweep;

import io.sextant.analytics.luck.DeflatedSharpe;
import io.sextant.analytics.luck.SharpeEvidence;
import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestOutcome;
import io.sextant.engine.verdict.DataSketch;
import io.sextant.engine.verdict.TrialLedger;
import io.sextant.engine.verdict.TrialLedger.Tried;
import io.sextant.strategy.kind.Choice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Notes every set that was run in the ledger of trials before anything is said of it, also where the sweep is stopped or fails. */
public final class CountedSweep implements SweepRunner {

    private static final int BARS_MIN = 100;

    private final SweepRunner runner;
    private final TrialLedger ledger;
    private final String strategy;
    private final DataSketch data;
    private final double yearRoot;

    /** @param strategy by what the ledger knows it */
    public CountedSweep(SweepRunner runner, TrialLedger ledger, String strategy, BarSeries bars) {
        this(runner, ledger, strategy, List.of(bars), Arrays.copyOf(bars.openTimeNanos(), bars.size()));
    }

    /**
     * The same over several instruments.
     *
     * @param timeNanos at which bars of any of them open
     */
    public CountedSweep(
            SweepRunner runner, TrialLedger ledger, String strategy, List<BarSeries> bars, long[] timeNanos) {
        if (timeNanos.length < BARS_MIN) {
            throw new IllegalArgumentException(
                    "there are " + timeNanos.length + " bars, and a sweep takes " + BARS_MIN + " at least");
        }
        this.runner = runner;
        this.ledger = ledger;
        this.strategy = strategy;
        data = DataSketch.ofAll(bars);
        yearRoot = Math.sqrt(TrialLedger.barsAYear(timeNanos));
    }

    /**
     * What was ever tried on these bars, and what that leaves of the best.
     *
     * @param onData of all strategies
     * @param whole whether the ledger is what was written
     * @param luckySharpeAYear what the best of as many without any skill would show
     */
    public record Luck(int onData, boolean whole, double luckySharpeAYear, DeflatedSharpe deflated) {}

    @Override
    public List<BacktestOutcome> run(SweepJob job, SweepWatch watch) {
        List<Tried> tried = new ArrayList<>();
        try {
            return runner.run(job, new SweepWatch() {
                @Override
                public void done(Choice set, BacktestOutcome outcome) {
                    tried.add(Tried.of(strategy, set, data, outcome.sharpeABar() * yearRoot));
                    watch.done(set, outcome);
                }

                @Override
                public boolean isCancelled() {
                    return watch.isCancelled();
                }
            });
        } finally {
            ledger.add(tried);
        }
    }

    /** @param returns of the best, bar by bar */
    public Luck luck(double[] returns) {
        List<Tried> ever = ledger.on(data);
        int trials = Math.max(1, ever.size());
        double deviation = DeflatedSharpe.deviation(
                ever.stream().mapToDouble(Tried::sharpeAYear).toArray());
        DeflatedSharpe deflated = DeflatedSharpe.of(SharpeEvidence.of(returns), trials, deviation / yearRoot);
        return new Luck(trials, ledger.isWhole(), deflated.luckySharpe() * yearRoot, deflated);
    }
}
