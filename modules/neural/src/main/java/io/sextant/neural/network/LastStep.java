package io.sextant.neural.network;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Of each window, what stands at its end. */
record LastStep(int outputs) implements Layer {

    @Override
    public void prepare(float[] parameters) {}

    @Override
    public Pass pass(int steps, int windows, boolean inputGradient) {
        int first = (steps - 1) * windows;
        Matrix whole = Matrix.zeros(steps * windows, outputs);
        return new Pass() {

            @Override
            public Matrix forward(Matrix in, @Nullable RandomGenerator chance) {
                return in.rows(first, windows);
            }

            @Override
            public Matrix backward(Matrix outputGradient) {
                whole.rows(first, windows).copy(outputGradient);
                return whole;
            }

            @Override
            public void yieldGradient(float[] total) {}
        };
    }
}
