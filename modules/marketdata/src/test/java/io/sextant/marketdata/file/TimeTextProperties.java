package io.sextant.marketdata.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.marketdata.file.TimeFormat.Civil;
import io.sextant.marketdata.file.TimeFormat.Civil.Order;
import io.sextant.marketdata.file.TimeFormat.Epoch;
import io.sextant.marketdata.file.TimeFormat.Epoch.Unit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TimeTextProperties {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final long NANOS = 1_000_000_000L;

    @Property
    void readsEveryWayOfWritingTheSameMoment(
            @ForAll @LongRange(min = -8_000_000_000L, max = 8_000_000_000L) long second) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);

        for (String pattern : List.of(
                "yyyy-MM-dd HH:mm:ss",
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                "yyyy/MM/dd HH:mm:ss",
                "yyyy.MM.dd HH:mm:ss",
                "yyyy-MM-dd HH:mm:ss'+00:00'",
                "yyyy-MM-dd'T'HH:mm:ss.000",
                "yyyy-MM-dd HH:mm:ss 'UTC'")) {
            assertThat(civil(Order.YEAR_FIRST, text(utc, pattern))).as(pattern).isEqualTo(second * NANOS);
        }
        for (String pattern : List.of("yyyyMMdd HH:mm:ss", "yyyyMMddHHmmss", "yyyyMMdd'T'HHmmss")) {
            assertThat(civil(Order.COMPACT, text(utc, pattern))).as(pattern).isEqualTo(second * NANOS);
        }
        for (String pattern :
                List.of("dd/MM/yyyy HH:mm:ss", "dd.MM.yyyy HH:mm:ss", "dd-MMM-yyyy HH:mm:ss", "d/M/yyyy HH:mm:ss")) {
            assertThat(civil(Order.DAY_FIRST, text(utc, pattern))).as(pattern).isEqualTo(second * NANOS);
        }
        for (String pattern : List.of("M/d/yyyy h:mm:ss a", "MM/dd/yyyy HH:mm:ss", "MMM d, yyyy HH:mm:ss")) {
            assertThat(civil(Order.MONTH_FIRST, text(utc, pattern))).as(pattern).isEqualTo(second * NANOS);
        }
        assertThat(civil(Order.YEAR_FIRST, text(utc, "yyyy-MM-dd HH:mm:ss") + "-05:30"))
                .isEqualTo((second + 19_800) * NANOS);
        assertThat(epoch(Unit.SECONDS, Long.toString(second))).isEqualTo(second * NANOS);
        assertThat(epoch(Unit.MILLISECONDS, Long.toString(second * 1_000))).isEqualTo(second * NANOS);
        assertThat(epoch(Unit.MICROSECONDS, Long.toString(second * 1_000_000))).isEqualTo(second * NANOS);
        assertThat(epoch(Unit.NANOSECONDS, Long.toString(second * NANOS))).isEqualTo(second * NANOS);
    }

    private static String text(LocalDateTime time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
    }

    /** Both ways through a file, and through both changes of the clocks: what was written is what is read. */
    @Property(tries = 50)
    void clocksThatChangeLoseAndDoubleNothing(@ForAll @LongRange(min = 1, max = 12) long tenMinutes) {
        long step = tenMinutes * 600;
        List<Long> moments = new ArrayList<>();
        for (long second = Texts.nanos("2024-03-09T00:00:00Z") / NANOS;
                second < Texts.nanos("2024-11-05T00:00:00Z") / NANOS;
                second += step) {
            moments.add(second);
        }
        if (step > 3_600) {
            return;
        }
        assertThat(readBack(moments, false)).isEqualTo(moments);
        assertThat(readBack(moments.reversed(), true)).isEqualTo(moments.reversed());
    }

    private static List<Long> readBack(List<Long> moments, boolean newestFirst) {
        TimeText times = new TimeText(new Civil(Order.YEAR_FIRST), NEW_YORK, newestFirst);
        DateTimeFormatter wall =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(NEW_YORK);
        List<Long> read = new ArrayList<>();
        long previous = TimeText.NONE;
        for (long moment : moments) {
            byte[] text = wall.format(Instant.ofEpochSecond(moment)).getBytes(StandardCharsets.US_ASCII);
            previous = times.parse(text, 0, text.length, previous);
            read.add(Math.floorDiv(previous, NANOS));
        }
        return read;
    }

    @Example
    void theHourThatClocksSkipNeverWas() {
        byte[] text = "2024-03-10 02:30:00".getBytes(StandardCharsets.US_ASCII);

        assertThat(new TimeText(new Civil(Order.YEAR_FIRST), NEW_YORK, false)
                        .parse(text, 0, text.length, TimeText.NONE))
                .isEqualTo(TimeText.NONE);
    }

    @Example
    void aDateAloneIsThatDayInUtcWhateverTheZone() {
        byte[] text = "2024-03-10".getBytes(StandardCharsets.US_ASCII);

        assertThat(new TimeText(new Civil(Order.YEAR_FIRST), NEW_YORK, false)
                        .parse(text, 0, text.length, TimeText.NONE))
                .isEqualTo(Texts.nanos("2024-03-10T00:00:00Z"));
    }

    @Example
    void keepsEveryDigitOfAFraction() {
        assertThat(civil(Order.YEAR_FIRST, "1970-01-01T00:00:01.123456789Z")).isEqualTo(1_123_456_789L);
        assertThat(epoch(Unit.SECONDS, "1.5")).isEqualTo(1_500_000_000L);
        assertThat(epoch(Unit.MILLISECONDS, "-1.25")).isEqualTo(-1_250_000L);
    }

    @Example
    void whatIsNoTimeIsNone() {
        for (String text : List.of(
                "",
                "2024",
                "2024-13-01",
                "2023-02-29",
                "2024-02-30",
                "2024-01-01 25:00",
                "2024-01-01 10:60",
                "2024-01-01 x",
                "2024-01-01T",
                "2024-01-01 10",
                "2024-01-01 10:00 +1",
                "24-01-01",
                "9999-01-01",
                "2024-01-01 10:00:00 Mars")) {
            assertThat(civil(Order.YEAR_FIRST, text)).as(text).isEqualTo(TimeText.NONE);
        }
        assertThat(epoch(Unit.MILLISECONDS, "12a")).isEqualTo(TimeText.NONE);
        assertThat(epoch(Unit.SECONDS, "99999999999")).isEqualTo(TimeText.NONE);
        assertThat(epoch(Unit.SECONDS, "-")).isEqualTo(TimeText.NONE);
    }

    private static long civil(Order order, String text) {
        return parse(new Civil(order), text);
    }

    private static long epoch(Unit unit, String text) {
        return parse(new Epoch(unit), text);
    }

    private static long parse(TimeFormat format, String text) {
        byte[] bytes = ("#" + text + "#").getBytes(StandardCharsets.UTF_8);
        return new TimeText(format, ZoneOffset.UTC, false).parse(bytes, 1, bytes.length - 1, TimeText.NONE);
    }
}
