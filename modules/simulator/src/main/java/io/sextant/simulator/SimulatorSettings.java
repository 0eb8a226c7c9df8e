package io.sextant.simulator;

/**
 * All that decides a simulated market: the same settings give the same market to the last tick. {@code latencyNanos} is the
 * market time between sending an order and its arrival in the book, {@code latencyJitterNanos} the mean of what comes on top.
 */
public record SimulatorSettings(long seed, long startNanos, long latencyNanos, long latencyJitterNanos) {

    private static final long USUAL_LATENCY_NANOS = 20_000_000;
    private static final long USUAL_JITTER_NANOS = 4_000_000;

    public SimulatorSettings {
        if (startNanos < 0 || latencyNanos < 0 || latencyJitterNanos < 0) {
            throw new IllegalArgumentException("start and latency cannot be negative");
        }
    }

    public static SimulatorSettings of(long seed, long startNanos) {
        return new SimulatorSettings(seed, startNanos, USUAL_LATENCY_NANOS, USUAL_JITTER_NANOS);
    }
}
