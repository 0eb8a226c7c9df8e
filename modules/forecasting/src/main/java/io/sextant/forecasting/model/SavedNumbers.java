package io.sextant.forecasting.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Rows of numbers in a saved model, each with its length before it. */
final class SavedNumbers {

    /** More in one row is a file that was damaged. */
    private static final int SIZE_MAX = 50_000_000;

    private SavedNumbers() {}

    static void write(DataOutput out, double[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double each : numbers) {
            out.writeDouble(each);
        }
    }

    static double[] read(DataInput in) throws IOException {
        double[] numbers = new double[size(in)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readDouble();
        }
        return numbers;
    }

    static void write(DataOutput out, double[][] rows) throws IOException {
        out.writeInt(rows.length);
        for (double[] row : rows) {
            write(out, row);
        }
    }

    static double[][] readRows(DataInput in) throws IOException {
        double[][] rows = new double[size(in)][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = read(in);
        }
        return rows;
    }

    private static int size(DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > SIZE_MAX) {
            throw new IOException("a saved model has a row of " + size + " numbers");
        }
        return size;
    }
}
