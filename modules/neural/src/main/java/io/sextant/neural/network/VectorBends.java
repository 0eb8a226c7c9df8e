package io.sextant.neural.network;

import jdk.incubator.vector.FloatVector;

/**
 * Bends blocks of cells in place. Each loop holds one bend and no more: a loop with several is more than the compiler inlines, and then
 * every vector in it becomes an object.
 */
final class VectorBends {

    private static final int WIDTH = VectorKernels.SPECIES.length();

    /** Made once: a broadcast in the loop is more that has to be inlined. */
    private static final FloatVector A13 = all(Rational.A13);

    private static final FloatVector A11 = all(Rational.A11);
    private static final FloatVector A9 = all(Rational.A9);
    private static final FloatVector A7 = all(Rational.A7);
    private static final FloatVector A5 = all(Rational.A5);
    private static final FloatVector A3 = all(Rational.A3);
    private static final FloatVector A1 = all(Rational.A1);
    private static final FloatVector B6 = all(Rational.B6);
    private static final FloatVector B4 = all(Rational.B4);
    private static final FloatVector B2 = all(Rational.B2);
    private static final FloatVector B0 = all(Rational.B0);
    private static final FloatVector HALF = all(0.5f);
    private static final FloatVector MOST = all(Rational.BOUND);
    private static final FloatVector LEAST = all(-Rational.BOUND);

    private VectorBends() {}

    /** Columns from {@code from} to before {@code to} of some rows. */
    static void tanh(Matrix cells, int firstRow, int rows, int from, int to) {
        float[] data = cells.data();
        for (int r = firstRow; r < firstRow + rows; r++) {
            int end = cells.at(r) + to;
            for (int i = cells.at(r) + from; i < end; i += WIDTH) {
                tanh(load(data, i)).intoArray(data, i);
            }
        }
    }

    static void sigmoid(Matrix cells, int firstRow, int rows, int from, int to) {
        float[] data = cells.data();
        for (int r = firstRow; r < firstRow + rows; r++) {
            int end = cells.at(r) + to;
            for (int i = cells.at(r) + from; i < end; i += WIDTH) {
                tanh(load(data, i).mul(HALF)).fma(HALF, HALF).intoArray(data, i);
            }
        }
    }

    private static FloatVector tanh(FloatVector value) {
        FloatVector x = value.max(LEAST).min(MOST);
        FloatVector s = x.mul(x);
        FloatVector p = s.fma(A13, A11);
        p = s.fma(p, A9);
        p = s.fma(p, A7);
        p = s.fma(p, A5);
        p = s.fma(p, A3);
        p = s.fma(p, A1);
        FloatVector q = s.fma(B6, B4);
        q = s.fma(q, B2);
        q = s.fma(q, B0);
        return x.mul(p).div(q);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(VectorKernels.SPECIES, value);
    }

    private static FloatVector load(float[] from, int at) {
        return FloatVector.fromArray(VectorKernels.SPECIES, from, at);
    }
}
