package io.sextant.strategy.ta4j;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import java.util.List;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Strategy;
import org.ta4j.core.num.DoubleNumFactory;

/**
 * A strategy of ta4j as one of ours: its entry rule takes all of the equity, long or short as its starting type says, and its exit rule goes flat. It
 * is asked at the end of each bar and filled after it, with numbers of double precision; it says nothing before its unstable bars are over.
 */
public abstract class Ta4jStrategy implements StrategyKind {

    private final String name;
    private final List<Parameter> parameters;

    protected Ta4jStrategy(String name, Parameter... parameters) {
        this.name = name;
        this.parameters = List.of(parameters);
    }

    /** Made anew for each run, over a series that is empty yet and gets a bar whenever one has ended. */
    protected abstract Strategy strategy(BarSeries series, Choice choice);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public final Needs needs(Choice choice) {
        return Needs.bars(strategy(series(), choice).getUnstableBars() + 1);
    }

    @Override
    public final StrategyRun begin(Choice choice) {
        BarSeries series = series();
        return new Ta4jRun(series, strategy(series, choice));
    }

    private static BarSeries series() {
        return new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
    }
}
