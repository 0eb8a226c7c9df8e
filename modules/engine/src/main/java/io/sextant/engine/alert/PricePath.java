package io.sextant.engine.alert;

import io.sextant.domain.alert.LevelTest.Look;
import io.sextant.domain.market.BarSeries;
import java.util.Optional;

/**
 * What a price did between two pictures of it. Pictures are conflated, so a touch that lasted less than the time between two of them is seen in
 * the lows and highs of minute bars only. What stays unseen: a touch within a minute that had been as far before.
 */
final class PricePath {

    private long barNanos = Long.MIN_VALUE;
    private double low;
    private double high;
    private double last;

    /** Empty while there is no price. The first look knows the newest price alone: what was before it is nobody's business. */
    Optional<Look> see(BarSeries tail) {
        if (tail.isEmpty()) {
            return Optional.empty();
        }
        int end = tail.size() - 1;
        double now = tail.close()[end];
        double lowest = barNanos == Long.MIN_VALUE ? now : Math.min(last, now);
        double highest = barNanos == Long.MIN_VALUE ? now : Math.max(last, now);
        for (int i = end; i >= 0 && barNanos != Long.MIN_VALUE && tail.openTimeNanos()[i] >= barNanos; i--) {
            boolean known = tail.openTimeNanos()[i] == barNanos;
            if (!known || tail.low()[i] < low) {
                lowest = Math.min(lowest, tail.low()[i]);
            }
            if (!known || tail.high()[i] > high) {
                highest = Math.max(highest, tail.high()[i]);
            }
        }
        barNanos = tail.openTimeNanos()[end];
        low = tail.low()[end];
        high = tail.high()[end];
        last = now;
        return Optional.of(new Look(lowest, highest, now));
    }
}
