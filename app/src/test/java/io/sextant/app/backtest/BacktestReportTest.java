package io.sextant.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.BarSeries;
import io.sextant.engine.backtest.BacktestFigures;
import io.sextant.engine.backtest.BacktestMarket;
import io.sextant.engine.backtest.BacktestRun;
import io.sextant.engine.backtest.BacktestTerms;
import io.sextant.engine.backtest.EventBacktest;
import io.sextant.strategy.StrategyCatalog;
import io.sextant.strategy.kind.Choice;
import io.sextant.strategy.kind.StrategyKind;
import io.sextant.ui.i18n.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BacktestReportTest {

    private static final BacktestTerms TERMS = new BacktestTerms(1_000, 0, false);
    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** Days of open, high, low and close from the 30th of January 2020 on. */
    private static BarSeries bars(double... told) {
        int size = told.length / 4;
        long[] times = new long[size];
        double[][] columns = new double[5][size];
        for (int i = 0; i < size; i++) {
            times[i] = (LocalDate.of(2020, 1, 30).toEpochDay() + i) * DAY_NANOS;
            for (int column = 0; column < 4; column++) {
                columns[column][i] = told[4 * i + column];
            }
        }
        return new BarSeries(times, columns[0], columns[1], columns[2], columns[3], columns[4], size);
    }

    private static BacktestRun held(BarSeries bars) {
        StrategyKind kind = StrategyCatalog.get("buy-and-hold");
        return EventBacktest.run(BacktestMarket.of(bars, TERMS), kind, Choice.usual(kind), TERMS);
    }

    private static ReportSubject subject(Language language) {
        BacktestRun run = held(bars(10, 10, 10, 10, 10, 12, 9, 11, 11, 13, 8, 12, 12, 12, 12, 12));
        return new ReportSubject(
                "buy-and-hold",
                Map.of(),
                run,
                TERMS,
                BacktestFigures.of(run, TERMS),
                List.of(),
                Map.of("prices <1>.csv", "abc"),
                "0.1",
                "./sextant backtest (here)",
                language,
                null);
    }

    /** 99 units from 10 on, 10 in cash: worth 1,099 at 11 and 1,198 at 12; the first two days are of January. */
    @Test
    void columnsFollowFromTheRun() {
        BacktestRun run = subject(Language.ENGLISH).run();
        ReportSeries series = new ReportSeries(run, 1_000);
        assertThat(series.equity).containsExactly(1_000, 1_099, 1_198, 1_198);
        assertThat(series.benchmark).containsExactly(1_000, 1_100, 1_200, 1_200);
        assertThat(series.exposure[1]).isCloseTo(99 * 11 / 1_099.0, within(1e-12));
        assertThat(series.exposure[3]).isZero();
        assertThat(series.months(1_000)).containsOnlyKeys(YearMonth.of(2020, 1), YearMonth.of(2020, 2));
        assertThat(series.months(1_000).get(YearMonth.of(2020, 1))).isCloseTo(0.099, within(1e-12));
        assertThat(series.months(1_000).get(YearMonth.of(2020, 2))).isCloseTo(1_198 / 1_099.0 - 1, within(1e-12));
        assertThat(series.excursions(run.trades().getFirst())).containsExactly(8 / 10.0 - 1, 13 / 10.0 - 1);
        assertThat(series.between(series.equity, LocalDate.of(2020, 1, 30), LocalDate.of(2020, 1, 31)))
                .isCloseTo(0.099, within(1e-12));
        assertThat(series.between(series.equity, LocalDate.of(2020, 1, 29), LocalDate.of(2020, 1, 31)))
                .isNaN();
        assertThat(ReportSeries.falls(new double[] {2, 1, 3})).containsExactly(0, -0.5, 0);
        double[] sharpe = series.rollingSharpe(2);
        double first = 0.099;
        double second = 1_198 / 1_099.0 - 1;
        double deviation = Math.abs(first - second) / Math.sqrt(2);
        assertThat(sharpe[2]).isCloseTo((first + second) / 2 / deviation * Math.sqrt(252), within(1e-6));
        assertThat(sharpe[1]).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void thePageNeedsNothingElseAndSaysHowToRunItAgain(Language language) {
        String page = BacktestReport.html(subject(language));
        assertThat(page)
                .contains("<svg", "prices &lt;1&gt;.csv", "./sextant backtest (here)", "lang=\"" + language.tag())
                .doesNotContain("http:", "https:", "src=", "href=", "<script", "NaN");
    }

    /** Each entry of the table of contents must point at its object, or no reader opens the file. */
    @ParameterizedTest
    @EnumSource
    void paperHoldsTheSameWords(Language language) throws DataFormatException {
        byte[] pdf = BacktestReport.pdf(subject(language));
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int table = Integer.parseInt(text.substring(text.lastIndexOf("startxref") + 10)
                .lines()
                .findFirst()
                .orElseThrow());
        assertThat(text.substring(table)).startsWith("xref");
        Matcher entry = Pattern.compile("(\\d{10}) 00000 n").matcher(text.substring(table));
        int objects = 0;
        while (entry.find()) {
            objects++;
            assertThat(text.substring(Integer.parseInt(entry.group(1)))).startsWith(objects + " 0 obj");
        }
        StringBuilder shown = new StringBuilder();
        Matcher stream = Pattern.compile("/Length (\\d+) /Filter /FlateDecode >>\nstream\n")
                .matcher(text);
        while (stream.find()) {
            Inflater inflater = new Inflater();
            inflater.setInput(pdf, stream.end(), Integer.parseInt(stream.group(1)));
            byte[] plain = new byte[1 << 20];
            int length = inflater.inflate(plain);
            inflater.end();
            shown.append(new String(plain, 0, length, StandardCharsets.ISO_8859_1));
        }
        assertThat(objects).isGreaterThanOrEqualTo(6);
        assertThat(shown)
                .contains(
                        "\\(here\\)",
                        new ReportWords(language).say("count"),
                        subject(language).run().orderStreamHash());
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        var english = ReportWords.bundle(Language.ENGLISH.locale());
        var french = ReportWords.bundle(Language.FRENCH.locale());
        assertThat(french.keySet()).isEqualTo(english.keySet());
        assertThat(english.getString("trades")).isNotEqualTo(french.getString("trades"));
    }
}
