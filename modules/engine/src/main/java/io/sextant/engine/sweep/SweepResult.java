package io.sextant.engine.sweep;

import io.sextant.engine.verdict.Grid;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a sweep found.
 *
 * @param points all that was run, in the order in which it was asked for
 */
public record SweepResult(Grid grid, SweepMeasure measure, List<SweepPoint> points) {

    public SweepResult {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a sweep has run something");
        }
    }

    public double value(SweepPoint point) {
        return measure.of(point.outcome());
    }

    /** The highest of those that traded, the first of equals: where all lost, one that never traded is no find. */
    public SweepPoint best() {
        SweepPoint best = points.getFirst();
        for (SweepPoint each : points) {
            boolean higher = value(each) > value(best) || !hasTraded(best);
            best = hasTraded(each) && higher ? each : best;
        }
        return best;
    }

    static boolean hasTraded(SweepPoint point) {
        return point.outcome().trades() > 0;
    }

    /** Where it is high all around; empty where nothing has enough neighbours to tell. */
    public Optional<StablePick> stable() {
        return StablePick.find(this);
    }

    /** Over the two named parameters. */
    public SweepSurface surface(String across, String up) {
        return SweepSurface.of(this, axis(across), axis(up));
    }

    private int axis(String name) {
        return IntStream.range(0, grid.axes().size())
                .filter(a -> grid.axes().get(a).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the grid has no " + name));
    }
}
