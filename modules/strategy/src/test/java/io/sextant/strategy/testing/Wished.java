package io.sextant.strategy.testing;

import io.sextant.strategy.kind.Target;

/**
 * A target as it was wished.
 *
 * @param bar at whose end, counted from 0 over all ends of bars
 */
public record Wished(int bar, Target target) {

    public double share() {
        return target.share();
    }

    public int instrument() {
        return target.instrument();
    }
}
