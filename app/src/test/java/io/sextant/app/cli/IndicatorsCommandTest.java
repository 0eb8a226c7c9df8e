package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndicatorsCommandTest {

    @TempDir
    Path folder;

    private Path csv = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void writeBars() throws IOException {
        csv = folder.resolve("bars.csv");
        out = folder.resolve("out.csv");
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        for (int i = 0; i < 60; i++) {
            double close = 100 + 5 * Math.sin(i / 3.0);
            text.append(LocalDate.of(2020, 1, 1).plusDays(i)).append(',');
            text.append(close - 0.5)
                    .append(',')
                    .append(close + 1)
                    .append(',')
                    .append(close - 1)
                    .append(',');
            text.append(close).append(",1000\n");
        }
        Files.writeString(csv, text);
    }

    private CliRun indicators(String list) {
        return CliRun.of("indicators", "--csv", csv.toString(), "--list", list, "--out", out.toString(), "--json");
    }

    @Test
    void writesAColumnAnOutputWithBlankWarmUp() throws IOException {
        CliRun run = indicators("rsi:14,atr:14,macd:12:26:9,bbands:20:2,sma:3");

        assertThat(run.code()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.getFirst())
                .isEqualTo("time_utc,rsi,atr,macd,macd_signal,macd_hist,bbands_lower,bbands_middle,bbands_upper,sma");
        assertThat(lines).hasSize(61);
        assertThat(lines.get(1)).isEqualTo("2020-01-01 00:00:00,,,,,,,,,");
        String[] third = lines.get(3).split(",", -1);
        double expected = 100 + 5 * (Math.sin(0) + Math.sin(1 / 3.0) + Math.sin(2 / 3.0)) / 3;
        assertThat(Double.parseDouble(third[9])).isCloseTo(expected, within(1e-9));
        assertThat(lines.getLast().split(",", -1)).hasSize(10).doesNotContain("");
    }

    @Test
    void aKindAskedForTwiceKeepsItsNumbers() throws IOException {
        indicators("rsi:7,rsi:21,donchian:5");

        assertThat(Files.readAllLines(out).getFirst())
                .isEqualTo("time_utc,rsi_7,rsi_21,donchian_lower,donchian_middle,donchian_upper");
    }

    @Test
    void ta4jsOwnStandBehindOurs() throws IOException {
        CliRun run = indicators("ta4j.sma:3,sma:3");

        assertThat(run.code()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.getFirst()).isEqualTo("time_utc,sma,ta4j_sma_3");
        String[] last = lines.getLast().split(",");
        assertThat(Double.parseDouble(last[2])).isCloseTo(Double.parseDouble(last[1]), within(1e-9));
        indicators("ta4j:sma:(closeprice):3");
        List<String> nested = Files.readAllLines(out);
        assertThat(nested.getFirst()).isEqualTo("time_utc,ta4j_sma_closeprice_3");
        assertThat(nested.getLast().split(",")[1]).isEqualTo(last[2]);
        assertThat(indicators("ta4j.moon:3").code()).isEqualTo(ExitCode.REFUSED);
        var all = CliRun.of("indicators", "--json").json();
        assertThat(all.get("ta4j").size()).isEqualTo(202);
        assertThat(all.get("ta4jForms").get("ta4j.macd").toString()).contains("macd:shortBarCount:longBarCount");
    }

    @Test
    void listsWhatThereIsAndRefusesTheRest() {
        assertThat(CliRun.of("indicators").out()).contains("rsi:14", "supertrend:10:3", "length, width");
        assertThat(CliRun.of("indicators", "--json").json().get("indicators").size())
                .isGreaterThan(60);
        assertThat(indicators("moon:3")).satisfies(run -> {
            assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err()).contains("no indicator called 'moon'");
        });
        assertThat(CliRun.of("indicators", "--csv", csv.toString()).code()).isEqualTo(ExitCode.USAGE);
    }
}
