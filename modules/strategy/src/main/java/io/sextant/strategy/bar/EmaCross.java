package io.sextant.strategy.bar;

import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import java.util.List;

/**
 * As the SMA cross with means that weigh the newest closes most and so turn sooner (Appel 1979; LeBaron 1999 for currencies). It fails where
 * the SMA cross does, and being quicker it is also turned by single wild closes.
 */
public final class EmaCross implements StrategyKind {

    @Override
    public String name() {
        return "ema-cross";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.bars("fast", 1, 1_000, 12),
                Parameter.bars("slow", 2, 5_000, 26),
                Parameter.yesOrNo(LONG_ONLY, false));
    }

    /** The slow mean begins with a plain one, and is waited for until that no longer weighs. */
    @Override
    public Needs needs(Choice choice) {
        MeanCrossRun.checkFaster(choice);
        int slow = choice.whole("slow");
        return Needs.bars(slow + BarRun.barsToForget(2.0 / (slow + 1)) + 1);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new MeanCrossRun(
                needs(choice).warmUpBars(),
                IndicatorSpec.parse("ema:" + choice.whole("fast")).make(),
                IndicatorSpec.parse("ema:" + choice.whole("slow")).make(),
                choice.yes(LONG_ONLY));
    }
}
