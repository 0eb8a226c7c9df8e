package io.sextant.engine.regime;

import io.sextant.forecasting.evaluation.DieboldMariano;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether another model missed by less than the usual one in a regime, and by more than chance would have it: the test of Diebold and Mariano
 * (1995) on absolute errors of the same bars, its chance taken times the number of models that were looked at (Bonferroni).
 */
final class RegimeChoice {

    /** Of fewer bars that both told nothing is concluded. */
    static final int BARS_MIN = 100;

    /** A usual model is not put aside for every wind. */
    private static final double CHANCE_MAX = 0.05;

    private RegimeChoice() {}

    /**
     * @param others the models that could take its place
     * @param errors by model and by when each forecast was made, of this regime only
     */
    static Optional<String> better(
            String usual, Collection<String> others, Map<String, NavigableMap<Long, Double>> errors) {
        Map<Long, Double> ofUsual = errors.getOrDefault(usual, new TreeMap<>());
        Optional<String> best = Optional.empty();
        double bestRatio = 1;
        for (String other : others) {
            double[][] both = paired(ofUsual, errors.getOrDefault(other, new TreeMap<>()));
            double ratio = sum(both[1]) / sum(both[0]);
            if (both[0].length >= BARS_MIN
                    && ratio < bestRatio
                    && DieboldMariano.of(both[0], both[1], 1).pSecondBetter() * others.size() < CHANCE_MAX) {
                best = Optional.of(other);
                bestRatio = ratio;
            }
        }
        return best;
    }

    /** Errors of the bars that both told, in time order. */
    private static double[][] paired(Map<Long, Double> first, NavigableMap<Long, Double> second) {
        NavigableMap<Long, Double> common = new TreeMap<>(second);
        common.keySet().retainAll(first.keySet());
        double[][] both = new double[2][common.size()];
        int at = 0;
        for (Map.Entry<Long, Double> each : common.entrySet()) {
            both[0][at] = first.getOrDefault(each.getKey(), 0.0);
            both[1][at++] = each.getValue();
        }
        return both;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
