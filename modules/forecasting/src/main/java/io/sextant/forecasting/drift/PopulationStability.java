package io.sextant.forecasting.drift;

import java.util.Arrays;

/**
 * How far recent values have moved away from those that a model learned from: the population stability index, the sum of
 * (q - p) ln(q / p) over bins that hold equal shares p of the reference (Siddiqi 2006). By custom below 0.1 nothing happened and
 * above 0.25 much did; with few recent values chance alone makes it about {@code (bins - 1)(1/n + 1/m)}.
 */
public final class PopulationStability {

    private final double[] edges;
    private final double[] shares;
    private final int[] counts;
    private int size;

    /** @param reference at least two values a bin, in any order */
    public PopulationStability(double[] reference, int bins) {
        if (bins < 2 || reference.length < 2 * bins) {
            throw new IllegalArgumentException(reference.length + " values do not fill " + bins + " bins");
        }
        double[] sorted = reference.clone();
        Arrays.sort(sorted);
        double[] wanted = new double[bins - 1];
        for (int i = 1; i < bins; i++) {
            wanted[i - 1] = sorted[(int) ((long) i * sorted.length / bins)];
        }
        edges = Arrays.stream(wanted).distinct().toArray();
        counts = new int[edges.length + 1];
        double[] expected = new double[counts.length];
        for (double value : sorted) {
            expected[binOf(value)] += 1.0 / sorted.length;
        }
        shares = expected;
    }

    public void add(double value) {
        counts[binOf(value)]++;
        size++;
    }

    /** Takes back a value that was added: the recent ones are a window that moves. */
    public void remove(double value) {
        counts[binOf(value)]--;
        size--;
    }

    public int size() {
        return size;
    }

    /** NaN while nothing was added. An empty bin counts as half a value, for its logarithm has no end. */
    public double index() {
        if (size == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double now = Math.max(counts[i], 0.5) / size;
            double then = Math.max(shares[i], 0.5 / size);
            sum += (now - then) * Math.log(now / then);
        }
        return sum;
    }

    private int binOf(double value) {
        int found = Arrays.binarySearch(edges, value);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
