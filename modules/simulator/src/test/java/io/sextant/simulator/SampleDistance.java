package io.sextant.simulator;

/** How far two samples are apart: the largest difference of their distribution functions (Smirnov, 1939). */
final class SampleDistance {

    private SampleDistance() {}

    /**
     * Of sorted samples. Between two values of the smaller
     * sample its function is flat and the other's rises, so the largest is found just before or at one of its values.
     */
    static double of(double[] small, double[] large) {
        double largest = 0;
        int before = 0;
        for (int i = 0; i < small.length; i++) {
            if (i + 1 < small.length && small[i + 1] == small[i]) {
                continue;
            }
            double below = (double) countBelow(large, small[i]) / large.length;
            double upTo = (double) countBelow(large, Math.nextUp(small[i])) / large.length;
            largest = Math.max(largest, Math.abs((double) before / small.length - below));
            largest = Math.max(largest, Math.abs((i + 1.0) / small.length - upTo));
            before = i + 1;
        }
        return largest;
    }

    private static int countBelow(double[] sorted, double bound) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < bound) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
