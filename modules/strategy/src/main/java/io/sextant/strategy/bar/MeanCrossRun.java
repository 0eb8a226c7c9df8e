package io.sextant.strategy.bar;

import io.sextant.analytics.indicator.Indicator;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.Reason.Figure;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.Wishes;

/** Turns where one mean crosses another: it goes from one side to the other from one bar to the next, and a touch is no crossing. */
final class MeanCrossRun extends BarRun {

    /** Means this near to each other are equal: they come from sums whose last digits depend on the order of adding. */
    private static final double EQUAL = 1e-12;

    private final Indicator fast;
    private final Indicator slow;
    private final double shareBelow;
    private double fastMean;
    private double slowMean;
    private int side;
    private int sideBefore;

    MeanCrossRun(int warmUpBars, Indicator fast, Indicator slow, boolean longOnly) {
        super(warmUpBars);
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
    void hear(Scene scene) {
        fastMean = fed(fast, scene);
        slowMean = fed(slow, scene);
        double distance = fastMean - slowMean;
        sideBefore = side;
        side = !(Math.abs(distance) > EQUAL * Math.abs(slowMean)) ? 0 : (int) Math.signum(distance);
    }

    @Override
    void decide(Scene scene, Wishes wishes) {
        if (side != 0 && sideBefore == -side) {
            hold(
                    wishes,
                    side > 0 ? 1 : shareBelow,
                    side > 0 ? "crossed-up" : "crossed-down",
                    new Figure("fast-mean", fastMean),
                    new Figure("slow-mean", slowMean));
        }
    }
}
