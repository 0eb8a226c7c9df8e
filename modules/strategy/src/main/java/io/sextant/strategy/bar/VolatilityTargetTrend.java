package io.sextant.strategy.bar;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Reason.Figure;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Wishes;
import java.util.List;

/**
 * The way of the last bars, with so much that the position moves as much a year as it was told to: less in wild times, more in calm ones
 * (Moskowitz, Ooi and Pedersen 2012; Moreira and Muir 2017). It fails at turns, and where calm ends in one bar with a large position on.
 * The share is rounded to steps, so that it is not traded at every bar.
 */
public final class VolatilityTargetTrend implements StrategyKind {

    @Override
    public String name() {
        return "volatility-target-trend";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.bars("lookback", 1, 5_000, 120),
                Parameter.bars("volatility-bars", 5, 1_000, 60),
                new Parameter("volatility-target", Parameter.Unit.SHARE, 0.01, 1, 0.15, 0.01),
                new Parameter("bars-a-year", Parameter.Unit.COUNT, 1, 600_000, 252, 1),
                new Parameter("most", Parameter.Unit.SHARE, 0.1, 5, 1, 0.1),
                new Parameter("step", Parameter.Unit.SHARE, 0.01, 0.5, 0.1, 0.01),
                Parameter.yesOrNo(LONG_ONLY, false));
    }

    @Override
    public Needs needs(Choice choice) {
        return Needs.bars(Math.max(choice.whole("lookback"), choice.whole("volatility-bars")) + 1);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new Trend(needs(choice).warmUpBars(), choice);
    }

    private static final class Trend extends BarRun {

        private final Recent closes;
        private final Recent returns;
        private final double target;
        private final double barsOfYear;
        private final double most;
        private final double step;
        private final boolean longOnly;

        Trend(int warmUpBars, Choice choice) {
            super(warmUpBars);
            closes = new Recent(choice.whole("lookback") + 1);
            returns = new Recent(choice.whole("volatility-bars"));
            target = choice.number("volatility-target");
            barsOfYear = choice.number("bars-a-year");
            most = choice.number("most");
            step = choice.number("step");
            longOnly = choice.yes(LONG_ONLY);
        }

        @Override
        void hear(Scene scene) {
            if (heardBars() > 1) {
                returns.add(Math.log(scene.close(0) / closes.ago(0)));
            }
            closes.add(scene.close(0));
        }

        @Override
        void decide(Scene scene, Wishes wishes) {
            double move = closes.ago(0) / closes.ago(closes.length() - 1) - 1;
            double volatility = returns.deviation() * Math.sqrt(barsOfYear);
            double size = volatility > 0 ? Math.min(most, target / volatility) : 0;
            double share = step * Math.rint(Math.signum(move) * size / step);
            double wanted = longOnly ? Math.max(0, share) : share;
            if (wanted != wished()) {
                hold(
                        wishes,
                        wanted,
                        wanted > 0 ? "trend-up" : wanted < 0 ? "trend-down" : "no-trend",
                        new Figure("return", move),
                        new Figure("volatility", volatility));
            }
        }
    }
}
