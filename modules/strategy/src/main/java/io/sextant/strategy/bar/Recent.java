package io.sextant.strategy.bar;

/** The last few numbers. */
final class Recent {

    private final double[] ring;
    private long count;

    Recent(int length) {
        ring = new double[length];
    }

    void add(double value) {
        ring[(int) (count % ring.length)] = value;
        count++;
    }

    boolean isFull() {
        return count >= ring.length;
    }

    int length() {
        return ring.length;
    }

    /** 0 is the newest; only as many as were kept. */
    double ago(int steps) {
        return ring[(int) ((count - 1 - steps) % ring.length)];
    }

    /** Summed from the oldest on, each time anew, so that it does not matter what was before. */
    double mean() {
        double sum = 0;
        for (int k = ring.length - 1; k >= 0; k--) {
            sum += ago(k);
        }
        return sum / ring.length;
    }

    /** With n - 1. */
    double deviation() {
        double mean = mean();
        double sum = 0;
        for (int k = ring.length - 1; k >= 0; k--) {
            double off = ago(k) - mean;
            sum += off * off;
        }
        return Math.sqrt(sum / (ring.length - 1));
    }
}
