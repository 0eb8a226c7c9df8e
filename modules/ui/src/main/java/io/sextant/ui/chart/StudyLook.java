package io.sextant.ui.chart;

import io.sextant.analytics.indicator.IndicatorKind;

/** How a kind of indicator is drawn beyond plain lines: a fixed scale, lines at values that matter, outputs that are columns. */
record StudyLook(double least, double most, double[] guides) {

    private static final StudyLook FREE = new StudyLook(Double.NaN, Double.NaN, new double[0]);
    private static final StudyLook ROUND_ZERO = new StudyLook(Double.NaN, Double.NaN, new double[] {0});
    private static final StudyLook STRENGTH = new StudyLook(0, 100, new double[] {30, 70});

    /** Kinds that the chart knows nothing special about are lines on a scale of their own. */
    static StudyLook of(IndicatorKind kind) {
        return switch (kind.code()) {
            case "rsi" -> STRENGTH;
            case "macd" -> ROUND_ZERO;
            default -> FREE;
        };
    }

    boolean isFixed() {
        return !Double.isNaN(least);
    }

    static boolean isColumns(IndicatorKind kind, int output) {
        return kind.outputs().get(output).equals("histogram");
    }
}
