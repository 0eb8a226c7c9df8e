package io.sextant.analytics.feature;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** Minute of the day where the clocks of a zone hang; asks for its offset only when summer time may have begun or ended. */
final class ZoneMinutes {

    private static final long DAY_SECONDS = 86_400;
    private static final int MINUTE_SECONDS = 60;

    private final ZoneRules rules;
    private long knownFrom = Long.MAX_VALUE;
    private long knownUntil = Long.MIN_VALUE;
    private int offsetSeconds;

    ZoneMinutes(ZoneId zone) {
        rules = zone.getRules();
    }

    double minute(long epochSecond) {
        if (epochSecond < knownFrom || epochSecond >= knownUntil) {
            learn(epochSecond);
        }
        return (int) (Math.floorMod(epochSecond + offsetSeconds, DAY_SECONDS) / MINUTE_SECONDS);
    }

    private void learn(long epochSecond) {
        Instant moment = Instant.ofEpochSecond(epochSecond);
        offsetSeconds = rules.getOffset(moment).getTotalSeconds();
        ZoneOffsetTransition next = rules.nextTransition(moment);
        knownFrom = epochSecond;
        knownUntil = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    }
}
