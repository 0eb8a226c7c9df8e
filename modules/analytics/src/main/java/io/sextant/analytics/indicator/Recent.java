package io.sextant.analytics.indicator;

import java.util.Arrays;

/** The last {@code length} values, newest first by {@link #back}. */
final class Recent {

    private final double[] ring;
    private int at;
    private long count;

    Recent(int length) {
        ring = new double[length];
        Arrays.fill(ring, Double.NaN);
    }

    private Recent(Recent from) {
        ring = from.ring.clone();
        at = from.at;
        count = from.count;
    }

    /** Takes a value and returns the one that it pushes out, NaN when there is none yet. */
    double push(double value) {
        double gone = ring[at];
        ring[at] = value;
        count++;
        at++;
        if (at == ring.length) {
            at = 0;
        }
        return gone;
    }

    /** The value {@code steps} before the newest. */
    double back(int steps) {
        int place = at - 1 - steps;
        return ring[place < 0 ? place + ring.length : place];
    }

    int length() {
        return ring.length;
    }

    boolean isFull() {
        return count >= ring.length;
    }

    /** Whether the newest value closes a round of the ring. */
    boolean isRound() {
        return at == 0;
    }

    Recent copy() {
        return new Recent(this);
    }
}
