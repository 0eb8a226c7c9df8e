package io.sextant.strategy.group;

import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Needs;
import io.sextant.strategy.kind.Parameter;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Reason.Figure;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;
import java.util.List;

/**
 * Two instruments whose hedge ratio moves: a Kalman filter follows the line of their log prices, and what the first is off from where the line
 * expected it is traded back (Chan, Algorithmic Trading, 2013; Elliott, van der Hoek and Malcolm 2005). It fails where the two were never tied
 * together, for it asks no test, and where distances last as long as its memory: then the line follows them.
 */
public final class KalmanPair implements StrategyKind {

    /** A line has forgotten where it began when that weighs less than this. */
    private static final double FORGOTTEN = 1e-6;

    @Override
    public String name() {
        return "kalman-pair";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.bars("memory", 10, 2_000, 60),
                new Parameter("enter", Parameter.Unit.NUMBER, 0.5, 5, 1.5, 0.25),
                new Parameter("leave", Parameter.Unit.NUMBER, 0, 2, 0.25, 0.25),
                new Parameter("stop", Parameter.Unit.NUMBER, 1, 20, 6, 0.5));
    }

    @Override
    public Needs needs(Choice choice) {
        Pairs.rule(choice);
        double kept = 1 - 1.0 / choice.whole("memory");
        int warmUp = (int) Math.ceil(Math.log(FORGOTTEN) / Math.log(kept));
        return new Needs(2, 2, warmUp, 1, List.of(), false, false, false);
    }

    @Override
    public StrategyRun begin(Choice choice) {
        return new Following(needs(choice).warmUpBars(), choice);
    }

    private static final class Following implements StrategyRun {

        private final int warmUpBars;
        private final Spread.Rule rule;
        private final MovingLine line;
        private final ClosePanel panel = new ClosePanel(2, 1);
        private final Spread state = new Spread(new int[] {0, 1}, new double[] {1, -1}, 0, 1);
        private int rows;

        Following(int warmUpBars, Choice choice) {
            this.warmUpBars = warmUpBars;
            rule = Pairs.rule(choice);
            line = new MovingLine(choice.whole("memory"));
        }

        @Override
        public void next(Scene scene, Wishes wishes) {
            if (!panel.add(scene)) {
                return;
            }
            rows++;
            double score = line.score(panel.newest(1), panel.newest(0));
            if (rows >= warmUpBars && Double.isFinite(score) && state.turns(score, rule)) {
                double slope = line.slope();
                double part = state.side / (1 + Math.abs(slope));
                Reason why = Reason.of(state.code(), new Figure("score", score), new Figure("hedge-ratio", slope));
                wishes.hold(Target.strong(0, part, why));
                wishes.hold(Target.strong(1, -slope * part, why));
            }
        }
    }
}
