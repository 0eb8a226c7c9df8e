package io.sextant.neural.network;

import java.util.Arrays;

/**
 * A view of a block of floats; cell (r, c) is at {@code from + r * rowStep + c * columnStep}. Rows made by {@link #zeros} have room for
 * columns up to a multiple of {@link #LANES}, which kernels write to and which hold zeros where the right operand does.
 */
record Matrix(float[] data, int from, int rows, int columns, int rowStep, int columnStep) {

    /** The widest vector that kernels use, in floats. */
    static final int LANES = 16;

    static Matrix zeros(int rows, int columns) {
        int step = rowStep(columns);
        return new Matrix(new float[rows * step], 0, rows, columns, step, 1);
    }

    static int padded(int columns) {
        return (columns + LANES - 1) / LANES * LANES;
    }

    /** An odd number of cache lines: with a power of two, the rows of a tile would fall on few sets of the first cache. */
    static int rowStep(int columns) {
        return padded(columns) | LANES;
    }

    Matrix rows(int first, int count) {
        return new Matrix(data, from + first * rowStep, count, columns, rowStep, columnStep);
    }

    /** Every {@code stride}th row from {@code first}: the steps of one window among windows side by side. */
    Matrix everyRow(int first, int stride) {
        return new Matrix(data, from + first * rowStep, rows / stride, columns, rowStep * stride, columnStep);
    }

    Matrix columns(int first, int count) {
        return new Matrix(data, from + first * columnStep, rows, count, rowStep, columnStep);
    }

    Matrix transposed() {
        return new Matrix(data, from, columns, rows, columnStep, rowStep);
    }

    float get(int row, int column) {
        return data[from + row * rowStep + column * columnStep];
    }

    void set(int row, int column, float value) {
        data[from + row * rowStep + column * columnStep] = value;
    }

    void add(int row, int column, float value) {
        data[from + row * rowStep + column * columnStep] += value;
    }

    int at(int row) {
        return from + row * rowStep;
    }

    /** Only for rows whose columns lie side by side; also clears the room that kernels may write to. */
    void clear() {
        for (int r = 0; r < rows; r++) {
            Arrays.fill(data, at(r), at(r) + padded(columns), 0f);
        }
    }

    /** Takes over the cells of one as large. */
    void copy(Matrix other) {
        if (columnStep == 1 && other.columnStep == 1) {
            for (int r = 0; r < rows; r++) {
                System.arraycopy(other.data, other.at(r), data, at(r), columns);
            }
            return;
        }
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                set(r, c, other.get(r, c));
            }
        }
    }
}
