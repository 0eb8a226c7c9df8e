package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideFilesTest {

    @TempDir
    Path folder;

    private Path bars() throws IOException {
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        for (int i = 0; i < 40; i++) {
            text.append(LocalDate.of(2024, 1, 1).plusDays(i)).append(",100,101,99,100,1000\n");
        }
        return Files.writeString(folder.resolve("bars.csv"), text);
    }

    private String[] column(Path file, String name) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int place = List.of(lines.getFirst().split(",")).indexOf(name);
        return lines.stream().skip(1).map(line -> line.split(",", -1)[place]).toArray(String[]::new);
    }

    @Test
    void headlinesTellCountAndTone() throws IOException {
        Path news = Files.writeString(
                folder.resolve("news.csv"),
                "time,headline\n2024-01-03T12:00:00Z,Profit beats expectations\n2024-01-05,Shares plunge after warning\n");
        Path out = folder.resolve("out.csv");
        CliRun run = CliRun.of(
                "features",
                "--csv",
                bars().toString(),
                "--headlines",
                news.toString(),
                "--only",
                "news_count,news_tone",
                "--out",
                out.toString());

        assertThat(run.code()).as(run.err()).isZero();
        String[] counts = column(out, "news_count");
        String[] tones = column(out, "news_tone");
        assertThat(counts[0]).isEmpty();
        assertThat(Double.parseDouble(counts[1])).isZero();
        assertThat(Double.parseDouble(tones[2])).isEqualTo(1);
        assertThat(Double.parseDouble(tones[4])).isEqualTo(-1);
    }

    @Test
    void aTimeThatIsNoneIsToldWithItsLine() throws IOException {
        Path news =
                Files.writeString(folder.resolve("news.csv"), "time,headline\nyesterday,Profit beats expectations\n");
        CliRun run = CliRun.of(
                "features",
                "--csv",
                bars().toString(),
                "--headlines",
                news.toString(),
                "--out",
                folder.resolve("out.csv").toString());

        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains("Line 2").contains("yesterday");
    }

    @Test
    void storedSeriesTellRatesFromTheDayTheyWereKnown() throws IOException {
        String data = folder.resolve("desk").toString();
        Path rates = Files.writeString(
                folder.resolve("DGS10.csv"),
                "date,value,known\n2024-01-02,3.95,2024-01-03\n2024-01-10,4.05,2024-01-11\n");
        assertThat(CliRun.of("--data", data, "macro", "import", rates.toString())
                        .code())
                .isZero();
        StringBuilder prices = new StringBuilder("date,value,known\n");
        for (int month = 0; month < 13; month++) {
            LocalDate period = LocalDate.of(2022, 12, 1).plusMonths(month);
            prices.append(period).append(',').append(100 + month).append(',');
            prices.append(period.plusMonths(1).plusDays(10)).append('\n');
        }
        Path index = Files.writeString(folder.resolve("CPIAUCSL.csv"), prices);
        assertThat(CliRun.of("--data", data, "macro", "import", index.toString())
                        .code())
                .isZero();
        Path out = folder.resolve("out.csv");
        CliRun run = CliRun.of(
                "--data",
                data,
                "features",
                "--csv",
                bars().toString(),
                "--macro",
                "--only",
                "yield_10y,real_rate",
                "--out",
                out.toString());

        assertThat(run.code()).as(run.err()).isZero();
        String[] yields = column(out, "yield_10y");
        assertThat(yields[0]).isEmpty();
        assertThat(Double.parseDouble(yields[4])).isEqualTo(3.95);
        assertThat(Double.parseDouble(yields[20])).isEqualTo(4.05);
        // December over December: 112 / 100, known on 11 January.
        assertThat(Double.parseDouble(column(out, "real_rate")[20])).isCloseTo(4.05 - 12, within(1e-9));
    }

    @Test
    void aFeatureWithoutItsDataSaysWhatToName() throws IOException {
        CliRun run = CliRun.of(
                "features", "--csv", bars().toString(), "--only", "put_call_volume", "--out", folder + "/out.csv");

        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains("--chain");
    }
}
