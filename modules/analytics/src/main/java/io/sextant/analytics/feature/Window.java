package io.sextant.analytics.feature;

/** The last numbers of a source, and how many of them are missing: what is made of a window with a hole is no number. */
final class Window {

    private final double[] ring;
    private int at;
    private int filled;
    private int missing;

    Window(int bars) {
        ring = new double[bars];
    }

    /** Takes the newest number for the oldest, which is returned; 0 in place of a missing or of no oldest. */
    double replace(double newest) {
        double oldest = ring[at];
        if (filled < ring.length) {
            filled++;
            oldest = 0;
        } else if (Double.isNaN(oldest)) {
            missing--;
            oldest = 0;
        }
        if (Double.isNaN(newest)) {
            missing++;
        }
        ring[at] = newest;
        at = at + 1 == ring.length ? 0 : at + 1;
        return oldest;
    }

    boolean isWhole() {
        return filled == ring.length && missing == 0;
    }

    /** Just came round: the moment to add up anew, so that rounding cannot pile up over millions of bars. */
    boolean isRound() {
        return at == 0;
    }

    int size() {
        return ring.length;
    }

    /** The number of {@code age} bars ago; 0 is the newest. */
    double get(int age) {
        int index = at - 1 - age;
        return ring[index < 0 ? index + ring.length : index];
    }

    /** Whether there is a number of {@code age} bars ago. */
    boolean holds(int age) {
        return age < filled && !Double.isNaN(get(age));
    }

    /** Mean absolute distance from the mean. Only of a whole window. */
    double meanDistance() {
        double sum = 0;
        for (double each : ring) {
            sum += each;
        }
        double mean = sum / ring.length;
        double distance = 0;
        for (double each : ring) {
            distance += Math.abs(each - mean);
        }
        return distance / ring.length;
    }

    /** As {@link #get}, with 0 where none is. */
    double getOrZero(int age) {
        return holds(age) ? get(age) : 0;
    }
}
