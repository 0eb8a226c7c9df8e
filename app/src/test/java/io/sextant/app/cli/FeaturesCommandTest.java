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

    private List<String> recorded(String market, String length) throws IOException {
        Path out = folder.resolve("flow.csv");
        Path file = folder.resolve(market + length + ".sxr");
        CliRun made = CliRun.of("record", "--seed", market, "--for", length, "--out", file.toString());
        assertThat(made.code()).as(made.err()).isZero();
        CliRun run = CliRun.of(
                "features",
                "--recording",
                file.toString(),
                "--symbol",
                "BTC-USDT",
                "--only",
                "trade_imbalance,spread,ofi,queue_imbalance,depth_imbalance_10,trade_size_20",
                "--out",
                out.toString());
        assertThat(run.code()).as(run.err()).isZero();
        return Files.readAllLines(out);
    }

    @Test
    void tellsTheOrderFlowOfARecordingAndNothingOfItIsChangedByWhatComesLater() throws IOException {
        List<String> shorter = recorded("5", "6m");
        List<String> longer = recorded("5", "9m");

        assertThat(shorter).hasSize(6);
        assertThat(longer).hasSize(9).startsWith(shorter.toArray(new String[0]));
        for (String line : longer.subList(1, longer.size())) {
            String[] cells = line.split(",", -1);
            assertThat(Double.parseDouble(cells[1])).isBetween(-1.0, 1.0);
            assertThat(Double.parseDouble(cells[2])).isPositive();
            assertThat(cells[3]).isNotEmpty();
            assertThat(Double.parseDouble(cells[4])).isBetween(-1.0, 1.0);
        }
    }

    @Test
    void tellsRegimesOnlyAfterTheHalfThatTheyWereLearnedFrom() throws IOException {
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        double close = 100;
        for (int i = 0; i < 900; i++) {
            double wide = i / 60 % 2 == 0 ? 0.002 : 0.03;
            close *= 1 + wide * Math.sin(i * 1.7 + 0.3 * (i % 7));
            text.append(LocalDate.of(2018, 1, 1).plusDays(i)).append(',');
            text.append(close).append(',').append(close * 1.001).append(',').append(close * 0.999);
            text.append(',').append(close).append(",1000\n");
        }
        Path file = Files.writeString(folder.resolve("moods.csv"), text);
        Path out = folder.resolve("moods-out.csv");
        CliRun run = CliRun.of(
                "features",
                "--csv",
                file.toString(),
                "--regimes",
                "--only",
                "p_range,p_turbulent",
                "--out",
                out.toString());

        assertThat(run.code()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.subList(1, 440)).allSatisfy(line -> assertThat(line).endsWith(",,"));
        assertThat(lines.subList(460, 900)).noneSatisfy(line -> assertThat(line).endsWith(",,"));
    }

    @Test
    void refusesARecordingThatDoesNotHoldTheInstrument() throws IOException {
        Path file = folder.resolve("short.sxr");
        CliRun.of("record", "--seed", "1", "--for", "1m", "--out", file.toString());
        CliRun run = CliRun.of("features", "--recording", file.toString(), "--out", "nowhere.csv");
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("BTC-USDT").contains("--symbol");
    }
}
