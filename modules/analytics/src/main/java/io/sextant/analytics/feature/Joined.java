package io.sextant.analytics.feature;

import java.util.function.DoubleBinaryOperator;

/** A function of two numbers of the same bar. */
final class Joined extends Node {

    private final Node a;
    private final Node b;
    private final DoubleBinaryOperator function;

    Joined(String formula, Node a, Node b, DoubleBinaryOperator function) {
        super(formula, a, b, 0);
        this.a = a;
        this.b = b;
        this.function = function;
    }

    @Override
    void step() {
        value = function.applyAsDouble(a.value, b.value);
    }

    @Override
    void stepAll(int steps, double[][] in, double[] out) {
        double[] as = in[0];
        double[] bs = in[1];
        for (int i = 0; i < steps; i++) {
            out[i] = function.applyAsDouble(as[i], bs[i]);
        }
        value = out[steps - 1];
    }
}
