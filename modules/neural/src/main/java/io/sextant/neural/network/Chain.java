package io.sextant.neural.network;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Layers one after the other. {@code around}: what is fed is added to what comes out (He et al. 2016). */
record Chain(List<Layer> layers, boolean around) implements Layer {

    Chain {
        layers = List.copyOf(layers);
    }

    @Override
    public int outputs() {
        return layers.getLast().outputs();
    }

    @Override
    public void prepare(float[] parameters) {
        layers.forEach(layer -> layer.prepare(parameters));
    }

    @Override
    public Pass pass(int steps, int windows, boolean inputGradient) {
        Pass[] passes = new Pass[layers.size()];
        int rows = steps;
        for (int i = 0; i < passes.length; i++) {
            Layer layer = layers.get(i);
            passes[i] = layer.pass(rows, windows, inputGradient || i > 0);
            rows = layer instanceof LastStep || layer instanceof AttentionPooling ? 1 : rows;
        }
        return new Walk(passes, around ? Matrix.zeros(steps * windows, outputs()) : null);
    }

    private static final class Walk implements Pass {

        private final Pass[] passes;
        private final @Nullable Matrix sum;

        Walk(Pass[] passes, @Nullable Matrix sum) {
            this.passes = passes;
            this.sum = sum;
        }

        @Override
        public Matrix forward(Matrix in, @Nullable RandomGenerator chance) {
            Matrix each = in;
            for (Pass pass : passes) {
                each = pass.forward(each, chance);
            }
            return added(in, each);
        }

        @Override
        public Matrix backward(Matrix outputGradient) {
            Matrix each = outputGradient;
            for (int i = passes.length - 1; i >= 0; i--) {
                each = passes[i].backward(each);
            }
            return added(outputGradient, each);
        }

        /** The one buffer serves both ways: nobody reads the sum any more when its gradient comes back. */
        private Matrix added(Matrix one, Matrix other) {
            if (sum == null) {
                return other;
            }
            for (int r = 0; r < sum.rows(); r++) {
                for (int c = 0; c < sum.columns(); c++) {
                    sum.set(r, c, one.get(r, c) + other.get(r, c));
                }
            }
            return sum;
        }

        @Override
        public void yieldGradient(float[] total) {
            for (Pass pass : passes) {
                pass.yieldGradient(total);
            }
        }
    }
}
