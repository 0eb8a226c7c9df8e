package io.sextant.domain.hosting;

import java.util.List;

/** All strategies that the desk runs or ran, in the order in which they were agreed with. */
public record HostingBoard(long timeNanos, List<HostedStrategy> strategies, List<HostedConflict> conflicts) {

    public static final HostingBoard EMPTY = new HostingBoard(0, List.of(), List.of());

    public HostingBoard {
        strategies = List.copyOf(strategies);
        conflicts = List.copyOf(conflicts);
    }
}
