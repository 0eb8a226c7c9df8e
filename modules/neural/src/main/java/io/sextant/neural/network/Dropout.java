package io.sextant.neural.network;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Silences a share of the cells while training and lifts the others by as much (Srivastava et al. 2014). */
record Dropout(int outputs, float share) implements Layer {

    @Override
    public void prepare(float[] parameters) {}

    @Override
    public Pass pass(int steps, int windows, boolean inputGradient) {
        return new Walk(Matrix.zeros(steps * windows, outputs), Matrix.zeros(steps * windows, outputs), 1f - share);
    }

    private static final class Walk implements Pass {

        private final Matrix kept;
        private final Matrix mask;
        private final float keep;
        private boolean dropping;

        Walk(Matrix kept, Matrix mask, float keep) {
            this.kept = kept;
            this.mask = mask;
            this.keep = keep;
        }

        @Override
        public Matrix forward(Matrix in, @Nullable RandomGenerator chance) {
            dropping = chance != null;
            if (chance == null) {
                return in;
            }
            float lift = 1f / keep;
            for (int r = 0; r < mask.rows(); r++) {
                for (int c = 0; c < mask.columns(); c++) {
                    mask.set(r, c, chance.nextFloat() < keep ? lift : 0f);
                }
            }
            return masked(in);
        }

        @Override
        public Matrix backward(Matrix outputGradient) {
            return dropping ? masked(outputGradient) : outputGradient;
        }

        private Matrix masked(Matrix in) {
            for (int r = 0; r < mask.rows(); r++) {
                for (int c = 0; c < mask.columns(); c++) {
                    kept.set(r, c, in.get(r, c) * mask.get(r, c));
                }
            }
            return kept;
        }

        @Override
        public void yieldGradient(float[] total) {}
    }
}
