package io.sextant.ui.parts;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a job went lately, from looks at it: over some seconds, so that the figures can be read. */
final class JobPace {

    private static final long WINDOW_NANOS = 5_000_000_000L;
    private static final long LEAST_NANOS = 500_000_000L;

    private record Look(long nanos, double share, long units) {}

    private final Deque<Look> looks = new ArrayDeque<>();

    void look(long nowNanos, double share, long units) {
        looks.addLast(new Look(nowNanos, share, units));
        while (looks.size() > 2 && nowNanos - looks.getFirst().nanos > WINDOW_NANOS) {
            looks.removeFirst();
        }
    }

    /** NaN until there was something to measure. */
    double unitsPerSecond() {
        return seen() ? (looks.getLast().units - looks.getFirst().units) / seconds() : Double.NaN;
    }

    /** NaN until there was something to measure, and while nothing moves. */
    double secondsLeft() {
        if (!seen()) {
            return Double.NaN;
        }
        double sharePerSecond = (looks.getLast().share - looks.getFirst().share) / seconds();
        return sharePerSecond > 0 ? (1 - looks.getLast().share) / sharePerSecond : Double.NaN;
    }

    private boolean seen() {
        return looks.size() >= 2 && looks.getLast().nanos - looks.getFirst().nanos >= LEAST_NANOS;
    }

    private double seconds() {
        return (looks.getLast().nanos - looks.getFirst().nanos) / 1e9;
    }
}
