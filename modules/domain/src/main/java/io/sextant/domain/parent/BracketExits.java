package io.sextant.domain.parent;

import io.sextant.domain.money.Price;
import org.jspecify.annotations.Nullable;

/**
 * How a bracket is left. Null and zero stand for what it does not have; it has at least one of target, stop and time.
 *
 * @param timeNanos how long after its first fill the position is closed at the market
 * @param breakEvenAfter how far the market moves in favour before the stop moves to the average price of the entry
 */
public record BracketExits(
        @Nullable Price target,
        @Nullable ExitStop stop,
        long timeNanos,
        @Nullable Price breakEvenAfter) {

    public BracketExits {
        if (target == null && stop == null && timeNanos == 0) {
            throw new IllegalArgumentException("a bracket needs a target, a stop or a time");
        }
        if (timeNanos < 0) {
            throw new IllegalArgumentException("a time to leave is not negative, was " + timeNanos);
        }
        if (breakEvenAfter != null && (stop == null || stop instanceof ExitStop.Trailing)) {
            throw new IllegalArgumentException("only a stop that stands somewhere can move to break-even");
        }
        if (breakEvenAfter != null && !breakEvenAfter.isPositive()) {
            throw new IllegalArgumentException("a distance to break-even is above zero, was " + breakEvenAfter);
        }
    }

    /** A target and a stop at fixed prices. */
    public static BracketExits of(Price target, Price stop) {
        return new BracketExits(target, new ExitStop.Fixed(stop), 0, null);
    }
}
