package io.sextant.engine.verdict;

import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A candidate whose signal is a column that was computed from all bars before the run, as features often are.
 *
 * @param signals for each bar what to hold from its end on, NaN for nothing new; may look wherever it wants
 */
record Peeking(String name, int warmUp, Function<BarSeries, double[]> signals) implements Candidate {

    static final Choice NONE = new Choice(Map.of());

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public int warmUpBars(Choice choice) {
        return warmUp;
    }

    @Override
    public double cash() {
        return 10_000;
    }

    @Override
    public Runner on(TestedBars bars, Costs costs) {
        double[] column = signals.apply(bars.bars(0));
        return new StrategyOnBars(new ColumnRule(column), new BacktestTerms(cash(), 0.0005, true)).on(bars, costs);
    }

    /** Says what stands in a column. */
    private record ColumnRule(double[] column) implements StrategyKind {

        @Override
        public String name() {
            return "column";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }

        @Override
        public Needs needs(Choice choice) {
            return Needs.bars(1);
        }

        @Override
        public StrategyRun begin(Choice choice) {
            return (scene, wishes) -> {
                double share = column[scene.bars(0) - 1];
                if (!Double.isNaN(share)) {
                    wishes.hold(Target.strong(0, share, Reason.of("column")));
                }
            };
        }
    }
}
