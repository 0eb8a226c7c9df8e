package io.sextant.domain.forecast;

import java.util.List;

/**
 * A stretch of time that a person marked.
 *
 * @param label what people call it
 * @param fromNanos its first moment
 * @param endNanos the first moment after it
 * @param weight what a move inside counts when models learn, from 0 (left out) to 1 (like any other)
 */
public record Stretch(Kind kind, String label, long fromNanos, long endNanos, double weight) {

    /** Why it was marked. */
    public enum Kind {
        CRISIS,
        ANNOUNCEMENT,
        SPLIT,
        OTHER
    }

    public Stretch {
        if (endNanos <= fromNanos) {
            throw new IllegalArgumentException("a stretch ends after it begins");
        }
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("a stretch weighs 0 to 1, not " + weight);
        }
    }

    public static Stretch leftOut(Kind kind, String label, long fromNanos, long endNanos) {
        return new Stretch(kind, label, fromNanos, endNanos, 0);
    }

    public boolean holds(long timeNanos) {
        return fromNanos <= timeNanos && timeNanos < endNanos;
    }

    /** What a moment counts: the least of all stretches that hold it. */
    public static double weight(List<Stretch> stretches, long timeNanos) {
        double least = 1;
        for (Stretch each : stretches) {
            if (each.holds(timeNanos)) {
                least = Math.min(least, each.weight());
            }
        }
        return least;
    }
}
