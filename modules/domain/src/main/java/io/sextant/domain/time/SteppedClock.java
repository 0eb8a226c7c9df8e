package io.sextant.domain.time;

/** A clock that stands still until somebody moves it: for replay, backtests and tests. */
public final class SteppedClock implements Clock {

    private volatile long nanos;

    public SteppedClock(long startNanos) {
        nanos = startNanos;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    public void moveTo(long newNanos) {
        if (newNanos < nanos) {
            throw new IllegalArgumentException("time does not go back from " + nanos + " to " + newNanos);
        }
        nanos = newNanos;
    }
}
