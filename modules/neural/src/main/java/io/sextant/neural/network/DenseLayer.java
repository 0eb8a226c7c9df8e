package io.sextant.neural.network;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** {@code W x + b} for each row; parameters as PyTorch's Linear. */
final class DenseLayer implements Layer {

    private final Kernels kernels;
    private final Parameters.Block weightBlock;
    private final Parameters.Block biasBlock;
    private final int inputs;
    private final int outputs;
    private final Matrix weights;
    private final Matrix transposedWeights;
    private final Matrix bias;

    DenseLayer(Kernels kernels, Parameters parameters, String name, int inputs, int outputs) {
        this.kernels = kernels;
        this.inputs = inputs;
        this.outputs = outputs;
        double spread = 1 / Math.sqrt(inputs);
        weightBlock = parameters.drawn(name + ".weight", outputs, inputs, spread);
        biasBlock = parameters.drawn(name + ".bias", 1, outputs, spread);
        weights = Matrix.zeros(inputs, outputs);
        transposedWeights = Matrix.zeros(outputs, inputs);
        bias = Matrix.zeros(1, outputs);
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public void prepare(float[] parameters) {
        transposedWeights.copy(new Matrix(parameters, weightBlock.from(), outputs, inputs, inputs, 1));
        weights.copy(transposedWeights.transposed());
        bias.copy(new Matrix(parameters, biasBlock.from(), 1, outputs, outputs, 1));
    }

    @Override
    public Pass pass(int steps, int windows, boolean inputGradient) {
        return new Walk(steps * windows);
    }

    private final class Walk implements Pass {

        private final Matrix out;
        private final Matrix inGradient;
        private final Matrix weightGradient = Matrix.zeros(inputs, outputs);
        private final Matrix biasGradient = Matrix.zeros(1, outputs);
        private final Matrix one;
        private Matrix in = Matrix.zeros(0, 0);

        Walk(int rows) {
            out = Matrix.zeros(rows, outputs);
            inGradient = Matrix.zeros(rows, inputs);
            one = new Matrix(new float[] {1f}, 0, 1, rows, 0, 0);
        }

        @Override
        public Matrix forward(Matrix fed, @Nullable RandomGenerator chance) {
            in = fed;
            for (int row = 0; row < out.rows(); row++) {
                System.arraycopy(bias.data(), 0, out.data(), out.at(row), Matrix.padded(outputs));
            }
            kernels.multiplyAdd(in, weights, out);
            return out;
        }

        @Override
        public Matrix backward(Matrix outputGradient) {
            kernels.multiplyAdd(in.transposed(), outputGradient, weightGradient);
            kernels.multiplyAdd(one, outputGradient, biasGradient);
            kernels.multiply(outputGradient, transposedWeights, inGradient);
            return inGradient;
        }

        @Override
        public void yieldGradient(float[] total) {
            for (int j = 0; j < outputs; j++) {
                for (int i = 0; i < inputs; i++) {
                    total[weightBlock.from() + j * inputs + i] += weightGradient.get(i, j);
                }
                total[biasBlock.from() + j] += biasGradient.get(0, j);
            }
            weightGradient.clear();
            biasGradient.clear();
        }
    }
}
