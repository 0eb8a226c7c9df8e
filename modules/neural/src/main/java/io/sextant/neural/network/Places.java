package io.sextant.neural.network;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Adds waves that tell where in the window a step stands (Vaswani et al. 2017), for layers that do not see the order. */
record Places(int outputs) implements Layer {

    private static final double LONGEST = 10_000;

    static double wave(int step, int column, int columns) {
        double angle = step / Math.pow(LONGEST, (column - column % 2) / (double) columns);
        return column % 2 == 0 ? Math.sin(angle) : Math.cos(angle);
    }

    @Override
    public void prepare(float[] parameters) {}

    @Override
    public Pass pass(int steps, int windows, boolean inputGradient) {
        Matrix out = Matrix.zeros(steps * windows, outputs);
        float[][] waves = new float[steps][outputs];
        for (int t = 0; t < steps; t++) {
            for (int c = 0; c < outputs; c++) {
                waves[t][c] = (float) wave(t, c, outputs);
            }
        }
        return new Pass() {

            @Override
            public Matrix forward(Matrix in, @Nullable RandomGenerator chance) {
                for (int r = 0; r < out.rows(); r++) {
                    float[] here = waves[r / windows];
                    for (int c = 0; c < outputs; c++) {
                        out.set(r, c, in.get(r, c) + here[c]);
                    }
                }
                return out;
            }

            @Override
            public Matrix backward(Matrix outputGradient) {
                return outputGradient;
            }

            @Override
            public void yieldGradient(float[] total) {}
        };
    }
}
