package io.sextant.strategy.bar;

import io.sextant.analytics.indicator.Indicator;
import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import java.util.List;

/**
 * Long where the relative strength is very low and short where it is very high, out at 50 (Wilder 1978; Connors and Alvarez 2009 with few
 * bars). It fails in strong trends, in which the strength stays extreme for weeks.
 */
public final class RsiReversion implements StrategyKind {

    private static final double MIDDLE = 50;

    @Override
    public String name() {
        return "rsi-reversion";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.bars("length", 2, 200, 14),
                new Parameter("low", Parameter.Unit.NUMBER, 1, 49, 30, 1),
                Parameter.yesOrNo(LONG_ONLY, false));
    }

    /** Wilder's means begin with plain ones of the first changes, and are waited for until those no longer weigh. */
    @Override
    public Needs needs(Choice choice) {
        int length = choice.whole("length");
        return Needs.bars(1 + length + BarRun.barsToForget(1.0 / length));
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new Strength(
                needs(choice).warmUpBars(), choice.whole("length"), choice.number("low"), choice.yes(LONG_ONLY));
    }

    private static final class Strength extends ReversionRun {

        private final Indicator index;
        private double newest = Double.NaN;

        Strength(int warmUpBars, int length, double low, boolean longOnly) {
            super(warmUpBars, MIDDLE - low, 0, longOnly, "strength-from-50");
            index = IndicatorSpec.parse("rsi:" + length).make();
        }

        @Override
        void hear(Scene scene) {
            newest = fed(index, scene);
        }

        @Override
        double score(Scene scene) {
            return newest - MIDDLE;
        }
    }
}
