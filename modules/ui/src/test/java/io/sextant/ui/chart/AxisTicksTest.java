package io.sextant.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTicksTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ChartViewport view = new ChartViewport();
    private final TimeTicks ticks = new TimeTicks();

    @Test
    void sessionBreaksTakeNoRoomAndDaysAreEmphasised() {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (int day = 2; day <= 4; day++) {
            ZonedDateTime open = ZonedDateTime.of(2026, 6, day, 9, 30, 0, 0, NEW_YORK);
            for (int minute = 0; minute < 390; minute += 5) {
                bars.add(EpochTime.nanos(open.plusMinutes(minute)), 1, 1, 1, 1, 1);
            }
        }
        CandleSeries series = CandleSeries.of(bars.build());

        List<String> labels = labels(series, Timeframe.M5, NEW_YORK, 1_400);

        assertThat(labels).contains("3", "4", "10:00", "12:00").doesNotContain("00:00", "18:00");
        assertThat(labels.indexOf("3")).isLessThan(labels.indexOf("4"));
    }

    @Test
    void aNewYearIsSaidAsTheYear() {
        CandleSeries series = CandleSeries.of(RandomBars.walk(500, 1, nanos(2025, 6, 1), 86_400_000_000_000L));

        assertThat(labels(series, Timeframe.D1, PARIS, 900)).containsSubsequence("Sep", "Nov", "2026", "Mar");
    }

    @Test
    void labelsKeepTheirDistanceAtAnyZoom() {
        CandleSeries series = CandleSeries.of(RandomBars.walk(200_000, 1));
        for (double factor = 8; factor > 1e-4; factor *= 0.8) {
            labels(series, Timeframe.M1, PARIS, 1_000);
            view.zoom(factor, 1_000);
            ticks.compute(series, view, Timeframe.M1.nominalNanos(), PARIS);
            for (int i = 1; i < ticks.count; i++) {
                double distance = view.x(ticks.index[i]) - view.x(ticks.index[i - 1]);
                assertThat(distance).isGreaterThanOrEqualTo(50);
            }
            assertThat(ticks.count).isBetween(1, 22);
        }
    }

    @Test
    void stepsThroughTheHourThatRepeatsWhenClocksGoBack() {
        long start = EpochTime.nanos(ZonedDateTime.of(2026, 10, 24, 22, 0, 0, 0, ZoneOffset.UTC));
        TimeStep step = TimeStep.seconds(1_800);
        long time = start;
        for (int i = 0; i < 12; i++) {
            long next = step.after(time, PARIS);
            assertThat(next).isGreaterThan(time);
            time = next;
        }
    }

    @ParameterizedTest
    @CsvSource({"0.013, 0.02", "1, 1", "2.2, 2.5", "3, 5", "7, 10", "120, 200"})
    void priceStepsAreRound(double atLeast, double step) {
        assertThat(PriceTicks.roundStep(atLeast)).isCloseTo(step, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void priceTicksAreNeverFinerThanTheInstrumentsTick() {
        PriceTicks prices = new PriceTicks();

        prices.compute(99.99, 100.03, 800, 2);

        assertThat(prices.count).isEqualTo(5);
    }

    @Test
    void writesNumbersTheReadersWay() {
        ChartFormats english = new ChartFormats(Locale.ENGLISH, PARIS, Timeframe.M1, 1);
        ChartFormats french = new ChartFormats(Locale.FRENCH, PARIS, Timeframe.M1, 1);

        assertThat(english.price(1234.5)).isEqualTo("1,234.5");
        assertThat(french.price(1234.5)).isEqualTo("1\u202f234,5");
        assertThat(english.change(100, 101)).isEqualTo("+1.0 (+1.00%)");
        assertThat(french.change(100, 99)).isEqualTo("\u22121,0 (\u22121,00\u202f%)");
        assertThat(english.volume(1_234_000)).isEqualTo("1.23M");
        assertThat(english.zoneLabel(nanos(2026, 1, 1))).isEqualTo("UTC+1");
        assertThat(english.zoneLabel(nanos(2026, 7, 1))).isEqualTo("UTC+2");
    }

    @Test
    void daysKeepTheirUtcDateInEveryZone() {
        ChartFormats formats = new ChartFormats(Locale.ENGLISH, NEW_YORK, Timeframe.D1, 2);

        assertThat(formats.moment(nanos(2026, 11, 20)))
                .contains("20")
                .contains("2026")
                .doesNotContain(":");
        assertThat(formats.zoneLabel(nanos(2026, 11, 20))).isEqualTo("UTC");
    }

    private List<String> labels(CandleSeries series, Timeframe timeframe, ZoneId zone, double width) {
        ChartFormats formats = new ChartFormats(Locale.ENGLISH, zone, timeframe, 2);
        view.resize(width);
        view.reset(series.firstIndex(), series.endIndex());
        view.showAll();
        ticks.compute(series, view, formats.barNanos(), formats.zone());
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < ticks.count; i++) {
            labels.add(formats.tick(ticks.timeNanos[i], ticks.rank[i], ticks.showsSeconds));
        }
        return labels;
    }

    private static long nanos(int year, int month, int day) {
        return EpochTime.nanos(ZonedDateTime.of(year, month, day, 0, 0, 0, 0, ZoneOffset.UTC));
    }
}
