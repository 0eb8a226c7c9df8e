package io.sextant.analytics.pattern;

import java.util.List;

/**
 * A shape that was found.
 *
 * @param bar at whose close it was known
 * @param direction where it points: the kind's own, or where the price broke out
 * @param points the bars of a candle shape by their closes, or the swings of a shape of swings, oldest first
 */
public record PatternHit(PatternKind kind, int bar, int direction, List<Point> points) {

    /** A place in the price. */
    public record Point(int bar, double price) {}

    public PatternHit {
        points = List.copyOf(points);
    }

    public int firstBar() {
        return points.getFirst().bar();
    }
}
