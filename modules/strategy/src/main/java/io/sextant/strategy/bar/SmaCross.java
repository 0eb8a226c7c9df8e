package io.sextant.strategy.bar;

import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import java.util.List;

/**
 * Long when the mean of the last few closes crosses above that of more of them, short when it crosses below (Brock, Lakonishok and
 * LeBaron 1992). It fails in markets that go nowhere, where every crossing is late and is undone by the next.
 */
public final class SmaCross implements StrategyKind {

    @Override
    public String name() {
        return "sma-cross";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.bars("fast", 1, 1_000, 10),
                Parameter.bars("slow", 2, 5_000, 30),
                Parameter.yesOrNo(LONG_ONLY, false));
    }

    /** One bar more than the slow mean takes, because a crossing is seen between two bars. */
    @Override
    public Needs needs(Choice choice) {
        MeanCrossRun.checkFaster(choice);
        return Needs.bars(choice.whole("slow") + 1);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new MeanCrossRun(
                needs(choice).warmUpBars(),
                IndicatorSpec.parse("sma:" + choice.whole("fast")).make(),
                IndicatorSpec.parse("sma:" + choice.whole("slow")).make(),
                choice.yes(LONG_ONLY));
    }
}
