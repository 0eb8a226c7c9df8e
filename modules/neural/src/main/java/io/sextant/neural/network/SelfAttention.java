package io.sextant.neural.network;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Every step asks every step of its window, in heads of 16 columns (Vaswani et al. 2017). */
final class SelfAttention implements Layer {

    /** As wide as a cache line: each head's columns are whole vectors. */
    static final int HEAD = Matrix.LANES;

    private static final float SCALE = (float) (1 / Math.sqrt(HEAD));

    private final Kernels kernels;
    private final int columns;
    private final DenseLayer asks;
    private final DenseLayer keys;
    private final DenseLayer contents;
    private final DenseLayer together;

    SelfAttention(Kernels kernels, Parameters parameters, String name, int columns) {
        this.kernels = kernels;
        this.columns = columns;
        asks = new DenseLayer(kernels, parameters, name + ".query", columns, columns);
        keys = new DenseLayer(kernels, parameters, name + ".key", columns, columns);
        contents = new DenseLayer(kernels, parameters, name + ".value", columns, columns);
        together = new DenseLayer(kernels, parameters, name + ".out", columns, columns);
    }

    @Override
    public int outputs() {
        return columns;
    }

    @Override
    public void prepare(float[] parameters) {
        asks.prepare(parameters);
        keys.prepare(parameters);
        contents.prepare(parameters);
        together.prepare(parameters);
    }

    @Override
    public Pass pass(int steps, int windows, boolean inputGradient) {
        return new Walk(steps, windows);
    }

    private final class Walk implements Pass {

        private final int steps;
        private final int windows;
        private final int heads = columns / HEAD;
        private final Pass asking;
        private final Pass keying;
        private final Pass telling;
        private final Pass joining;
        private final Matrix turned;
        private final Matrix[] weights;
        private final Matrix weightGradient;
        private final Matrix mixed;
        private final Matrix askGradient;
        private final Matrix keyGradient;
        private final Matrix contentGradient;
        private final Matrix inGradient;
        private Matrix ask = Matrix.zeros(0, 0);
        private Matrix key = Matrix.zeros(0, 0);
        private Matrix content = Matrix.zeros(0, 0);

        Walk(int steps, int windows) {
            this.steps = steps;
            this.windows = windows;
            int rows = steps * windows;
            asking = asks.pass(steps, windows, true);
            keying = keys.pass(steps, windows, true);
            telling = contents.pass(steps, windows, true);
            joining = together.pass(steps, windows, true);
            turned = Matrix.zeros(HEAD, steps);
            weights = new Matrix[windows * heads];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Matrix.zeros(steps, steps);
            }
            weightGradient = Matrix.zeros(steps, steps);
            mixed = Matrix.zeros(rows, columns);
            askGradient = Matrix.zeros(rows, columns);
            keyGradient = Matrix.zeros(rows, columns);
            contentGradient = Matrix.zeros(rows, columns);
            inGradient = Matrix.zeros(rows, columns);
        }

        private Matrix part(Matrix whole, int window, int head) {
            return whole.everyRow(window, windows).columns(head * HEAD, HEAD);
        }

        @Override
        public Matrix forward(Matrix in, @Nullable RandomGenerator chance) {
            ask = asking.forward(in, chance);
            key = keying.forward(in, chance);
            content = telling.forward(in, chance);
            for (int w = 0; w < windows; w++) {
                for (int h = 0; h < heads; h++) {
                    Matrix scores = weights[w * heads + h];
                    turned.copy(part(key, w, h).transposed());
                    kernels.multiply(part(ask, w, h), turned, scores);
                    for (int t = 0; t < steps; t++) {
                        for (int i = 0; i < steps; i++) {
                            scores.set(t, i, scores.get(t, i) * SCALE);
                        }
                        Softmax.forward(scores.data(), scores.at(t), steps, 1);
                    }
                    kernels.multiply(scores, part(content, w, h), part(mixed, w, h));
                }
            }
            return joining.forward(mixed, chance);
        }

        @Override
        public Matrix backward(Matrix outputGradient) {
            Matrix felt = joining.backward(outputGradient);
            for (int w = 0; w < windows; w++) {
                for (int h = 0; h < heads; h++) {
                    Matrix used = weights[w * heads + h];
                    Matrix mixedGradient = part(felt, w, h);
                    kernels.multiply(used.transposed(), mixedGradient, part(contentGradient, w, h));
                    turned.copy(part(content, w, h).transposed());
                    kernels.multiply(mixedGradient, turned, weightGradient);
                    for (int t = 0; t < steps; t++) {
                        Softmax.backward(
                                used.data(), used.at(t), weightGradient.data(), weightGradient.at(t), steps, 1);
                        for (int i = 0; i < steps; i++) {
                            weightGradient.set(t, i, weightGradient.get(t, i) * SCALE);
                        }
                    }
                    kernels.multiply(weightGradient, part(key, w, h), part(askGradient, w, h));
                    kernels.multiply(weightGradient.transposed(), part(ask, w, h), part(keyGradient, w, h));
                }
            }
            Matrix one = asking.backward(askGradient);
            Matrix two = keying.backward(keyGradient);
            Matrix three = telling.backward(contentGradient);
            for (int r = 0; r < inGradient.rows(); r++) {
                for (int c = 0; c < columns; c++) {
                    inGradient.set(r, c, one.get(r, c) + two.get(r, c) + three.get(r, c));
                }
            }
            return inGradient;
        }

        @Override
        public void yieldGradient(float[] total) {
            asking.yieldGradient(total);
            keying.yieldGradient(total);
            telling.yieldGradient(total);
            joining.yieldGradient(total);
        }
    }
}
