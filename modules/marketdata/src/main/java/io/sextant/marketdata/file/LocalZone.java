package io.sextant.marketdata.file;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Turns wall-clock times of a zone into UTC. The hour that a clock shows twice in autumn is told apart by the row before; the
 * hour that it skips in spring never was.
 */
final class LocalZone {

    /** No time. */
    static final long NEVER = Long.MIN_VALUE;

    private final ZoneRules rules;

    /** Between these wall-clock seconds the offset does not change. */
    private long from = 1;

    private long to;
    private long offset;

    LocalZone(ZoneId zone) {
        rules = zone.getRules();
    }

    /**
     * UTC seconds of a wall-clock second. Of the two that an ambiguous one may mean it is the first, unless that one is not
     * behind the row before, {@code previous}; in a file that begins with the newest row it is the other way round.
     */
    long utcSeconds(long wallSeconds, long previous, boolean newestFirst) {
        if (wallSeconds >= from && wallSeconds < to) {
            return wallSeconds - offset;
        }
        LocalDateTime wall = LocalDateTime.ofEpochSecond(wallSeconds, 0, ZoneOffset.UTC);
        ZoneOffsetTransition change = rules.getTransition(wall);
        if (change == null) {
            remember(wallSeconds, rules.getOffset(wall).getTotalSeconds());
            return wallSeconds - offset;
        }
        if (change.isGap()) {
            return NEVER;
        }
        long first = wallSeconds - change.getOffsetBefore().getTotalSeconds();
        long second = wallSeconds - change.getOffsetAfter().getTotalSeconds();
        if (previous == NEVER) {
            return first;
        }
        if (newestFirst) {
            return second < previous ? second : first;
        }
        return first > previous ? first : second;
    }

    private void remember(long wallSeconds, int newOffset) {
        offset = newOffset;
        Instant instant = Instant.ofEpochSecond(wallSeconds - newOffset);
        ZoneOffsetTransition before = rules.previousTransition(instant.plusSeconds(1));
        ZoneOffsetTransition after = rules.nextTransition(instant);
        from = before == null
                ? Long.MIN_VALUE
                : Math.max(wall(before.getDateTimeBefore()), wall(before.getDateTimeAfter()));
        to = after == null ? Long.MAX_VALUE : Math.min(wall(after.getDateTimeBefore()), wall(after.getDateTimeAfter()));
    }

    private static long wall(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC);
    }
}
