package io.sextant.ui.chart;

/** Collects the extremes and the volume of a range of bars; mutable so that a frame can reuse one. */
final class CandleAccumulator {

    double high;
    double low;
    double volume;

    void clear() {
        high = Double.NEGATIVE_INFINITY;
        low = Double.POSITIVE_INFINITY;
        volume = 0;
    }

    void add(double higher, double lower, double traded) {
        if (higher > high) {
            high = higher;
        }
        if (lower < low) {
            low = lower;
        }
        volume += traded;
    }
}
