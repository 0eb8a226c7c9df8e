package io.sextant.domain.command;

/** How fast a simulated or replayed market runs against the wall clock. */
public record ChangeMarketPace(double timesRealTime, boolean paused) implements Command {

    /** Runs as fast as the machine can. */
    public static final double UNLIMITED = Double.POSITIVE_INFINITY;

    public ChangeMarketPace {
        if (!(timesRealTime > 0)) {
            throw new IllegalArgumentException("a pace is above zero, was " + timesRealTime);
        }
    }
}
