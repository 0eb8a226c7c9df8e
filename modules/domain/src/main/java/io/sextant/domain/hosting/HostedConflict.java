package io.sextant.domain.hosting;

import io.sextant.domain.instrument.InstrumentId;
import java.util.List;

/**
 * Strategies want opposite things of one instrument.
 *
 * @param netUnits what all their books come to together, which is what the account holds of them
 */
public record HostedConflict(InstrumentId instrument, List<Side> sides, double netUnits) {

    /**
     * One of them.
     *
     * @param share of its equity that it wants to hold; what it holds where it wished nothing yet
     */
    public record Side(String strategy, double share, double heldUnits) {}

    public HostedConflict {
        sides = List.copyOf(sides);
    }
}
