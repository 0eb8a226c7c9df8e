package io.sextant.strategy.bar;

import io.sextant.analytics.indicator.Indicator;
import io.sextant.strategy.kind.Reason;
import io.sextant.strategy.kind.Reason.Figure;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;

/** What runs on one instrument share: they hear its new bars only, are silent in their warm-up, and wish a share once and not again each bar. */
abstract class BarRun implements StrategyRun {

    /** An exponential mean has forgotten where it began when that weighs less than this. */
    private static final double FORGOTTEN = 1e-6;

    private final int warmUpBars;
    private final double[] out = new double[3];
    private int heardBars;
    private double wished;

    BarRun(int warmUpBars) {
        this.warmUpBars = warmUpBars;
    }

    /** How many values it takes until the beginning of an exponential mean no longer counts. */
    static int barsToForget(double weightOfNewest) {
        return (int) Math.ceil(Math.log(FORGOTTEN) / Math.log1p(-weightOfNewest));
    }

    @Override
    public final void next(Scene scene, Wishes wishes) {
        if (!scene.isNew(0)) {
            return;
        }
        heardBars++;
        hear(scene);
        if (heardBars >= warmUpBars) {
            decide(scene, wishes);
        }
    }

    /** A bar is over; also in the warm-up. */
    abstract void hear(Scene scene);

    /** What that means; only after the warm-up. */
    abstract void decide(Scene scene, Wishes wishes);

    /** The newest among them; what the scene counts may have begun before this run. */
    final int heardBars() {
        return heardBars;
    }

    /** The share wished last. */
    final double wished() {
        return wished;
    }

    final void hold(Wishes wishes, double share, String code, Figure... figures) {
        hold(wishes, new Target(0, share, Target.Strength.STRONG, Target.ALWAYS, Reason.of(code, figures)));
    }

    final void hold(Wishes wishes, Target target) {
        wished = target.share();
        wishes.hold(target);
    }

    /** The first number that an indicator makes of the newest bar. */
    final double fed(Indicator indicator, Scene scene) {
        indicator.next(
                scene.openTimeNanos(0),
                scene.open(0),
                scene.high(0),
                scene.low(0),
                scene.close(0),
                scene.volume(0),
                out);
        return out[0];
    }

    /** What else it made of it. */
    final double output(int index) {
        return out[index];
    }
}
