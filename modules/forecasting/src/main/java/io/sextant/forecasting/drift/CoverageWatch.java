package io.sextant.forecasting.drift;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many of the newest outcomes fell inside their interval, and whether that is too few or too many for what it promised. */
public final class CoverageWatch {

    private final double promised;
    private final int window;
    private final Deque<Boolean> newest = new ArrayDeque<>();
    private int inside;

    public CoverageWatch(double promised, int window) {
        this.promised = promised;
        this.window = window;
    }

    public void add(boolean within) {
        newest.addLast(within);
        inside += within ? 1 : 0;
        if (newest.size() > window) {
            inside -= newest.removeFirst() ? 1 : 0;
        }
    }

    public int size() {
        return newest.size();
    }

    /** NaN while nothing was added. */
    public double measured() {
        return newest.isEmpty() ? Double.NaN : (double) inside / newest.size();
    }

    /** How many standard errors the measured coverage lies away from the promise; 0 before half of the window is full. */
    public double deviations() {
        if (2 * newest.size() < window) {
            return 0;
        }
        return (measured() - promised) / Math.sqrt(promised * (1 - promised) / newest.size());
    }
}
