package io.sextant.ui.parts;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Moments as {@code 2026-11-20 13:45} in the reader's zone; the time or its seconds may be left out. */
public final class MomentText {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TYPED = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd[ HH:mm[:ss]]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .toFormatter(Locale.ROOT);

    private MomentText() {}

    public static String write(long timeNanos, ZoneId zone) {
        return MINUTES.format(Instant.ofEpochSecond(Math.floorDiv(timeNanos, NANOS_PER_SECOND))
                .atZone(zone));
    }

    /** UTC nanoseconds; empty when it is no moment. */
    public static Optional<Long> read(String typed, ZoneId zone) {
        String text = typed.strip().replace('T', ' ');
        try {
            return Optional.of(nanos(LocalDateTime.parse(text, TYPED), zone));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }

    private static long nanos(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).toEpochSecond() * NANOS_PER_SECOND;
    }
}
