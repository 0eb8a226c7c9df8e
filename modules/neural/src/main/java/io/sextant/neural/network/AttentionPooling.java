package io.sextant.neural.network;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A weighted mean of all steps beside the last one: each step scores {@code v . tanh(W h + b)}, the weights are the softmax of the scores
 * (additive attention, Bahdanau, Cho and Bengio 2015).
 */
final class AttentionPooling implements Layer {

    private final Kernels kernels;
    private final int columns;
    private final DenseLayer score;
    private final DenseLayer direction;

    AttentionPooling(Kernels kernels, Parameters parameters, int columns) {
        this.kernels = kernels;
        this.columns = columns;
        score = new DenseLayer(kernels, parameters, "attention", columns, columns);
        direction = new DenseLayer(kernels, parameters, "direction", columns, 1);
    }

    @Override
    public int outputs() {
        return 2 * columns;
    }

    @Override
    public void prepare(float[] parameters) {
        score.prepare(parameters);
        direction.prepare(parameters);
    }

    @Override
    public Pass pass(int steps, int windows, boolean inputGradient) {
        return new Walk(steps, windows);
    }

    private final class Walk implements Pass {

        private final int steps;
        private final int windows;
        private final Pass scoring;
        private final Pass directing;
        private final Matrix bent;
        private final Matrix weights;
        private final Matrix weightGradient;
        private final Matrix out;
        private final Matrix bentGradient;
        private final Matrix inGradient;
        private Matrix in = Matrix.zeros(0, 0);

        Walk(int steps, int windows) {
            this.steps = steps;
            this.windows = windows;
            int rows = steps * windows;
            scoring = score.pass(steps, windows, true);
            directing = direction.pass(steps, windows, true);
            bent = Matrix.zeros(rows, columns);
            weights = Matrix.zeros(rows, 1);
            weightGradient = Matrix.zeros(rows, 1);
            out = Matrix.zeros(windows, 2 * columns);
            bentGradient = Matrix.zeros(rows, columns);
            inGradient = Matrix.zeros(rows, columns);
        }

        @Override
        public Matrix forward(Matrix fed, @Nullable RandomGenerator chance) {
            in = fed;
            bent.copy(scoring.forward(in, chance));
            kernels.tanh(bent);
            weights.copy(directing.forward(bent, chance));
            out.clear();
            for (int w = 0; w < windows; w++) {
                Softmax.forward(weights.data(), weights.at(w), steps, weights.rowStep() * windows);
                for (int t = 0; t < steps; t++) {
                    int row = t * windows + w;
                    float weight = weights.get(row, 0);
                    for (int c = 0; c < columns; c++) {
                        out.add(w, c, weight * in.get(row, c));
                    }
                }
                for (int c = 0; c < columns; c++) {
                    out.set(w, columns + c, in.get((steps - 1) * windows + w, c));
                }
            }
            return out;
        }

        @Override
        public Matrix backward(Matrix outputGradient) {
            for (int w = 0; w < windows; w++) {
                for (int t = 0; t < steps; t++) {
                    int row = t * windows + w;
                    double along = 0;
                    for (int c = 0; c < columns; c++) {
                        along += (double) outputGradient.get(w, c) * in.get(row, c);
                    }
                    weightGradient.set(row, 0, (float) along);
                }
                Softmax.backward(
                        weights.data(),
                        weights.at(w),
                        weightGradient.data(),
                        weightGradient.at(w),
                        steps,
                        weights.rowStep() * windows);
            }
            Matrix felt = directing.backward(weightGradient);
            for (int r = 0; r < bent.rows(); r++) {
                for (int c = 0; c < columns; c++) {
                    float tangent = bent.get(r, c);
                    bentGradient.set(r, c, felt.get(r, c) * (1f - tangent * tangent));
                }
            }
            Matrix scored = scoring.backward(bentGradient);
            for (int r = 0; r < inGradient.rows(); r++) {
                int w = r % windows;
                boolean last = r / windows == steps - 1;
                for (int c = 0; c < columns; c++) {
                    float direct = weights.get(r, 0) * outputGradient.get(w, c);
                    float end = last ? outputGradient.get(w, columns + c) : 0f;
                    inGradient.set(r, c, scored.get(r, c) + direct + end);
                }
            }
            return inGradient;
        }

        @Override
        public void yieldGradient(float[] total) {
            scoring.yieldGradient(total);
            directing.yieldGradient(total);
        }
    }
}
