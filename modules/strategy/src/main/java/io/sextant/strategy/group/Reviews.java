package io.sextant.strategy.group;

import io.sextant.strategy.kind.Parameter;
import java.util.concurrent.TimeUnit;

/** When something is looked at anew: at the first bars of each period of the calendar, so that it does not matter when a run began. */
final class Reviews {

    static final String NAME = "review-days";

    private final long periodNanos;
    private long period = Long.MIN_VALUE;

    Reviews(double days) {
        periodNanos = Math.max(1, (long) (days * TimeUnit.DAYS.toNanos(1)));
    }

    static Parameter days(double usual) {
        return new Parameter(NAME, Parameter.Unit.NUMBER, 0.01, 366, usual, 1);
    }

    /** Once for each moment; never at the first, of which nobody knows whether a period begins there. */
    boolean isDue(long endNanos) {
        long now = Math.floorDiv(endNanos, periodNanos);
        boolean due = period != Long.MIN_VALUE && now != period;
        period = now;
        return due;
    }
}
