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
 * Long what has risen over the last year, short what has fallen (Moskowitz, Ooi and Pedersen 2012). It fails at turns of the market, which it
 * sees late, and where prices move back and forth within its look.
 */
public final class TimeSeriesMomentum implements StrategyKind {

    @Override
    public String name() {
        return "time-series-momentum";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.bars("lookback", 1, 5_000, 252),
                new Parameter("least-move", Parameter.Unit.SHARE, 0, 1, 0, 0.01),
                Parameter.yesOrNo(LONG_ONLY, false));
    }

    @Override
    public Needs needs(Choice choice) {
        return Needs.bars(choice.whole("lookback") + 1);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new Momentum(choice.whole("lookback"), choice.number("least-move"), choice.yes(LONG_ONLY) ? 0 : -1);
    }

    private static final class Momentum extends BarRun {

        private final Recent closes;
        private final double leastMove;
        private final double shareBelow;

        Momentum(int lookback, double leastMove, double shareBelow) {
            super(lookback + 1);
            closes = new Recent(lookback + 1);
            this.leastMove = leastMove;
            this.shareBelow = shareBelow;
        }

        @Override
        void hear(Scene scene) {
            closes.add(scene.close(0));
        }

        @Override
        void decide(Scene scene, Wishes wishes) {
            double move = closes.ago(0) / closes.ago(closes.length() - 1) - 1;
            if (move > leastMove && wished() != 1) {
                hold(wishes, 1, "rose", new Figure("return", move));
            } else if (move < -leastMove && wished() != shareBelow) {
                hold(wishes, shareBelow, "fell", new Figure("return", move));
            }
        }
    }
}
