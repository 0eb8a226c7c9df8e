package io.sextant.strategy.bar;

import io.sextant.analytics.indicator.Indicator;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Reason.Figure;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;

/** Turns where one mean crosses another: it goes from one side to the other from one bar to the next, and a touch is no crossing. */
final class MeanCrossRun implements StrategyRun {

    /** Means this near to each other are equal: they come from sums whose last digits depend on the order of adding. */
    private static final double EQUAL = 1e-12;

    private final int warmUpBars;
    private final Indicator fast;
    private final Indicator slow;
    private final double shareBelow;
    private final double[] out = new double[1];
    private int sideBefore;

    MeanCrossRun(int warmUpBars, Indicator fast, Indicator slow, boolean longOnly) {
        this.warmUpBars = warmUpBars;
        this.fast = fast;
        this.slow = slow;
        shareBelow = longOnly ? 0 : -1;
    }

    static void checkFaster(Choice choice) {
        if (choice.whole("fast") >= choice.whole("slow")) {
            throw new IllegalArgumentException("the fast mean is of fewer bars than the slow one, not "
                    + choice.whole("fast") + " of " + choice.whole("slow"));
        }
    }

    @Override
    public void next(Scene scene, Wishes wishes) {
        if (!scene.isNew(0)) {
            return;
        }
        double fastMean = fed(fast, scene);
        double slowMean = fed(slow, scene);
        if (Double.isNaN(slowMean)) {
            return;
        }
        double distance = fastMean - slowMean;
        int side = Math.abs(distance) <= EQUAL * Math.abs(slowMean) ? 0 : (int) Math.signum(distance);
        if (side != 0 && sideBefore == -side && scene.bars(0) >= warmUpBars) {
            Reason why = Reason.of(
                    side > 0 ? "crossed-up" : "crossed-down",
                    new Figure("fast-mean", fastMean),
                    new Figure("slow-mean", slowMean));
            wishes.hold(Target.strong(0, side > 0 ? 1 : shareBelow, why));
        }
        sideBefore = side;
    }

    private double fed(Indicator mean, Scene scene) {
        mean.next(
                scene.openTimeNanos(0),
                scene.open(0),
                scene.high(0),
                scene.low(0),
                scene.close(0),
                scene.volume(0),
                out);
        return out[0];
    }
}
