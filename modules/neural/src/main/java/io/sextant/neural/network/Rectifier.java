package io.sextant.neural.network;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What is above zero passes, the rest is zero. */
record Rectifier(int outputs) implements Layer {

    @Override
    public void prepare(float[] parameters) {}

    @Override
    public Pass pass(int steps, int windows, boolean inputGradient) {
        Matrix out = Matrix.zeros(steps * windows, outputs);
        Matrix inGradient = Matrix.zeros(steps * windows, outputs);
        return new Pass() {

            @Override
            public Matrix forward(Matrix in, @Nullable RandomGenerator chance) {
                for (int r = 0; r < out.rows(); r++) {
                    for (int c = 0; c < outputs; c++) {
                        out.set(r, c, Math.max(0f, in.get(r, c)));
                    }
                }
                return out;
            }

            @Override
            public Matrix backward(Matrix outputGradient) {
                for (int r = 0; r < out.rows(); r++) {
                    for (int c = 0; c < outputs; c++) {
                        inGradient.set(r, c, out.get(r, c) > 0 ? outputGradient.get(r, c) : 0f);
                    }
                }
                return inGradient;
            }

            @Override
            public void yieldGradient(float[] total) {}
        };
    }
}
