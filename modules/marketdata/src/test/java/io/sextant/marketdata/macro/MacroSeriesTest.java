package io.sextant.marketdata.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.source.Observation;
import io.sextant.marketdata.macro.MacroCsv.BadLine;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MacroSeriesTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;

    @Test
    void aFigureIsNotKnownBeforeItCameOut() {
        MacroSeries cpi = MacroCsv.read(
                        List.of("observation_date,CPI", "2024-01-01,308.4", "2024-02-01,310.3"), Period.ofDays(43))
                .series();
        long feb13 = MacroCsv.knownNanos(LocalDate.of(2024, 2, 13));

        assertThat(cpi.id()).isEqualTo("CPI");
        assertThat(cpi.findAt(feb13 - 1)).isEmpty();
        assertThat(cpi.findAt(feb13)).map(Observation::value).contains(308.4);
        assertThat(cpi.findAt(feb13 + 40 * DAY_NANOS)).map(Observation::value).contains(310.3);
    }

    @Test
    void aRevisionDoesNotReachBackInTime() {
        MacroSeries gdp = MacroCsv.read(
                        List.of(
                                "date;value;known",
                                "2024-01-01;1.6;2024-04-25",
                                "2024-01-01;1.3;2024-05-30",
                                "2024-04-01;2.8;2024-07-25"),
                        Period.ZERO)
                .series();

        assertThat(gdp.findAt(MacroCsv.knownNanos(LocalDate.of(2024, 5, 1))))
                .map(Observation::value)
                .contains(1.6);
        assertThat(gdp.findAt(MacroCsv.knownNanos(LocalDate.of(2024, 6, 1))))
                .map(Observation::value)
                .contains(1.3);
        assertThat(gdp.asOf(Long.MAX_VALUE)).extracting(Observation::value).containsExactly(1.3, 2.8);
    }

    @Test
    void theColumnIsWhatAskingAtEveryTimeGives() {
        SplittableRandom random = new SplittableRandom(4);
        for (int history = 0; history < 50; history++) {
            List<Observation> published = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                LocalDate period = LocalDate.of(2020, 1, 1).plusMonths(random.nextInt(20));
                published.add(new Observation(
                        period, period.toEpochDay() * DAY_NANOS + random.nextInt(90) * DAY_NANOS, random.nextInt(100)));
            }
            MacroSeries series = new MacroSeries("x", published);
            long[] times = new long[800];
            for (int i = 0; i < times.length; i++) {
                times[i] = LocalDate.of(2019, 12, 1).plusDays(i).toEpochDay() * DAY_NANOS;
            }

            double[] column = series.column(times);

            for (int i = 0; i < times.length; i++) {
                assertThat(series.findAt(times[i]).map(Observation::value).orElse(Double.NaN))
                        .isEqualTo(Double.valueOf(column[i]));
            }
        }
    }

    @Test
    void keepsBadLinesWithTheirReasons() {
        var reading = MacroCsv.read(
                List.of(
                        "date,rate,known",
                        "2024-01-01,5.3,2024-02-01",
                        "x,1,2024-02-01",
                        "2024-02-01,.,2024-03-01",
                        "2024-03-01,high,2024-04-01",
                        "2024-04-01,5.1,2024-03-01",
                        ""),
                Period.ZERO);

        assertThat(reading.series().published()).hasSize(1);
        assertThat(reading.missing()).isEqualTo(1);
        assertThat(reading.badLines()).extracting(BadLine::number).containsExactly(3, 5, 6);
        assertThat(reading.badLines().get(1).reason()).isEqualTo("'high' is not a number");
        assertThat(reading.badLines().get(2).reason()).contains("before its period");
    }

    @Test
    void readsDecimalCommasWhereTheCommaSeparatesNothing() {
        var german = MacroCsv.read(
                List.of(
                        "\uFEFFdate;\"rate; in percent\";known",
                        "2024-01-01;5,25;2024-02-01",
                        "2024-02-01;\"6\";2024-03-01",
                        "2024-03-01;1.234,5;2024-04-01",
                        "2024-04-01;1.234;2024-05-01"),
                Period.ZERO);

        assertThat(german.dated()).isTrue();
        assertThat(german.series().id()).isEqualTo("rate; in percent");
        assertThat(german.series().published()).extracting(Observation::value).containsExactly(5.25, 6.0);
        assertThat(german.badLines()).extracting(BadLine::number).containsExactly(4, 5);
        assertThat(german.badLines().getLast().reason()).isEqualTo("'1.234' is not a number");
    }

    @Test
    void setsLinesAsideThatHaveMoreOrFewerCellsThanTheHeading() {
        var reading = MacroCsv.read(
                List.of(
                        "date,value",
                        "2024-01-01,5,25",
                        "2024-02-01",
                        "2024-03-01,\"5,25\"",
                        "2024-04-01,\"5",
                        "2024-05-01,Infinity",
                        "2024-06-01, -.5e1 "),
                Period.ofDays(1));

        assertThat(reading.dated()).isFalse();
        assertThat(reading.series().published()).extracting(Observation::value).containsExactly(-5.0);
        assertThat(reading.badLines())
                .containsExactly(
                        new BadLine(2, "it has 3 cells and the heading has 2"),
                        new BadLine(3, "it has 1 cells and the heading has 2"),
                        new BadLine(4, "'5,25' is not a number"),
                        new BadLine(5, "a quote is not closed"),
                        new BadLine(6, "'Infinity' is not a number"));
    }

    @Test
    void refusesAFileWithoutColumns() {
        assertThatThrownBy(() -> MacroCsv.read(List.of(), Period.ZERO)).hasMessage("the file is empty");
        assertThatThrownBy(() -> MacroCsv.read(List.of("hello"), Period.ZERO)).hasMessageContaining("date column");
    }
}
