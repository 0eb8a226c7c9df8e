package io.sextant.ui.chart;

/**
 * Maps values to pixels of one pane, the greatest value on top; by their logarithms when asked for and all are above zero, so that
 * equal ratios take equal heights.
 */
final class ValueScale {

    private double min;
    private double max = 1;
    private double top;
    private double bottom = 1;
    private boolean logarithmic;

    /** {@code newTop} and {@code newBottom} are where {@code newMax} and {@code newMin} go. */
    void set(double newMin, double newMax, double newTop, double newBottom) {
        set(newMin, newMax, newTop, newBottom, false);
    }

    void set(double newMin, double newMax, double newTop, double newBottom, boolean byRatio) {
        logarithmic = byRatio && newMin > 0;
        min = logarithmic ? Math.log(newMin) : newMin;
        max = newMax > newMin ? logarithmic ? Math.log(newMax) : newMax : min + 1;
        top = newTop;
        bottom = Math.max(newTop + 1, newBottom);
    }

    boolean isLogarithmic() {
        return logarithmic;
    }

    double y(double value) {
        double place = logarithmic ? Math.log(Math.max(value, Double.MIN_NORMAL)) : value;
        return bottom - (place - min) / (max - min) * (bottom - top);
    }

    double value(double y) {
        double place = min + (bottom - y) / (bottom - top) * (max - min);
        return logarithmic ? Math.exp(place) : place;
    }
}
