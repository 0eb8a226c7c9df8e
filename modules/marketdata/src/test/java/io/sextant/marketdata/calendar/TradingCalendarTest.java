package io.sextant.marketdata.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.marketdata.bar.BarLength;
import io.sextant.marketdata.bar.BarRule;
import io.sextant.marketdata.file.FileSeries;
import io.sextant.marketdata.file.Reading;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingCalendarTest {

    private static final Path DATA = Path.of("../../../shared/data");

    @ParameterizedTest
    @CsvSource({
        // Days of which it is known when New York closed.
        "2023-07-03, 13:30, 17:00", "2023-07-05, 13:30, 20:00", "2023-11-24, 14:30, 18:00", "2024-12-24, 14:30, 18:00",
        "2024-07-03, 13:30, 17:00", "2020-12-24, 14:30, 18:00", "2021-12-23, 14:30, 21:00", "2021-12-31, 14:30, 21:00",
        "2024-03-08, 14:30, 21:00", "2024-03-11, 13:30, 20:00", "2024-11-01, 13:30, 20:00", "2024-11-04, 14:30, 21:00",
        "2020-07-02, 13:30, 20:00", "2026-07-02, 13:30, 20:00"
    })
    void sharesTradeInRegularHoursWhateverTheClockInUtc(LocalDate day, String open, String close) {
        Session session = TradingCalendar.US_EQUITIES.session(day).orElseThrow();

        assertThat(Instant.ofEpochSecond(0, session.openNanos())).isEqualTo(day + "T" + open + ":00Z");
        assertThat(Instant.ofEpochSecond(0, session.closeNanos())).isEqualTo(day + "T" + close + ":00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-02", "2022-06-20", "2021-07-05", "2020-07-03", "2021-12-24", "2024-03-29", "2025-04-18", "2025-01-09",
        "2012-10-29", "2024-11-28", "2024-09-02", "2024-05-27", "2024-02-19", "2024-01-15", "2022-12-26", "2024-06-19"
    })
    void sharesRestOnHolidays(LocalDate day) {
        assertThat(TradingCalendar.US_EQUITIES.session(day)).isEmpty();
    }

    @Test
    void twentyThreeYearsOfDaysAreThoseOnWhichShareTraded() {
        assumeThat(DATA).as("the shared data is not on this machine").isDirectory();
        BarSeries spy = read("equities/lean_spy_daily.csv.gz", "LEAN-SPY");
        List<LocalDate> traded = new ArrayList<>();
        for (int i = 0; i < spy.size(); i++) {
            traded.add(LocalDate.ofEpochDay(spy.openTimeNanos()[i] / Timeframe.D1.nominalNanos()));
        }
        List<LocalDate> expected = traded.getFirst()
                .datesUntil(traded.getLast().plusDays(1))
                .filter(day -> TradingCalendar.US_EQUITIES.session(day).isPresent())
                .toList();

        assertThat(expected).isEqualTo(traded);
    }

    @Test
    void easterIsOnTheSundaysThatEverybodyKnows() {
        assertThat(List.of(1818, 1943, 2000, 2008, 2019, 2024, 2025, 2038).stream()
                        .map(UsHolidays::easter))
                .containsExactly(
                        LocalDate.of(1818, 3, 22),
                        LocalDate.of(1943, 4, 25),
                        LocalDate.of(2000, 4, 23),
                        LocalDate.of(2008, 3, 23),
                        LocalDate.of(2019, 4, 21),
                        LocalDate.of(2024, 3, 31),
                        LocalDate.of(2025, 4, 20),
                        LocalDate.of(2038, 4, 25));
    }

    @Test
    void futuresRestAnHourADayAndOverTheWeekend() {
        assertThat(isOpen(TradingCalendar.CME_FUTURES, "2024-01-17T21:59:00Z")).isTrue();
        assertThat(isOpen(TradingCalendar.CME_FUTURES, "2024-01-17T22:00:00Z")).isFalse();
        assertThat(isOpen(TradingCalendar.CME_FUTURES, "2024-01-17T23:00:00Z")).isTrue();
        assertThat(isOpen(TradingCalendar.CME_FUTURES, "2024-07-17T21:30:00Z")).isFalse();
        assertThat(isOpen(TradingCalendar.CME_FUTURES, "2024-01-19T22:30:00Z")).isFalse();
        assertThat(isOpen(TradingCalendar.CME_FUTURES, "2024-01-21T22:59:00Z")).isFalse();
        assertThat(isOpen(TradingCalendar.CME_FUTURES, "2024-01-21T23:00:00Z")).isTrue();
        assertThat(isOpen(TradingCalendar.CURRENCIES, "2024-01-17T22:30:00Z")).isTrue();
        assertThat(isOpen(TradingCalendar.CURRENCIES, "2024-01-20T12:00:00Z")).isFalse();
        assertThat(isOpen(TradingCalendar.ALWAYS, "2024-01-20T12:00:00Z")).isTrue();
    }

    private static boolean isOpen(TradingCalendar calendar, String instant) {
        return calendar.isOpen(nanos(instant));
    }

    @Test
    void theDaysOfASessionHoldItsRegularTradingOnly() {
        BarSeriesBuilder minutes = new BarSeriesBuilder();
        for (String time : List.of(
                "2024-07-03T13:29:00Z",
                "2024-07-03T13:30:00Z",
                "2024-07-03T16:59:00Z",
                "2024-07-03T17:00:00Z",
                "2024-07-05T13:30:00Z",
                "2024-07-05T19:59:00Z")) {
            double price = minutes.size() + 1;
            minutes.add(nanos(time), price, price, price, price, 1);
        }
        BarSeries bars = minutes.build();

        BarSeries days = SessionBars.days(bars, TradingCalendar.US_EQUITIES);
        BarSeries hours = SessionBars.withinDays(bars, BarLength.parse("1h"), TradingCalendar.US_EQUITIES);

        assertThat(days.size()).isEqualTo(2);
        assertThat(days.get(0).open()).isEqualTo(2);
        assertThat(days.get(0).close()).isEqualTo(3);
        assertThat(days.get(0).volume()).isEqualTo(2);
        assertThat(days.firstTimeNanos()).isEqualTo(nanos("2024-07-03T00:00:00Z"));
        assertThat(Arrays.stream(hours.openTimeNanos(), 0, hours.size()).mapToObj(t -> Instant.ofEpochSecond(0, t)))
                .containsExactly(
                        Instant.parse("2024-07-03T13:30:00Z"),
                        Instant.parse("2024-07-03T16:30:00Z"),
                        Instant.parse("2024-07-05T13:30:00Z"),
                        Instant.parse("2024-07-05T19:30:00Z"));
    }

    @Test
    void gapsStayUnlessTheReaderAsksForMore() {
        BarSeriesBuilder minutes = new BarSeriesBuilder();
        minutes.add(nanos("2024-07-03T16:58:00Z"), 1, 2, 1, 2, 5);
        minutes.add(nanos("2024-07-05T13:32:00Z"), 3, 3, 3, 3, 5);
        BarSeries bars = minutes.build();

        BarSeries filled =
                SessionBars.filled(bars, BarLength.parse("1m"), TradingCalendar.US_EQUITIES, FillPolicy.LAST_CLOSE);

        assertThat(SessionBars.filled(bars, BarLength.parse("1m"), TradingCalendar.US_EQUITIES, FillPolicy.LEAVE_GAPS))
                .isSameAs(bars);
        assertThat(Arrays.stream(filled.openTimeNanos(), 0, filled.size()).mapToObj(t -> Instant.ofEpochSecond(0, t)))
                .containsExactly(
                        Instant.parse("2024-07-03T16:58:00Z"),
                        Instant.parse("2024-07-03T16:59:00Z"),
                        Instant.parse("2024-07-05T13:30:00Z"),
                        Instant.parse("2024-07-05T13:31:00Z"),
                        Instant.parse("2024-07-05T13:32:00Z"));
        assertThat(filled.get(1).close()).isEqualTo(2);
        assertThat(filled.get(1).volume()).isZero();
    }

    private static BarSeries read(String file, String symbol) {
        return FileSeries.read(
                        DATA.resolve(file),
                        new Reading(Optional.empty(), ZoneOffset.UTC, Optional.empty(), false, BarRule.parse("1s")))
                .getSeries(symbol);
    }

    private static long nanos(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }
}
