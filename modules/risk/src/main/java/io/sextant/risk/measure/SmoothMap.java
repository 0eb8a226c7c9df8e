package io.sextant.risk.measure;

import java.util.function.DoubleUnaryOperator;

/** A smooth function as a table with straight lines between its nodes, and its ends' values beyond them. */
record SmoothMap(double[] values, double reach) {

    static final SmoothMap NONE = new SmoothMap(new double[] {0, 0}, 1);

    static SmoothMap of(DoubleUnaryOperator function, double reach, int nodes) {
        double[] values = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            values[i] = function.applyAsDouble(reach * (2.0 * i / (nodes - 1) - 1));
        }
        return new SmoothMap(values, reach);
    }

    double at(double x) {
        double place = Math.clamp((x / reach + 1) / 2, 0, 1) * (values.length - 1);
        int below = Math.min((int) place, values.length - 2);
        return values[below] + (place - below) * (values[below + 1] - values[below]);
    }
}
