package io.sextant.forecasting.model;

/** Where a series stands, without a unit: its newest change, where it went over 5 and 20 steps, and how wild it is against before. */
final class SegmentFeatures {

    static final String[] NAMES = {"change", "over 5", "over 20", "wildness"};
    /** Changes that the longest feature looks back on. */
    static final int SPAN = 60;

    private static final int NEAR = 10;
    /** Segments are to differ in wildness rather than in direction. */
    private static final double WILDNESS_WEIGHT = 4;

    private SegmentFeatures() {}

    /** The same over fewer changes, which forgets a wild stretch sooner. */
    static double nearUnit(double[] values, int at) {
        return Math.max(Math.max(rootMeanSquare(values, at, NEAR), 1e-3 * unit(values, at)), Double.MIN_NORMAL);
    }

    /** The root mean square of the newest changes up to a place. */
    static double unit(double[] values, int at) {
        return Math.max(rootMeanSquare(values, at, SPAN), Double.MIN_NORMAL);
    }

    static double[] at(double[] values, int at) {
        double unit = unit(values, at);
        double near = Math.max(rootMeanSquare(values, at, NEAR), 1e-3 * unit);
        return new double[] {
            cut((values[at] - values[at - 1]) / unit),
            cut((values[at] - values[at - 5]) / (unit * Math.sqrt(5))),
            cut((values[at] - values[at - 20]) / (unit * Math.sqrt(20))),
            WILDNESS_WEIGHT * Math.log(near / unit)
        };
    }

    /** One outlier must not be a segment of its own. */
    private static double cut(double feature) {
        return Math.clamp(feature, -4, 4);
    }

    private static double rootMeanSquare(double[] values, int at, int span) {
        double squares = 0;
        for (int i = at - span + 1; i <= at; i++) {
            double change = values[i] - values[i - 1];
            squares += change * change;
        }
        return Math.sqrt(squares / span);
    }
}
