package io.sextant.strategy.bar;

import io.sextant.domain.regime.RegimeName;
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
 * With the trend in a trend, against its edges in a range, and out while the market is turbulent or crashes (Hamilton 1989; Ang and
 * Bekaert 2004). It fails when regimes are named late, which at the first bars of each they always are.
 */
public final class RegimeSwitch implements StrategyKind {

    @Override
    public String name() {
        return "regime-switch";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.bars("length", 3, 1_000, 20),
                new Parameter("deviations", Parameter.Unit.NUMBER, 0.5, 5, 1.5, 0.25),
                Parameter.yesOrNo(LONG_ONLY, false));
    }

    @Override
    public Needs needs(Choice choice) {
        return new Needs(1, 1, choice.whole("length"), 1, List.of(), false, true, false);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new Switching(choice.whole("length"), choice.number("deviations"), choice.yes(LONG_ONLY) ? 0 : -1);
    }

    private static final class Switching extends BarRun {

        private final Recent closes;
        private final double deviations;
        private final double shareBelow;
        private boolean inRange;

        Switching(int length, double deviations, double shareBelow) {
            super(length);
            closes = new Recent(length);
            this.deviations = deviations;
            this.shareBelow = shareBelow;
        }

        @Override
        void hear(Scene scene) {
            closes.add(scene.close(0));
        }

        @Override
        void decide(Scene scene, Wishes wishes) {
            RegimeName regime = scene.regime(0);
            boolean wasInRange = inRange;
            inRange = regime == RegimeName.RANGE;
            double deviation = closes.deviation();
            double score = deviation > 0 ? (closes.ago(0) - closes.mean()) / deviation : 0;
            if (regime == null) {
                turn(wishes, 0, "no-regime", score);
                return;
            }
            switch (regime) {
                case TREND_UP -> turn(wishes, 1, "regime-trend-up", score);
                case TREND_DOWN -> turn(wishes, shareBelow, "regime-trend-down", score);
                case TURBULENT, CRASH -> turn(wishes, 0, "regime-danger", score);
                case RANGE -> range(wishes, score, wasInRange);
            }
        }

        /** What an earlier regime left is not carried into the range. */
        private void range(Wishes wishes, double score, boolean wasInRange) {
            if (score < -deviations) {
                turn(wishes, 1, "too-low", score);
            } else if (score > deviations) {
                turn(wishes, shareBelow, "too-high", score);
            } else if (!wasInRange || (wished() > 0 && score >= 0) || (wished() < 0 && score <= 0)) {
                turn(wishes, 0, "came-home", score);
            }
        }

        private void turn(Wishes wishes, double share, String code, double score) {
            if (share != wished()) {
                hold(wishes, share, code, new Figure("deviations", score));
            }
        }
    }
}
