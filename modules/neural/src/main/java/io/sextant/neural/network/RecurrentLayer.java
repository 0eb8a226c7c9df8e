package io.sextant.neural.network;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * LSTM (Hochreiter and Schmidhuber 1997, with forget gates) or GRU (Cho et al. 2014, reset after the product), in PyTorch's equations
 * and layout: {@code weight_ih} rows in the order i, f, g, o or r, z, n, and two biases.
 */
final class RecurrentLayer implements Layer {

    /** The four blocks of a row of gates. A GRU's candidate has two: what comes of the input and what of the last output. */
    enum Cell {
        LSTM(4),
        GRU(3);

        final int gates;

        Cell(int gates) {
            this.gates = gates;
        }
    }

    private final Kernels kernels;
    private final Cell cell;
    private final int inputs;
    private final int hidden;
    private final int units;
    private final Parameters.Block inputWeights;
    private final Parameters.Block hiddenWeights;
    private final Parameters.Block inputBias;
    private final Parameters.Block hiddenBias;

    /** By input and last output, what they add to each gate. */
    private final Matrix weights;

    private final Matrix transposedWeights;
    private final Matrix bias;

    RecurrentLayer(Kernels kernels, Parameters parameters, Cell cell, int place, int inputs, int hidden) {
        this.kernels = kernels;
        this.cell = cell;
        this.inputs = inputs;
        this.hidden = hidden;
        units = Matrix.padded(hidden);
        double spread = 1 / Math.sqrt(hidden);
        int rows = cell.gates * hidden;
        inputWeights = parameters.drawn("weight_ih_l" + place, rows, inputs, spread);
        hiddenWeights = parameters.drawn("weight_hh_l" + place, rows, hidden, spread);
        inputBias = parameters.drawn("bias_ih_l" + place, 1, rows, spread);
        hiddenBias = parameters.drawn("bias_hh_l" + place, 1, rows, spread);
        weights = Matrix.zeros(inputs + hidden, 4 * units);
        transposedWeights = Matrix.zeros(4 * units, inputs + units);
        bias = Matrix.zeros(1, 4 * units);
    }

    @Override
    public int outputs() {
        return hidden;
    }

    /** Where a gate's unit stands in a row of gates, for what comes of the last output. */
    private int recurrentColumn(int gate, int unit) {
        int block = cell == Cell.GRU && gate == 2 ? 3 : gate;
        return block * units + unit;
    }

    @Override
    public void prepare(float[] parameters) {
        bias.clear();
        for (int gate = 0; gate < cell.gates; gate++) {
            for (int unit = 0; unit < hidden; unit++) {
                int row = gate * hidden + unit;
                int fed = gate * units + unit;
                int recurrent = recurrentColumn(gate, unit);
                for (int j = 0; j < inputs; j++) {
                    float weight = parameters[inputWeights.from() + row * inputs + j];
                    weights.set(j, fed, weight);
                    transposedWeights.set(fed, j, weight);
                }
                for (int j = 0; j < hidden; j++) {
                    float weight = parameters[hiddenWeights.from() + row * hidden + j];
                    weights.set(inputs + j, recurrent, weight);
                    transposedWeights.set(recurrent, inputs + j, weight);
                }
                bias.add(0, fed, parameters[inputBias.from() + row]);
                bias.add(0, recurrent, parameters[hiddenBias.from() + row]);
            }
        }
    }

    @Override
    public Pass pass(int steps, int windows, boolean inputGradient) {
        return new Walk(steps, windows, inputGradient);
    }

    private final class Walk implements Pass {

        private final RecurrentTape tape;
        private final boolean inputGradient;
        private final Matrix fedGradient;
        private final Matrix weightGradient = Matrix.zeros(inputs + hidden, 4 * units);
        private final Matrix biasGradient = Matrix.zeros(1, 4 * units);
        private final Matrix one;

        Walk(int steps, int windows, boolean inputGradient) {
            tape = new RecurrentTape(steps, windows, inputs, hidden, inputGradient);
            this.inputGradient = inputGradient;
            fedGradient = inputGradient ? Matrix.zeros(steps * windows, inputs) : Matrix.zeros(0, inputs);
            one = new Matrix(new float[] {1f}, 0, 1, steps * windows, 0, 0);
        }

        @Override
        public Matrix forward(Matrix in, @Nullable RandomGenerator chance) {
            tape.joined.rows(0, in.rows()).columns(0, inputs).copy(in);
            for (int row = 0; row < tape.gates.rows(); row++) {
                System.arraycopy(bias.data(), 0, tape.gates.data(), tape.gates.at(row), 4 * units);
            }
            for (int step = 0; step < tape.steps; step++) {
                kernels.multiplyAdd(tape.joinedAt(step), weights, tape.gatesAt(step));
                if (cell == Cell.LSTM) {
                    kernels.lstmForward(tape, step);
                } else {
                    kernels.gruForward(tape, step);
                }
            }
            return tape.outputs();
        }

        @Override
        public Matrix backward(Matrix outputGradient) {
            tape.cellGradient.clear();
            tape.joinedGradientAt(tape.steps).clear();
            int first = inputGradient ? 0 : inputs;
            int count = inputs + units - first;
            Matrix back = transposedWeights.columns(first, count);
            for (int step = tape.steps - 1; step >= 0; step--) {
                if (cell == Cell.LSTM) {
                    kernels.lstmBackward(tape, step, outputGradient);
                } else {
                    kernels.gruBackward(tape, step, outputGradient);
                }
                if (step > 0 || inputGradient) {
                    kernels.multiply(
                            tape.gatesAt(step),
                            back,
                            tape.joinedGradientAt(step).columns(first, count));
                }
            }
            int rows = tape.steps * tape.windows;
            Matrix fed = tape.joined.rows(0, rows).columns(0, inputs + hidden);
            kernels.multiplyAdd(fed.transposed(), tape.gates, weightGradient);
            kernels.multiplyAdd(one, tape.gates, biasGradient);
            if (inputGradient) {
                fedGradient.copy(tape.joinedGradient.rows(0, rows).columns(0, inputs));
            }
            return fedGradient;
        }

        @Override
        public void yieldGradient(float[] total) {
            for (int gate = 0; gate < cell.gates; gate++) {
                for (int unit = 0; unit < hidden; unit++) {
                    int row = gate * hidden + unit;
                    int fed = gate * units + unit;
                    int recurrent = recurrentColumn(gate, unit);
                    for (int j = 0; j < inputs; j++) {
                        total[inputWeights.from() + row * inputs + j] += weightGradient.get(j, fed);
                    }
                    for (int j = 0; j < hidden; j++) {
                        total[hiddenWeights.from() + row * hidden + j] += weightGradient.get(inputs + j, recurrent);
                    }
                    total[inputBias.from() + row] += biasGradient.get(0, fed);
                    total[hiddenBias.from() + row] += biasGradient.get(0, recurrent);
                }
            }
            weightGradient.clear();
            biasGradient.clear();
        }
    }
}
