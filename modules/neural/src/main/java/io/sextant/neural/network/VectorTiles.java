package io.sextant.neural.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** A product of matrices in tiles whose sums stay in registers: 4 rows by 4 vectors where there are 32 registers, by 2 otherwise. */
final class VectorTiles {

    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int WIDTH = SPECIES.length();
    private static final boolean MANY_REGISTERS = WIDTH == Matrix.LANES;
    private static final int ROWS = 4;

    private VectorTiles() {}

    static void multiplyAdd(Matrix a, Matrix b, Matrix c) {
        for (int from = 0; from < a.columns(); from += Kernels.DEPTH) {
            int depth = Math.min(Kernels.DEPTH, a.columns() - from);
            slice(a.columns(from, depth), b.rows(from, depth), c);
        }
    }

    private static void slice(Matrix a, Matrix b, Matrix c) {
        int width = Matrix.padded(c.columns());
        int j = 0;
        if (MANY_REGISTERS) {
            for (; j + 4 * WIDTH <= width; j += 4 * WIDTH) {
                int i = 0;
                for (; i + ROWS <= a.rows(); i += ROWS) {
                    fourByFour(a, i, b, j, c);
                }
                for (; i < a.rows(); i++) {
                    oneByFour(a, i, b, j, c);
                }
            }
        }
        for (; j + 2 * WIDTH <= width; j += 2 * WIDTH) {
            int i = 0;
            for (; i + ROWS <= a.rows(); i += ROWS) {
                fourByTwo(a, i, b, j, c);
            }
            for (; i < a.rows(); i++) {
                oneByOne(a, i, b, j, c);
                oneByOne(a, i, b, j + WIDTH, c);
            }
        }
        for (; j < width; j += WIDTH) {
            int i = 0;
            for (; i + ROWS <= a.rows(); i += ROWS) {
                fourByOne(a, i, b, j, c);
            }
            for (; i < a.rows(); i++) {
                oneByOne(a, i, b, j, c);
            }
        }
    }

    private static FloatVector load(float[] from, int at) {
        return FloatVector.fromArray(SPECIES, from, at);
    }

    private static FloatVector all(float[] from, int at) {
        return FloatVector.broadcast(SPECIES, from[at]);
    }

    private static void fourByFour(Matrix a, int i, Matrix b, int j, Matrix c) {
        float[] sums = c.data();
        int c0 = c.at(i) + j;
        int c1 = c0 + c.rowStep();
        int c2 = c1 + c.rowStep();
        int c3 = c2 + c.rowStep();
        FloatVector s00 = load(sums, c0);
        FloatVector s01 = load(sums, c0 + WIDTH);
        FloatVector s02 = load(sums, c0 + 2 * WIDTH);
        FloatVector s03 = load(sums, c0 + 3 * WIDTH);
        FloatVector s10 = load(sums, c1);
        FloatVector s11 = load(sums, c1 + WIDTH);
        FloatVector s12 = load(sums, c1 + 2 * WIDTH);
        FloatVector s13 = load(sums, c1 + 3 * WIDTH);
        FloatVector s20 = load(sums, c2);
        FloatVector s21 = load(sums, c2 + WIDTH);
        FloatVector s22 = load(sums, c2 + 2 * WIDTH);
        FloatVector s23 = load(sums, c2 + 3 * WIDTH);
        FloatVector s30 = load(sums, c3);
        FloatVector s31 = load(sums, c3 + WIDTH);
        FloatVector s32 = load(sums, c3 + 2 * WIDTH);
        FloatVector s33 = load(sums, c3 + 3 * WIDTH);
        float[] left = a.data();
        float[] right = b.data();
        int row = a.rowStep();
        int x = a.at(i);
        int y = b.at(0) + j;
        for (int p = 0; p < a.columns(); p++, x += a.columnStep(), y += b.rowStep()) {
            FloatVector y0 = load(right, y);
            FloatVector y1 = load(right, y + WIDTH);
            FloatVector y2 = load(right, y + 2 * WIDTH);
            FloatVector y3 = load(right, y + 3 * WIDTH);
            FloatVector x0 = all(left, x);
            s00 = x0.fma(y0, s00);
            s01 = x0.fma(y1, s01);
            s02 = x0.fma(y2, s02);
            s03 = x0.fma(y3, s03);
            FloatVector x1 = all(left, x + row);
            s10 = x1.fma(y0, s10);
            s11 = x1.fma(y1, s11);
            s12 = x1.fma(y2, s12);
            s13 = x1.fma(y3, s13);
            FloatVector x2 = all(left, x + 2 * row);
            s20 = x2.fma(y0, s20);
            s21 = x2.fma(y1, s21);
            s22 = x2.fma(y2, s22);
            s23 = x2.fma(y3, s23);
            FloatVector x3 = all(left, x + 3 * row);
            s30 = x3.fma(y0, s30);
            s31 = x3.fma(y1, s31);
            s32 = x3.fma(y2, s32);
            s33 = x3.fma(y3, s33);
        }
        store(s00, s01, s02, s03, sums, c0);
        store(s10, s11, s12, s13, sums, c1);
        store(s20, s21, s22, s23, sums, c2);
        store(s30, s31, s32, s33, sums, c3);
    }

    private static void store(FloatVector s0, FloatVector s1, FloatVector s2, FloatVector s3, float[] to, int at) {
        s0.intoArray(to, at);
        s1.intoArray(to, at + WIDTH);
        s2.intoArray(to, at + 2 * WIDTH);
        s3.intoArray(to, at + 3 * WIDTH);
    }

    private static void oneByFour(Matrix a, int i, Matrix b, int j, Matrix c) {
        float[] sums = c.data();
        int at = c.at(i) + j;
        FloatVector s0 = load(sums, at);
        FloatVector s1 = load(sums, at + WIDTH);
        FloatVector s2 = load(sums, at + 2 * WIDTH);
        FloatVector s3 = load(sums, at + 3 * WIDTH);
        float[] right = b.data();
        int x = a.at(i);
        int y = b.at(0) + j;
        for (int p = 0; p < a.columns(); p++, x += a.columnStep(), y += b.rowStep()) {
            FloatVector x0 = all(a.data(), x);
            s0 = x0.fma(load(right, y), s0);
            s1 = x0.fma(load(right, y + WIDTH), s1);
            s2 = x0.fma(load(right, y + 2 * WIDTH), s2);
            s3 = x0.fma(load(right, y + 3 * WIDTH), s3);
        }
        store(s0, s1, s2, s3, sums, at);
    }

    private static void fourByTwo(Matrix a, int i, Matrix b, int j, Matrix c) {
        float[] sums = c.data();
        int c0 = c.at(i) + j;
        int c1 = c0 + c.rowStep();
        int c2 = c1 + c.rowStep();
        int c3 = c2 + c.rowStep();
        FloatVector s00 = load(sums, c0);
        FloatVector s01 = load(sums, c0 + WIDTH);
        FloatVector s10 = load(sums, c1);
        FloatVector s11 = load(sums, c1 + WIDTH);
        FloatVector s20 = load(sums, c2);
        FloatVector s21 = load(sums, c2 + WIDTH);
        FloatVector s30 = load(sums, c3);
        FloatVector s31 = load(sums, c3 + WIDTH);
        float[] left = a.data();
        int row = a.rowStep();
        int x = a.at(i);
        int y = b.at(0) + j;
        for (int p = 0; p < a.columns(); p++, x += a.columnStep(), y += b.rowStep()) {
            FloatVector y0 = load(b.data(), y);
            FloatVector y1 = load(b.data(), y + WIDTH);
            FloatVector x0 = all(left, x);
            s00 = x0.fma(y0, s00);
            s01 = x0.fma(y1, s01);
            FloatVector x1 = all(left, x + row);
            s10 = x1.fma(y0, s10);
            s11 = x1.fma(y1, s11);
            FloatVector x2 = all(left, x + 2 * row);
            s20 = x2.fma(y0, s20);
            s21 = x2.fma(y1, s21);
            FloatVector x3 = all(left, x + 3 * row);
            s30 = x3.fma(y0, s30);
            s31 = x3.fma(y1, s31);
        }
        s00.intoArray(sums, c0);
        s01.intoArray(sums, c0 + WIDTH);
        s10.intoArray(sums, c1);
        s11.intoArray(sums, c1 + WIDTH);
        s20.intoArray(sums, c2);
        s21.intoArray(sums, c2 + WIDTH);
        s30.intoArray(sums, c3);
        s31.intoArray(sums, c3 + WIDTH);
    }

    private static void fourByOne(Matrix a, int i, Matrix b, int j, Matrix c) {
        float[] sums = c.data();
        int c0 = c.at(i) + j;
        int c1 = c0 + c.rowStep();
        int c2 = c1 + c.rowStep();
        int c3 = c2 + c.rowStep();
        FloatVector s0 = load(sums, c0);
        FloatVector s1 = load(sums, c1);
        FloatVector s2 = load(sums, c2);
        FloatVector s3 = load(sums, c3);
        float[] left = a.data();
        int row = a.rowStep();
        int x = a.at(i);
        int y = b.at(0) + j;
        for (int p = 0; p < a.columns(); p++, x += a.columnStep(), y += b.rowStep()) {
            FloatVector right = load(b.data(), y);
            s0 = all(left, x).fma(right, s0);
            s1 = all(left, x + row).fma(right, s1);
            s2 = all(left, x + 2 * row).fma(right, s2);
            s3 = all(left, x + 3 * row).fma(right, s3);
        }
        s0.intoArray(sums, c0);
        s1.intoArray(sums, c1);
        s2.intoArray(sums, c2);
        s3.intoArray(sums, c3);
    }

    private static void oneByOne(Matrix a, int i, Matrix b, int j, Matrix c) {
        int at = c.at(i) + j;
        FloatVector sum = load(c.data(), at);
        int x = a.at(i);
        int y = b.at(0) + j;
        for (int p = 0; p < a.columns(); p++, x += a.columnStep(), y += b.rowStep()) {
            sum = all(a.data(), x).fma(load(b.data(), y), sum);
        }
        sum.intoArray(c.data(), at);
    }
}
