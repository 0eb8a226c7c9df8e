package io.sextant.strategy.bar;

/** The last few numbers, side by side in memory: written behind each other, and moved to the front when the end is reached. */
final class Recent {

    private final double[] values;
    private final int length;
    private int end;

    Recent(int length) {
        this.length = length;
        values = new double[2 * length];
    }

    void add(double value) {
        if (end == values.length) {
            System.arraycopy(values, length, values, 0, length);
            end = length;
        }
        values[end++] = value;
    }

    int length() {
        return length;
    }

    /** 0 is the newest; only as many as were kept. */
    double ago(int steps) {
        return values[end - 1 - steps];
    }

    /** Summed from the oldest on, each time anew, so that it does not matter what was before. */
    double mean() {
        double sum = 0;
        for (int i = end - length; i < end; i++) {
            sum += values[i];
        }
        return sum / length;
    }

    /** With n - 1. */
    double deviation() {
        double mean = mean();
        double sum = 0;
        for (int i = end - length; i < end; i++) {
            double off = values[i] - mean;
            sum += off * off;
        }
        return Math.sqrt(sum / (length - 1));
    }
}
