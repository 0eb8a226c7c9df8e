package io.sextant.engine.verdict;

import io.sextant.strategy.kind.OrderWish;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;

/** A run whose wishes are written down on their way. */
final class RecordedSignals implements StrategyRun {

    /** An order is told from a share, and from another order, by these. */
    private static final double ORDER_UNITS = 1e3;

    private final StrategyRun strategy;
    private final double[] signals;
    private int bar;

    RecordedSignals(StrategyRun strategy, double[] signals) {
        this.strategy = strategy;
        this.signals = signals;
    }

    @Override
    public void next(Scene scene, Wishes wishes) {
        strategy.next(scene, new Wishes() {
            @Override
            public void hold(Target target) {
                signals[bar] = target.share();
                wishes.hold(target);
            }

            @Override
            public void order(OrderWish wish) {
                double before = Double.isNaN(signals[bar]) ? 0 : signals[bar];
                signals[bar] = before + wish.side().sign() * (ORDER_UNITS + wish.units() * wish.limitPrice());
                wishes.order(wish);
            }
        });
        bar++;
    }
}
