package io.sextant.analytics.feature;

import java.util.Arrays;

/** What a number was some bars ago. */
final class Lagged extends Node {

    private final Node source;
    private final double[] ring;
    private int at;

    Lagged(String formula, Node source, int bars) {
        super(formula, source, bars);
        this.source = source;
        ring = new double[bars];
        Arrays.fill(ring, Double.NaN);
    }

    @Override
    void step() {
        next(source.value);
    }

    private void next(double newest) {
        value = ring[at];
        ring[at] = newest;
        at = at + 1 == ring.length ? 0 : at + 1;
    }

    @Override
    void stepAll(int steps, double[][] in, double[] out) {
        for (int i = 0; i < steps; i++) {
            next(in[0][i]);
            out[i] = value;
        }
    }
}
