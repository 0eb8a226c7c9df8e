package io.sextant.neural.network;

/**
 * What a recurrent layer writes down on its way through the steps, for the way back. Rows are step by step, and in a step window by
 * window. A row of {@code joined} holds what the layer is fed, then its output of the step before; gates are four blocks side by side.
 */
final class RecurrentTape {

    final int steps;
    final int windows;
    final int inputs;
    final int hidden;
    /** Hidden units with those that fill the last vector; the latter stay zero. */
    final int units;

    final Matrix joined;
    final Matrix gates;
    /** One step more than the rest: the first holds the start. */
    final Matrix cells;
    /** LSTM: the tangent of the cells. */
    final Matrix bent;
    /** Gradients of the joined rows; of one step only where nobody asks for those of the inputs. */
    final Matrix joinedGradient;

    final Matrix cellGradient;
    private final boolean wholeGradient;

    RecurrentTape(int steps, int windows, int inputs, int hidden, boolean inputGradient) {
        this.steps = steps;
        this.windows = windows;
        this.inputs = inputs;
        this.hidden = hidden;
        units = Matrix.padded(hidden);
        joined = Matrix.zeros((steps + 1) * windows, inputs + units);
        gates = Matrix.zeros(steps * windows, 4 * units);
        cells = Matrix.zeros((steps + 1) * windows, units);
        bent = Matrix.zeros(steps * windows, units);
        wholeGradient = inputGradient;
        joinedGradient = Matrix.zeros((inputGradient ? steps + 1 : 2) * windows, inputs + units);
        cellGradient = Matrix.zeros(windows, units);
    }

    Matrix joinedAt(int step) {
        return joined.rows(step * windows, windows).columns(0, inputs + hidden);
    }

    Matrix gatesAt(int step) {
        return gates.rows(step * windows, windows);
    }

    /** Where the gradient of the joined row of {@code step} goes. */
    Matrix joinedGradientAt(int step) {
        return joinedGradient.rows((wholeGradient ? step : step & 1) * windows, windows);
    }

    Matrix outputs() {
        return joined.rows(windows, steps * windows).columns(inputs, hidden);
    }
}
