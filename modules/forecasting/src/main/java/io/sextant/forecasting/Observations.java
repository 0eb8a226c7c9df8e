package io.sextant.forecasting;

import java.util.Arrays;
import java.util.List;

/**
 * A series in time order with its features, on the scale that models work on (the logarithm of a price). A part of it shares its
 * columns, so that cutting off the future costs nothing; nobody writes to them.
 */
public final class Observations {

    private final long[] timesNanos;
    private final double[] values;
    private final List<String> featureNames;
    private final double[][] featureColumns;
    private final int from;
    private final int to;

    private Observations(
            long[] timesNanos,
            double[] values,
            List<String> featureNames,
            double[][] featureColumns,
            int from,
            int to) {
        this.timesNanos = timesNanos;
        this.values = values;
        this.featureNames = featureNames;
        this.featureColumns = featureColumns;
        this.from = from;
        this.to = to;
    }

    /** @param featureColumns one column for each name, as long as the values */
    public static Observations of(
            long[] timesNanos, double[] values, List<String> featureNames, double[][] featureColumns) {
        if (timesNanos.length != values.length || featureNames.size() != featureColumns.length) {
            throw new IllegalArgumentException("columns of one series are equally long");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("value " + i + " is " + values[i]);
            }
            if (i > 0 && timesNanos[i] <= timesNanos[i - 1]) {
                throw new IllegalArgumentException("time " + i + " does not come after the one before");
            }
        }
        double[][] columns = new double[featureColumns.length][];
        for (int j = 0; j < columns.length; j++) {
            if (featureColumns[j].length != values.length) {
                throw new IllegalArgumentException(featureNames.get(j) + " is not as long as the series");
            }
            columns[j] = featureColumns[j].clone();
        }
        return new Observations(
                timesNanos.clone(), values.clone(), List.copyOf(featureNames), columns, 0, values.length);
    }

    /** Values without times or features: their places count as times. */
    public static Observations ofValues(double[] values) {
        long[] places = new long[values.length];
        Arrays.setAll(places, i -> i);
        return of(places, values, List.of(), new double[0][]);
    }

    public int size() {
        return to - from;
    }

    public double value(int i) {
        return values[place(i)];
    }

    public long timeNanos(int i) {
        return timesNanos[place(i)];
    }

    public double last() {
        return value(size() - 1);
    }

    public List<String> featureNames() {
        return featureNames;
    }

    public double feature(int column, int i) {
        return featureColumns[column][place(i)];
    }

    public double[] values() {
        return Arrays.copyOfRange(values, from, to);
    }

    public Observation get(int i) {
        int place = place(i);
        double[] row = new double[featureColumns.length];
        for (int j = 0; j < row.length; j++) {
            row[j] = featureColumns[j][place];
        }
        return new Observation(timesNanos[place], values[place], row);
    }

    /** The observations from {@code first} to before {@code end}. */
    public Observations between(int first, int end) {
        if (first < 0 || end < first || end > size()) {
            throw new IndexOutOfBoundsException("from " + first + " to " + end + " of " + size());
        }
        return new Observations(timesNanos, values, featureNames, featureColumns, from + first, from + end);
    }

    private int place(int i) {
        if (i < 0 || i >= size()) {
            throw new IndexOutOfBoundsException(i + " of " + size());
        }
        return from + i;
    }
}
