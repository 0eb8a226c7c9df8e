package io.sextant.voice.assistant;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** A time that a person asks about, by the calendar of their place; weeks begin on Monday. */
enum AskedTime {
    LAST_MONTH,
    LAST_WEEK,
    YESTERDAY,
    THIS_MONTH,
    THIS_WEEK,
    TODAY;

    private static final long NANOS_A_SECOND = 1_000_000_000L;

    /** From one moment up to another. */
    record Span(long fromNanos, long toNanos) {}

    /** The concept whose words name it. */
    String concept() {
        return "time_" + name();
    }

    /** @param nowNanos by the market, beyond which nothing is known */
    Span span(long nowNanos, ZoneId zone) {
        LocalDate today = Instant.ofEpochSecond(Math.floorDiv(nowNanos, NANOS_A_SECOND))
                .atZone(zone)
                .toLocalDate();
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate month = today.withDayOfMonth(1);
        return switch (this) {
            case TODAY -> new Span(begin(today, zone), nowNanos);
            case YESTERDAY -> new Span(begin(today.minusDays(1), zone), begin(today, zone));
            case THIS_WEEK -> new Span(begin(week, zone), nowNanos);
            case LAST_WEEK -> new Span(begin(week.minusWeeks(1), zone), begin(week, zone));
            case THIS_MONTH -> new Span(begin(month, zone), nowNanos);
            case LAST_MONTH -> new Span(begin(month.minusMonths(1), zone), begin(month, zone));
        };
    }

    private static long begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toEpochSecond() * NANOS_A_SECOND;
    }
}
