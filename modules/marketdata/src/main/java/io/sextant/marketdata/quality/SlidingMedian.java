package io.sextant.marketdata.quality;

import java.util.Arrays;

/** Median and median absolute deviation of the values around each place; the place itself counts too. */
final class SlidingMedian {

    /** What the deviation is multiplied with to be the standard deviation where values are normal. */
    static final double NORMAL = 1.4826;

    private final double[] values;
    private final int half;
    private final double[] window;
    private double median;
    private double deviation;

    SlidingMedian(double[] values, int half) {
        this.values = values;
        this.half = half;
        window = new double[2 * half + 1];
    }

    /** At the ends the window is shifted, not cut. */
    void moveTo(int place) {
        int size = Math.min(window.length, values.length);
        int from = Math.max(0, Math.min(place - half, values.length - size));
        System.arraycopy(values, from, window, 0, size);
        median = middle(size);
        for (int i = 0; i < size; i++) {
            window[i] = Math.abs(values[from + i] - median);
        }
        deviation = NORMAL * middle(size);
    }

    private double middle(int size) {
        Arrays.sort(window, 0, size);
        return size % 2 == 1 ? window[size / 2] : (window[size / 2 - 1] + window[size / 2]) / 2;
    }

    double median() {
        return median;
    }

    double deviation() {
        return deviation;
    }
}
