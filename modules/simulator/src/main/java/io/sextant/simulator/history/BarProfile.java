package io.sextant.simulator.history;

/**
 * What trading adds to the worth of one instrument within a minute, as measured on the agents' market: {@code noiseTicks} is
 * the standard deviation of a trade's price around the worth, {@code tradesAMinute} and {@code lotsAMinute} the usual count
 * and volume, {@code volumeNoise} the log standard deviation of a minute's volume around what time of day and volatility
 * explain. An index is printed so often and has no volume.
 */
public record BarProfile(double noiseTicks, double tradesAMinute, double lotsAMinute, double volumeNoise) {

    public BarProfile {
        if (!(noiseTicks >= 0) || !(tradesAMinute > 0) || !(lotsAMinute >= 0) || !(volumeNoise >= 0)) {
            throw new IllegalArgumentException("noise and volume cannot be negative, and somebody must trade");
        }
    }
}
