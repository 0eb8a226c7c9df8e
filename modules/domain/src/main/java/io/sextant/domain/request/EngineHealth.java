package io.sextant.domain.request;

import io.sextant.domain.event.FeedChanged.FeedStatus;

/** How the engine feels. Latencies are of the last second: from an input's arrival to the end of its handling. */
public record EngineHealth(
        boolean running,
        String failure,
        String feed,
        FeedStatus feedStatus,
        long eventsHandled,
        double eventsPerSecond,
        long handlingNanosMedian,
        long handlingNanosWorst,
        long journalPosition,
        long journalDurablePosition) {}
