package io.sextant.neural.network;

/**
 * The loops that networks spend their time in. Both implementations add up every number in the same order with the same fused
 * operations, so they agree to the last bit, whatever the width of the machine's vectors.
 */
abstract sealed class Kernels permits PlainKernels, VectorKernels {

    /** Rows of the right operand that stay in the first cache while all rows of the left one pass. */
    static final int DEPTH = 64;

    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    /** Vectors where this JVM was started with their module, loops otherwise. */
    static Kernels best() {
        return Chosen.KERNELS;
    }

    static boolean vectorsPresent() {
        return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
    }

    /** {@code c += a b}, where the columns of b and c lie side by side. */
    abstract void multiplyAdd(Matrix a, Matrix b, Matrix c);

    final void multiply(Matrix a, Matrix b, Matrix c) {
        c.clear();
        multiplyAdd(a, b, c);
    }

    /** One step of all windows: activates the gates in place and writes cells and outputs. */
    abstract void lstmForward(RecurrentTape tape, int step);

    /** One step back: turns activated gates into the gradients of what was fed to them; cells carry theirs to the step before. */
    abstract void lstmBackward(RecurrentTape tape, int step, Matrix outputGradient);

    abstract void gruForward(RecurrentTape tape, int step);

    abstract void gruBackward(RecurrentTape tape, int step, Matrix outputGradient);

    abstract void tanh(Matrix cells);

    private static final class Chosen {

        /** The class with vectors is not touched where their module is absent. */
        static final Kernels KERNELS = vectorsPresent() ? new VectorKernels() : new PlainKernels();
    }
}
