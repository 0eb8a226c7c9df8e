package io.sextant.neural.network;

/** Windows in time order with what is to be learned of each. */
public interface Samples {

    int count();

    /** Steps of a window. */
    int steps();

    int inputs();

    int targets();

    float input(int sample, int step, int column);

    float target(int sample, int column);

    /** Windows that slide over columns; {@code targets[i]} belongs to the window that begins at row i. */
    static Samples sliding(float[][] columns, int steps, float[][] targets) {
        return new SlidingWindows(columns, steps, targets);
    }

    /** Windows that slide over columns by one row. */
    record SlidingWindows(float[][] columns, int steps, float[][] targetRows) implements Samples {

        public SlidingWindows {
            if (targetRows.length > columns[0].length - steps + 1) {
                throw new IllegalArgumentException(targetRows.length + " windows of " + steps
                        + " steps do not fit into " + columns[0].length + " rows");
            }
        }

        @Override
        public int count() {
            return targetRows.length;
        }

        @Override
        public int inputs() {
            return columns.length;
        }

        @Override
        public int targets() {
            return targetRows[0].length;
        }

        @Override
        public float input(int sample, int step, int column) {
            return columns[column][sample + step];
        }

        @Override
        public float target(int sample, int column) {
            return targetRows[sample][column];
        }
    }
}
