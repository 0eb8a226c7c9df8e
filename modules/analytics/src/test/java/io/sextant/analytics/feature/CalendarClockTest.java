package io.sextant.analytics.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SeededRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class CalendarClockTest {

    private final FeatureInput input = new FeatureInput();
    private final CalendarClock clock = new CalendarClock(input);

    @Test
    void agreesWithTheCalendarAtAnyMomentOfAHundredYears() {
        SeededRandom random = new SeededRandom(21);
        for (int i = 0; i < 20_000; i++) {
            long second = random.nextLong(-315_619_200L, 2_840_140_800L);
            input.bar(second * 1_000_000_000L, 1, 1, 1, 1, 1);
            clock.step();
            ZonedDateTime utc = Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC);
            ZonedDateTime newYork = utc.withZoneSameInstant(ZoneId.of("America/New_York"));
            assertThat(clock.value(CalendarPart.MINUTE)).isEqualTo(utc.getHour() * 60 + utc.getMinute());
            assertThat(clock.value(CalendarPart.WEEKDAY))
                    .isEqualTo(utc.getDayOfWeek().getValue() - 1);
            assertThat(clock.value(CalendarPart.DAY)).isEqualTo(utc.getDayOfMonth());
            assertThat(clock.value(CalendarPart.MONTH)).isEqualTo(utc.getMonthValue());
            assertThat(clock.value(CalendarPart.DAYS_LEFT))
                    .isEqualTo(utc.toLocalDate().lengthOfMonth() - utc.getDayOfMonth());
            assertThat(clock.value(CalendarPart.YEAR_SHARE))
                    .isEqualTo((utc.getDayOfYear() - 1.0) / utc.toLocalDate().lengthOfYear());
            assertThat(clock.value(CalendarPart.NEW_YORK_MINUTE))
                    .isEqualTo(newYork.getHour() * 60 + newYork.getMinute());
        }
    }

    /** The offset that was learnt must not outlive the change of clocks. */
    @Test
    void followsSummerTimeFromOneBarToTheNext() {
        long before = Instant.parse("2026-03-08T06:59:00Z").getEpochSecond();
        input.bar(before * 1_000_000_000L, 1, 1, 1, 1, 1);
        clock.step();
        assertThat(clock.value(CalendarPart.NEW_YORK_MINUTE)).isEqualTo(119);
        input.bar((before + 60) * 1_000_000_000L, 1, 1, 1, 1, 1);
        clock.step();
        assertThat(clock.value(CalendarPart.NEW_YORK_MINUTE)).isEqualTo(180);
    }
}
