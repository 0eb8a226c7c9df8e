package io.sextant.ui.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** UTC nanoseconds and the calendar. */
final class EpochTime {

    static final long NANOS_PER_SECOND = 1_000_000_000L;

    private EpochTime() {}

    static ZonedDateTime at(long nanos, ZoneId zone) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND))
                .atZone(zone);
    }

    static long nanos(ZonedDateTime time) {
        return time.toEpochSecond() * NANOS_PER_SECOND + time.getNano();
    }
}
