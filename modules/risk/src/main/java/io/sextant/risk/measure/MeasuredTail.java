package io.sextant.risk.measure;

import io.sextant.domain.risk.TailRisk;
import java.util.List;
import java.util.Map;

/**
 * A measure with what it rests on. {@code marginal} is what a little more weight in each asset adds to the value at risk a unit, {@code
 * marginalShortfall} to the expected shortfall; times the weights both add up.
 *
 * @param figures of the law that was fitted, by name
 * @param notes sentences for a person on what to believe
 */
public record MeasuredTail(
        TailRisk tail, double[] marginal, double[] marginalShortfall, Map<String, Double> figures, List<String> notes) {

    public MeasuredTail {
        notes = List.copyOf(notes);
    }

    /** Each asset's share of the value at risk. */
    public static double[] components(double[] weights, double[] marginal) {
        double[] components = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            components[i] = 0 + weights[i] * marginal[i];
        }
        return components;
    }
}
