package io.sextant.strategy.bar;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import java.util.List;

/**
 * Long below the lower of Bollinger's bands and short above the upper, out at the mean (Bollinger on Bollinger Bands, 2001; Poterba and Summers
 * 1988 on returning prices). It fails in trends, where the price walks along a band and every entry is against it.
 */
public final class BollingerReversion implements StrategyKind {

    @Override
    public String name() {
        return "bollinger-reversion";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.bars("length", 3, 1_000, 20),
                new Parameter("deviations", Parameter.Unit.NUMBER, 0.5, 5, 2, 0.25),
                Parameter.yesOrNo(LONG_ONLY, false));
    }

    @Override
    public Needs needs(Choice choice) {
        return Needs.bars(choice.whole("length"));
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new Bands(choice.whole("length"), choice.number("deviations"), choice.yes(LONG_ONLY));
    }

    private static final class Bands extends ReversionRun {

        private final Recent closes;

        Bands(int length, double deviations, boolean longOnly) {
            super(length, deviations, 0, longOnly, "deviations");
            closes = new Recent(length);
        }

        @Override
        void hear(Scene scene) {
            closes.add(scene.close(0));
        }

        /** In deviations from the mean, by n as Bollinger takes them. */
        @Override
        double score(Scene scene) {
            int length = closes.length();
            double deviation = closes.deviation() * Math.sqrt((length - 1.0) / length);
            return deviation > 0 ? (closes.ago(0) - closes.mean()) / deviation : 0;
        }
    }
}
