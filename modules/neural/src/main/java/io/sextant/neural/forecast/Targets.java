package io.sextant.neural.forecast;

import io.sextant.forecasting.Observations;

/**
 * What is to be learned: for the steps 1 to {@code horizon} the change from the origin, in units of the deviation of one change times the
 * root of the steps. Zero is what naive says.
 */
record Targets(double unit, int horizon) {

    double scale(int step) {
        return unit * Math.sqrt(step);
    }

    float[] of(Observations past, int origin) {
        float[] row = new float[horizon];
        for (int h = 1; h <= horizon; h++) {
            row[h - 1] = (float) ((past.value(origin + h) - past.value(origin)) / scale(h));
        }
        return row;
    }

    /** The deviation of the changes that lead to values 1 to before {@code end}, around zero. */
    static double deviation(Observations past, int end) {
        double squares = 0;
        for (int i = 1; i < end; i++) {
            double change = past.value(i) - past.value(i - 1);
            squares += change * change;
        }
        return Math.sqrt(squares / Math.max(1, end - 1));
    }
}
