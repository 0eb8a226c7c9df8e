package io.sextant.analytics.feature;

import java.util.function.DoubleUnaryOperator;

/** A function of one number. */
final class Mapped extends Node {

    private final Node source;
    private final DoubleUnaryOperator function;

    Mapped(String formula, Node source, DoubleUnaryOperator function) {
        super(formula, source, 0);
        this.source = source;
        this.function = function;
    }

    @Override
    void step() {
        value = function.applyAsDouble(source.value);
    }

    @Override
    void stepAll(int steps, double[][] in, double[] out) {
        double[] of = in[0];
        for (int i = 0; i < steps; i++) {
            out[i] = function.applyAsDouble(of[i]);
        }
        value = out[steps - 1];
    }
}
