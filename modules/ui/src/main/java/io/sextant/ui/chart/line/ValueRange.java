package io.sextant.ui.chart.line;

/** The extremes of a range of values, those that are no number left out; mutable so that a frame can reuse one. */
public final class ValueRange {

    double min;
    double max;

    public ValueRange() {
        clear();
    }

    public void clear() {
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
    }

    public double min() {
        return min;
    }

    public double max() {
        return max;
    }

    public boolean isEmpty() {
        return min > max;
    }

    void add(double lower, double higher) {
        // Comparisons with NaN are false, so what is no number changes nothing.
        if (lower < min) {
            min = lower;
        }
        if (higher > max) {
            max = higher;
        }
    }
}
