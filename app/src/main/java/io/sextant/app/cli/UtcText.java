package io.sextant.app.cli;

import java.time.Instant;

/** Times as ISO 8601 in UTC. */
final class UtcText {

    private UtcText() {}

    static String of(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L))
                .toString();
    }
}
