package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.dataset.SessionChoice;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.BarReading;
import io.sextant.domain.request.BarReadings;
import io.sextant.domain.request.Query;
import io.sextant.engine.testing.MemoryArchive;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The other ways to read bars, on three weeks of minutes of a share with trading before and after hours. */
class BarReaderTest {

    private static final InstrumentId SHARE = InstrumentId.of("SHARE");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 4);
    private static final int DAYS = 19;
    private static final BarReading REGULAR = new BarReading(false, SessionChoice.US_EQUITIES);

    private final MemoryArchive archive = new MemoryArchive();
    private final BarReader reader = new BarReader(
            new InstrumentCatalog(List.of()),
            archive,
            new BarHistory(archive, false),
            (instrument, timeframe) -> CompletableFuture.completedFuture(BarSeries.EMPTY),
            Runnable::run);

    /** From 4:00 to 20:00 in New York; the second Sunday of March changes its clocks. */
    @BeforeEach
    void storeMinutes() {
        BarSeriesBuilder minutes = new BarSeriesBuilder();
        for (int day = 0; day < DAYS; day++) {
            ZonedDateTime time = FIRST.plusDays(day).atTime(4, 0).atZone(NEW_YORK);
            if (time.getDayOfWeek().getValue() <= 5) {
                for (int minute = 0; minute < 16 * 60; minute++) {
                    double price = 100 + day + minute / 1_000.0;
                    minutes.add(nanos(time.plusMinutes(minute)), price, price + 1, price - 1, price, 1);
                }
            }
        }
        archive.append(SHARE, Timeframe.M1, minutes.build());
    }

    @Test
    void hoursAreToldByTheBarsAndAnAdjustedSeriesByItsName() {
        assertThat(reader.readings(SHARE).join()).isEqualTo(new BarReadings(false, SessionChoice.US_EQUITIES));
        archive.append(InstrumentId.of("SHARE.ADJ"), Timeframe.D1, days(1));
        assertThat(reader.readings(SHARE).join().adjusted()).isTrue();
        archive.append(InstrumentId.of("DAILY"), Timeframe.D1, days(1));
        assertThat(reader.readings(InstrumentId.of("DAILY")).join())
                .as("a day cannot be told apart from its regular hours")
                .isEqualTo(BarReadings.NONE);
        assertThat(reader.readings(InstrumentId.of("NOTHING")).join()).isEqualTo(BarReadings.NONE);
    }

    @Test
    void regularHoursKeepOnlyWhatTradedInThem() {
        BarSeries minutes = read(Timeframe.M1, Long.MAX_VALUE, 1_000_000, REGULAR);
        assertThat(minutes.size()).isEqualTo(15 * 390);
        for (int i = 0; i < minutes.size(); i++) {
            ZonedDateTime at =
                    Instant.ofEpochSecond(0, minutes.openTimeNanos()[i]).atZone(NEW_YORK);
            int minute = at.getHour() * 60 + at.getMinute();
            assertThat(minute).isBetween(9 * 60 + 30, 16 * 60 - 1);
        }
        BarSeries days = read(Timeframe.D1, Long.MAX_VALUE, 1_000, REGULAR);
        assertThat(days.size()).isEqualTo(15);
        assertThat(days.volume()).startsWith(390.0, 390.0).endsWith(390.0);
        assertThat(days.open()[0]).as("at 9:30").isEqualTo(100 + 330 / 1_000.0);
        assertThat(read(Timeframe.W1, Long.MAX_VALUE, 9, REGULAR).volume()).startsWith(5 * 390.0);
    }

    /** However the reader pages, the same bars come. */
    @Test
    void pagesOfRegularHoursFitTogether() {
        for (Timeframe timeframe : List.of(Timeframe.M5, Timeframe.M30, Timeframe.H1, Timeframe.H4, Timeframe.D1)) {
            BarSeries whole = read(timeframe, Long.MAX_VALUE, 100_000, REGULAR);
            for (int page : new int[] {1, 3, 40}) {
                int end = whole.size();
                long before = Long.MAX_VALUE;
                while (end > 0) {
                    BarSeries part = read(timeframe, before, page, REGULAR);
                    assertThat(part)
                            .as("%s by %s before %s", timeframe, page, end)
                            .isEqualTo(whole.copyOfRange(Math.max(0, end - page), end));
                    end -= part.size();
                    before = part.firstTimeNanos();
                }
                assertThat(read(timeframe, before, page, REGULAR).isEmpty()).isTrue();
            }
        }
    }

    @Test
    void adjustedBarsAreThoseStoredBesideTheRawOnes() {
        InstrumentId adjusted = InstrumentId.of("SHARE.ADJ");
        archive.append(adjusted, Timeframe.D1, days(7));
        BarReading wanted = new BarReading(true, SessionChoice.ALWAYS);
        assertThat(read(Timeframe.D1, Long.MAX_VALUE, 9, wanted)).isEqualTo(days(7));
        assertThat(reader.read(new Query.Bars(InstrumentId.of("OTHER"), Timeframe.D1, Long.MAX_VALUE, 9, wanted))
                        .join()
                        .isEmpty())
                .isTrue();
    }

    private static BarSeries days(double price) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        bars.add(0, price, price, price, price, 1);
        bars.add(Timeframe.D1.nominalNanos(), price, price, price, price, 1);
        return bars.build();
    }

    private BarSeries read(Timeframe timeframe, long beforeNanos, int limit, BarReading reading) {
        return reader.read(new Query.Bars(SHARE, timeframe, beforeNanos, limit, reading))
                .join();
    }

    private static long nanos(ZonedDateTime time) {
        return time.toEpochSecond() * 1_000_000_000L;
    }
}
