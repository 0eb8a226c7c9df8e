package io.sextant.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimeframeProperties {

    private static final long SECOND = 1_000_000_000L;

    /** From 1685 to 2254, within a decade of what nanoseconds in a long can say. */
    @Property
    void barsStartWhereTheCalendarSays(
            @ForAll Timeframe timeframe,
            @ForAll @LongRange(min = -9_000_000_000L * SECOND, max = 9_000_000_000L * SECOND) long timeNanos) {
        ZonedDateTime start = startByCalendar(timeframe, timeNanos);
        long startNanos = nanosOf(start);

        assertThat(timeframe.startOf(timeNanos)).isEqualTo(startNanos);
        assertThat(timeframe.startOf(startNanos)).isEqualTo(startNanos);
        assertThat(timeframe.startOf(startNanos - 1)).isLessThan(startNanos);

        long next = timeframe.nextStart(startNanos);
        assertThat(next).isEqualTo(nanosOf(nextByCalendar(timeframe, start))).isGreaterThan(timeNanos);
        assertThat(timeframe.startOf(next)).isEqualTo(next);
        assertThat(timeframe.startOf(next - 1)).isEqualTo(startNanos);
    }

    private static ZonedDateTime startByCalendar(Timeframe timeframe, long timeNanos) {
        ZonedDateTime time = Instant.ofEpochSecond(Math.floorDiv(timeNanos, SECOND), Math.floorMod(timeNanos, SECOND))
                .atZone(ZoneOffset.UTC);
        ZonedDateTime midnight = time.truncatedTo(ChronoUnit.DAYS);
        return switch (timeframe) {
            case S1 -> time.truncatedTo(ChronoUnit.SECONDS);
            case S5 -> time.truncatedTo(ChronoUnit.MINUTES).plusSeconds(time.getSecond() / 5 * 5L);
            case S15 -> time.truncatedTo(ChronoUnit.MINUTES).plusSeconds(time.getSecond() / 15 * 15L);
            case M1 -> time.truncatedTo(ChronoUnit.MINUTES);
            case M5 -> time.truncatedTo(ChronoUnit.HOURS).plusMinutes(time.getMinute() / 5 * 5L);
            case M15 -> time.truncatedTo(ChronoUnit.HOURS).plusMinutes(time.getMinute() / 15 * 15L);
            case M30 -> time.truncatedTo(ChronoUnit.HOURS).plusMinutes(time.getMinute() / 30 * 30L);
            case H1 -> time.truncatedTo(ChronoUnit.HOURS);
            case H4 -> midnight.plusHours(time.getHour() / 4 * 4L);
            case D1 -> midnight;
            case W1 -> midnight.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> midnight.withDayOfMonth(1);
        };
    }

    private static ZonedDateTime nextByCalendar(Timeframe timeframe, ZonedDateTime start) {
        return switch (timeframe) {
            case W1 -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case S1, S5, S15, M1, M5, M15, M30, H1, H4, D1 -> start.plus(Duration.ofNanos(timeframe.nominalNanos()));
        };
    }

    private static long nanosOf(ZonedDateTime time) {
        return time.toEpochSecond() * SECOND + time.getNano();
    }

    @Test
    void labelsAreReadAsTheyAreWritten() {
        for (Timeframe timeframe : Timeframe.values()) {
            assertThat(Timeframe.parse(timeframe.label())).isEqualTo(timeframe);
        }
        assertThat(Timeframe.parse("1m")).isNotEqualTo(Timeframe.parse("1M"));
        assertThatThrownBy(() -> Timeframe.parse("2m")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesABarThatWouldBeginBeforeTime() {
        for (Timeframe timeframe : Timeframe.values()) {
            assertThatThrownBy(() -> timeframe.startOf(Long.MIN_VALUE)).isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> timeframe.nextStart(Long.MAX_VALUE - 1)).isInstanceOf(ArithmeticException.class);
        }
    }
}
