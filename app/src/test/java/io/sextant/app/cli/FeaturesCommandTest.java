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

class FeaturesCommandTest {

    @TempDir
    Path folder;

    private Path bars(String name, double phase) throws IOException {
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        for (int i = 0; i < 80; i++) {
            double close = 100 + 5 * Math.sin(i / 3.0 + phase);
            text.append(LocalDate.of(2020, 1, 1).plusDays(i)).append(',');
            text.append(close - 0.5)
                    .append(',')
                    .append(close + 1)
                    .append(',')
                    .append(close - 1)
                    .append(',');
            text.append(close).append(',').append(1_000 + i).append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void listsAll360WithFormulaUnitAndNeed() {
        CliRun run = CliRun.of("features", "--list", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().split("\"formula\"", -1)).hasSize(361);
        assertThat(run.out()).contains("ln(close/close[5])").contains("another instrument's bars");
    }

    @Test
    void writesEveryFeatureThatBarsSufficeFor() throws IOException {
        Path out = folder.resolve("features.csv");
        CliRun run = CliRun.of("features", "--csv", bars("a.csv", 0).toString(), "--out", out.toString());

        assertThat(run.code()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(out);
        List<String> heads = List.of(lines.getFirst().split(","));
        assertThat(lines).hasSize(81);
        assertThat(heads.size()).isGreaterThan(200);
        String[] seventh = lines.get(7).split(",", -1);
        double expected = Math.log((100 + 5 * Math.sin(6 / 3.0)) / (100 + 5 * Math.sin(1 / 3.0)));
        assertThat(Double.parseDouble(seventh[heads.indexOf("ret_5")])).isCloseTo(expected, within(1e-12));
        assertThat(lines.get(5).split(",", -1)[heads.indexOf("ret_5")]).isEmpty();
    }

    @Test
    void comparesWithAPeerAndSaysWhatItWouldNeed() throws IOException {
        Path out = folder.resolve("beta.csv");
        String own = bars("a.csv", 0).toString();
        CliRun without = CliRun.of("features", "--csv", own, "--only", "beta_20", "--out", out.toString());
        assertThat(without.code()).isEqualTo(4);
        assertThat(without.err()).contains("--peer");

        CliRun with =
                CliRun.of("features", "--csv", own, "--peer", own, "--only", "beta_20,basis", "--out", out.toString());
        assertThat(with.code()).as(with.err()).isZero();
        String[] last = Files.readAllLines(out).getLast().split(",", -1);
        assertThat(Double.parseDouble(last[1])).isCloseTo(1, within(1e-9));
        assertThat(Double.parseDouble(last[2])).isZero();
    }

    @Test
    void namesAFeatureThatIsNotThere() throws IOException {
        CliRun run =
                CliRun.of("features", "--csv", bars("a.csv", 0).toString(), "--only", "ret_7", "--out", "nowhere.csv");
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("ret_7");
    }
}
