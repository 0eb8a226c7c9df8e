package io.sextant.strategy.bar;

import io.sextant.domain.forecast.Verdict;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Reason.Figure;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.Scene.Outlook;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Target.Strength;
import io.sextant.strategy.kind.Wishes;
import java.util.List;

/**
 * The way that the champion model expects, where its skill is measured and the move is worth its costs; flat where either is gone (Leitch and
 * Tanner 1991: what pays is the direction, not the error). It fails when the skill of the past ends, which a measure notices late. Sure where
 * the interval leaves out 0; each wish is for the next bar and lapses with it.
 */
public final class ForecastDriven implements StrategyKind {

    @Override
    public String name() {
        return "forecast-driven";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("least-move", Parameter.Unit.SHARE, 0, 0.1, 0.0005, 0.0001),
                Parameter.yesOrNo(LONG_ONLY, false));
    }

    @Override
    public Needs needs(Choice choice) {
        return new Needs(1, 1, 1, 1, List.of(), true, false, false);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new Following(choice.number("least-move"), choice.yes(LONG_ONLY) ? 0 : -1);
    }

    private static final class Following extends BarRun {

        private final double leastMove;
        private final double shareBelow;

        Following(double leastMove, double shareBelow) {
            super(1);
            this.leastMove = leastMove;
            this.shareBelow = shareBelow;
        }

        @Override
        void hear(Scene scene) {}

        @Override
        void decide(Scene scene, Wishes wishes) {
            Outlook outlook = scene.outlook(0);
            if (outlook == null || outlook.verdict() != Verdict.SKILL) {
                if (wished() != 0) {
                    hold(wishes, 0, "no-skill");
                }
                return;
            }
            double expected = outlook.logReturn();
            double share = expected > leastMove ? 1 : expected < -leastMove ? shareBelow : 0;
            boolean lapsed = share != 0 && scene.heldUnits(0) == 0;
            if (share == wished() && !lapsed) {
                return;
            }
            boolean isSure = outlook.lowLogReturn() > 0 || outlook.highLogReturn() < 0;
            long nextEnd = scene.endNanos() + (scene.endNanos() - scene.openTimeNanos(0));
            Reason why = Reason.of(
                    share > 0 ? "expects-rise" : share < 0 ? "expects-fall" : "expects-little",
                    new Figure("expected", expected),
                    new Figure("low", outlook.lowLogReturn()),
                    new Figure("high", outlook.highLogReturn()));
            hold(
                    wishes,
                    new Target(
                            0,
                            share,
                            isSure ? Strength.STRONG : Strength.WEAK,
                            share == 0 ? Target.ALWAYS : nextEnd,
                            why));
        }
    }
}
