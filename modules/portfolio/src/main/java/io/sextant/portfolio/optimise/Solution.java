package io.sextant.portfolio.optimise;

import java.util.List;

/**
 * @param kkt how far the weights are from meeting the conditions of an optimum; NaN of a method that optimises nothing
 * @param notes what a person should know about them
 */
public record Solution(double[] weights, long iterations, double kkt, List<String> notes) {

    public Solution {
        notes = List.copyOf(notes);
    }

    static Solution plain(double[] weights) {
        return new Solution(weights, 0, Double.NaN, List.of());
    }
}
