package io.sextant.ui.chart;

/** Maps values to pixels of one pane, the greatest value on top. */
final class ValueScale {

    private double min;
    private double max = 1;
    private double top;
    private double bottom = 1;

    /** {@code top} and {@code bottom} are where {@code max} and {@code min} go. */
    void set(double newMin, double newMax, double newTop, double newBottom) {
        min = newMin;
        max = newMax > newMin ? newMax : newMin + 1;
        top = newTop;
        bottom = Math.max(newTop + 1, newBottom);
    }

    double y(double value) {
        return bottom - (value - min) / (max - min) * (bottom - top);
    }

    double value(double y) {
        return min + (bottom - y) / (bottom - top) * (max - min);
    }
}
