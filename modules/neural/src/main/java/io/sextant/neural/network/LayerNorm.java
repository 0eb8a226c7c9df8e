package io.sextant.neural.network;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Each row to mean 0 and variance 1, then stretched and shifted column by column (Ba, Kiros and Hinton 2016). */
final class LayerNorm implements Layer {

    static final double TINY = 1e-5;

    private final Parameters.Block gainBlock;
    private final Parameters.Block shiftBlock;
    private final int columns;
    private final float[] gain;
    private final float[] shift;

    LayerNorm(Parameters parameters, String name, int columns) {
        this.columns = columns;
        gainBlock = parameters.constant(name + ".weight", columns, 1f);
        shiftBlock = parameters.constant(name + ".bias", columns, 0f);
        gain = new float[columns];
        shift = new float[columns];
    }

    @Override
    public int outputs() {
        return columns;
    }

    @Override
    public void prepare(float[] parameters) {
        System.arraycopy(parameters, gainBlock.from(), gain, 0, columns);
        System.arraycopy(parameters, shiftBlock.from(), shift, 0, columns);
    }

    @Override
    public Pass pass(int steps, int windows, boolean inputGradient) {
        return new Walk(steps * windows);
    }

    private final class Walk implements Pass {

        private final Matrix plain;
        private final Matrix out;
        private final Matrix inGradient;
        private final float[] inverseDeviation;
        private final float[] gainGradient = new float[columns];
        private final float[] shiftGradient = new float[columns];

        Walk(int rows) {
            plain = Matrix.zeros(rows, columns);
            out = Matrix.zeros(rows, columns);
            inGradient = Matrix.zeros(rows, columns);
            inverseDeviation = new float[rows];
        }

        @Override
        public Matrix forward(Matrix in, @Nullable RandomGenerator chance) {
            for (int r = 0; r < out.rows(); r++) {
                double mean = 0;
                for (int c = 0; c < columns; c++) {
                    mean += in.get(r, c);
                }
                mean /= columns;
                double variance = 0;
                for (int c = 0; c < columns; c++) {
                    double off = in.get(r, c) - mean;
                    variance += off * off;
                }
                double inverse = 1 / Math.sqrt(variance / columns + TINY);
                inverseDeviation[r] = (float) inverse;
                for (int c = 0; c < columns; c++) {
                    float value = (float) ((in.get(r, c) - mean) * inverse);
                    plain.set(r, c, value);
                    out.set(r, c, Math.fma(value, gain[c], shift[c]));
                }
            }
            return out;
        }

        @Override
        public Matrix backward(Matrix outputGradient) {
            for (int r = 0; r < out.rows(); r++) {
                double sum = 0;
                double along = 0;
                for (int c = 0; c < columns; c++) {
                    float felt = outputGradient.get(r, c);
                    gainGradient[c] += felt * plain.get(r, c);
                    shiftGradient[c] += felt;
                    sum += felt * gain[c];
                    along += (double) felt * gain[c] * plain.get(r, c);
                }
                for (int c = 0; c < columns; c++) {
                    double felt = outputGradient.get(r, c) * gain[c];
                    double kept = felt - sum / columns - plain.get(r, c) * along / columns;
                    inGradient.set(r, c, (float) (inverseDeviation[r] * kept));
                }
            }
            return inGradient;
        }

        @Override
        public void yieldGradient(float[] total) {
            for (int c = 0; c < columns; c++) {
                total[gainBlock.from() + c] += gainGradient[c];
                total[shiftBlock.from() + c] += shiftGradient[c];
                gainGradient[c] = 0;
                shiftGradient[c] = 0;
            }
        }
    }
}
