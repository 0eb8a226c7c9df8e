package io.sextant.neural.network;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One layer; its prepared weights are shared by all passes. Rows of what passes through are step by step, and in a step window by
 * window, so that one step of all windows lies together.
 */
interface Layer {

    /** Columns of what comes out. */
    int outputs();

    /** Lays the parameters out as the kernels want them; no pass may run meanwhile. */
    void prepare(float[] parameters);

    /** @param inputGradient whether somebody will ask for the gradient of what is fed */
    Pass pass(int steps, int windows, boolean inputGradient);

    /** What one thread needs to send some windows through and back. */
    interface Pass {

        /** @param chance what dropout draws from; none when nothing is dropped */
        Matrix forward(Matrix in, @Nullable RandomGenerator chance);

        /** Adds the gradients of the parameters to those of this pass; gives that of the input. */
        Matrix backward(Matrix outputGradient);

        /** Hands over the gradients of the parameters and forgets them. */
        void yieldGradient(float[] total);
    }
}
