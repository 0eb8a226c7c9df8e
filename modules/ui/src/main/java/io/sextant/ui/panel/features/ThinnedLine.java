package io.sextant.ui.panel.features;

import java.util.Arrays;

/** A line of no more points than a screen has, that still reaches every peak and trough, and the newest row. */
record ThinnedLine(double[] x, double[] y) {

    private static final int PIECES = 700;

    /** Rows {@code [from, to)}; x is the row. */
    static ThinnedLine of(double[] column, int from, int to) {
        int pieces = Math.min(PIECES, to - from);
        double[] x = new double[2 * pieces + 1];
        double[] y = new double[2 * pieces + 1];
        int count = 0;
        for (int piece = 0; piece < pieces; piece++) {
            int begin = from + (int) ((long) (to - from) * piece / pieces);
            int end = from + (int) ((long) (to - from) * (piece + 1) / pieces);
            int lowest = -1;
            int highest = -1;
            for (int i = begin; i < end; i++) {
                if (Double.isFinite(column[i])) {
                    lowest = lowest < 0 || column[i] < column[lowest] ? i : lowest;
                    highest = highest < 0 || column[i] > column[highest] ? i : highest;
                }
            }
            if (lowest >= 0) {
                int first = Math.min(lowest, highest);
                int last = Math.max(lowest, highest);
                x[count] = first;
                y[count++] = column[first];
                if (last > first) {
                    x[count] = last;
                    y[count++] = column[last];
                }
            }
        }
        int newest = to - 1;
        if (count > 0 && newest > x[count - 1] && Double.isFinite(column[newest])) {
            x[count] = newest;
            y[count++] = column[newest];
        }
        return new ThinnedLine(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }
}
