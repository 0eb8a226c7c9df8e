package io.sextant.engine.verdict;

import io.sextant.strategy.kind.OrderWish;
import io.sextant.strategy.kind.Scene;
import io.sextant.strategy.kind.StrategyRun;
import io.sextant.strategy.kind.Target;
import io.sextant.strategy.kind.Wishes;
import java.util.Arrays;

/** A run whose wishes are written down on their way. */
final class RecordedSignals implements StrategyRun {

    /** An order is told from a share, and from another order, by these. */
    private static final double ORDER_UNITS = 1e3;

    private final StrategyRun strategy;
    private final int instruments;
    private final Wishes heard;
    private long[] endNanos;
    private double[] shares;
    private int asked;
    private Wishes wishes;

    /** @param usually how often it is likely asked */
    RecordedSignals(StrategyRun strategy, int instruments, int usually) {
        this.strategy = strategy;
        this.instruments = instruments;
        endNanos = new long[usually];
        shares = new double[Math.multiplyExact(usually, instruments)];
        heard = new Heard();
        wishes = heard;
    }

    @Override
    public void next(Scene scene, Wishes heardByTheRun) {
        if (asked == endNanos.length) {
            endNanos = Arrays.copyOf(endNanos, 2 * asked + 1);
            shares = Arrays.copyOf(shares, endNanos.length * instruments);
        }
        endNanos[asked] = scene.endNanos();
        Arrays.fill(shares, asked * instruments, (asked + 1) * instruments, Double.NaN);
        wishes = heardByTheRun;
        strategy.next(scene, heard);
        asked++;
    }

    Signals signals() {
        return new Signals(instruments, Arrays.copyOf(endNanos, asked), Arrays.copyOf(shares, asked * instruments));
    }

    private final class Heard implements Wishes {

        @Override
        public void hold(Target target) {
            shares[asked * instruments + target.instrument()] = target.share();
            wishes.hold(target);
        }

        @Override
        public void order(OrderWish wish) {
            int at = asked * instruments + wish.instrument();
            double before = Double.isNaN(shares[at]) ? 0 : shares[at];
            shares[at] = before + wish.side().sign() * (ORDER_UNITS + wish.units() * wish.limitPrice());
            wishes.order(wish);
        }
    }
}
