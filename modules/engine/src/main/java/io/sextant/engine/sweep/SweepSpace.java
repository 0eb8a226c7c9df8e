package io.sextant.engine.sweep;

import io.sextant.engine.verdict.Grid;
import io.sextant.engine.verdict.Grid.Axis;
import io.sextant.strategy.kind.Choice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The points of a grid by their places, and as a cube whose sides are 0 to 1. */
final class SweepSpace {

    /** A point that can be. */
    record Place(List<Integer> at, Choice set) {}

    private final Grid grid;
    private final Function<Map<String, Double>, Choice> making;

    SweepSpace(Grid grid, Function<Map<String, Double>, Choice> making) {
        this.grid = grid;
        this.making = making;
    }

    int dimensions() {
        return grid.axes().size();
    }

    long size() {
        return grid.size();
    }

    /** Empty where values do not go together, as a fast mean of more bars than the slow one. */
    Optional<Place> find(List<Integer> at) {
        try {
            return Optional.of(get(at));
        } catch (IllegalArgumentException cannotBe) {
            return Optional.empty();
        }
    }

    Place get(List<Integer> at) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int a = 0; a < at.size(); a++) {
            Axis axis = grid.axes().get(a);
            values.put(axis.name(), axis.value(at.get(a)));
        }
        return new Place(at, making.apply(values));
    }

    List<Integer> at(double[] place) {
        List<Integer> at = new ArrayList<>(place.length);
        for (int a = 0; a < place.length; a++) {
            int count = grid.axes().get(a).count();
            at.add((int) Math.clamp(Math.floor(place[a] * count), 0, count - 1.0));
        }
        return at;
    }

    /** With the last axis the fastest. */
    List<Integer> at(long number) {
        Integer[] at = new Integer[dimensions()];
        long rest = number;
        for (int a = at.length - 1; a >= 0; a--) {
            int count = grid.axes().get(a).count();
            at[a] = (int) (rest % count);
            rest /= count;
        }
        return List.of(at);
    }

    /** The middle of what means this point. */
    double[] middle(List<Integer> at) {
        double[] place = new double[at.size()];
        for (int a = 0; a < place.length; a++) {
            place[a] = (at.get(a) + 0.5) / grid.axes().get(a).count();
        }
        return place;
    }
}
