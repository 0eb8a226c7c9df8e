package io.sextant.engine.backtest;

import io.sextant.domain.market.BarSeries;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import java.util.List;

/** A strategy that does what a test tells it, and bars by hand. */
record Told(int instruments, StrategyRun run) implements StrategyKind {

    static final long DAY_NANOS = 86_400_000_000_000L;

    /** Wishes of the only instrument at the end of each bar; NaN says nothing. */
    static Told shares(double... shares) {
        return new Told(1, (scene, wishes) -> {
            int bar = scene.bars(0) - 1;
            if (bar < shares.length && !Double.isNaN(shares[bar])) {
                wishes.hold(Target.strong(0, shares[bar], Reason.of("told", new Reason.Figure("bar", bar))));
            }
        });
    }

    /** Days that open and close as told; the extremes are the higher and the lower of the two. */
    static BarSeries opensAndCloses(double... told) {
        double[] path = new double[told.length * 2];
        for (int i = 0; i < told.length; i += 2) {
            path[2 * i] = told[i];
            path[2 * i + 1] = Math.max(told[i], told[i + 1]);
            path[2 * i + 2] = Math.min(told[i], told[i + 1]);
            path[2 * i + 3] = told[i + 1];
        }
        return bars(path);
    }

    /** Days of open, high, low and close, of a volume of 100 each. */
    static BarSeries bars(double... told) {
        int size = told.length / 4;
        long[] times = new long[size];
        double[][] columns = new double[5][size];
        for (int i = 0; i < size; i++) {
            times[i] = i * DAY_NANOS;
            for (int column = 0; column < 4; column++) {
                columns[column][i] = told[4 * i + column];
            }
            columns[4][i] = 100;
        }
        return new BarSeries(times, columns[0], columns[1], columns[2], columns[3], columns[4], size);
    }

    @Override
    public String name() {
        return "told";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Needs needs(Choice choice) {
        return new Needs(instruments, instruments, 1, 5, List.of(), false, false, false);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return run;
    }

    BacktestRun inEngine(BarSeries bars, BacktestTerms terms) {
        return EventBacktest.run(BacktestMarket.of(bars, terms), this, Choice.usual(this), terms);
    }

    BacktestRun asColumns(BarSeries bars, BacktestTerms terms) {
        return VectorBacktest.run(BacktestMarket.of(bars, terms), this, Choice.usual(this), terms);
    }
}
