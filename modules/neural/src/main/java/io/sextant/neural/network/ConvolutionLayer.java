package io.sextant.neural.network;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A convolution over time that looks back only, its taps {@code distance} steps apart (van den Oord et al. 2016); parameters as PyTorch's
 * Conv1d. What lies before the window counts as zero.
 */
final class ConvolutionLayer implements Layer {

    private final Kernels kernels;
    private final int inputs;
    private final int outputs;
    private final int taps;
    private final int distance;
    private final Parameters.Block weightBlock;
    private final Parameters.Block biasBlock;

    /** By how many distances back. */
    private final Matrix[] weights;

    private final Matrix[] transposedWeights;
    private final Matrix bias;

    ConvolutionLayer(
            Kernels kernels, Parameters parameters, String name, int inputs, int outputs, int taps, int distance) {
        this.kernels = kernels;
        this.inputs = inputs;
        this.outputs = outputs;
        this.taps = taps;
        this.distance = distance;
        double spread = 1 / Math.sqrt((double) inputs * taps);
        weightBlock = parameters.drawn(name + ".weight", outputs, inputs * taps, spread);
        biasBlock = parameters.drawn(name + ".bias", 1, outputs, spread);
        weights = matrices(taps, inputs, outputs);
        transposedWeights = matrices(taps, outputs, inputs);
        bias = Matrix.zeros(1, outputs);
    }

    private static Matrix[] matrices(int count, int rows, int columns) {
        Matrix[] matrices = new Matrix[count];
        for (int i = 0; i < count; i++) {
            matrices[i] = Matrix.zeros(rows, columns);
        }
        return matrices;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    /** PyTorch's last tap is the present step. */
    private int place(int back, int in, int out) {
        return weightBlock.from() + (out * inputs + in) * taps + taps - 1 - back;
    }

    @Override
    public void prepare(float[] parameters) {
        for (int back = 0; back < taps; back++) {
            for (int out = 0; out < outputs; out++) {
                for (int in = 0; in < inputs; in++) {
                    weights[back].set(in, out, parameters[place(back, in, out)]);
                }
            }
            transposedWeights[back].copy(weights[back].transposed());
        }
        bias.copy(new Matrix(parameters, biasBlock.from(), 1, outputs, outputs, 1));
    }

    @Override
    public Pass pass(int steps, int windows, boolean inputGradient) {
        return new Walk(steps, windows);
    }

    private final class Walk implements Pass {

        private final int steps;
        private final int windows;
        private final Matrix out;
        private final Matrix inGradient;
        private final Matrix[] weightGradients = matrices(taps, inputs, outputs);
        private final Matrix biasGradient = Matrix.zeros(1, outputs);
        private final Matrix one;
        private Matrix in = Matrix.zeros(0, 0);

        Walk(int steps, int windows) {
            this.steps = steps;
            this.windows = windows;
            out = Matrix.zeros(steps * windows, outputs);
            inGradient = Matrix.zeros(steps * windows, inputs);
            one = new Matrix(new float[] {1f}, 0, 1, steps * windows, 0, 0);
        }

        /** Rows whose tap lies within the window. */
        private int reached(int back) {
            return Math.max(0, steps - back * distance) * windows;
        }

        private Matrix later(Matrix rows, int back) {
            return rows.rows(steps * windows - reached(back), reached(back));
        }

        @Override
        public Matrix forward(Matrix fed, @Nullable RandomGenerator chance) {
            in = fed;
            for (int row = 0; row < out.rows(); row++) {
                System.arraycopy(bias.data(), 0, out.data(), out.at(row), Matrix.padded(outputs));
            }
            for (int back = 0; back < taps; back++) {
                kernels.multiplyAdd(in.rows(0, reached(back)), weights[back], later(out, back));
            }
            return out;
        }

        @Override
        public Matrix backward(Matrix outputGradient) {
            inGradient.clear();
            for (int back = 0; back < taps; back++) {
                Matrix earlier = in.rows(0, reached(back));
                Matrix felt = later(outputGradient, back);
                kernels.multiplyAdd(earlier.transposed(), felt, weightGradients[back]);
                kernels.multiplyAdd(felt, transposedWeights[back], inGradient.rows(0, reached(back)));
            }
            kernels.multiplyAdd(one, outputGradient, biasGradient);
            return inGradient;
        }

        @Override
        public void yieldGradient(float[] total) {
            for (int back = 0; back < taps; back++) {
                for (int j = 0; j < outputs; j++) {
                    for (int i = 0; i < inputs; i++) {
                        total[place(back, i, j)] += weightGradients[back].get(i, j);
                    }
                }
                weightGradients[back].clear();
            }
            for (int j = 0; j < outputs; j++) {
                total[biasBlock.from() + j] += biasGradient.get(0, j);
            }
            biasGradient.clear();
        }
    }
}
