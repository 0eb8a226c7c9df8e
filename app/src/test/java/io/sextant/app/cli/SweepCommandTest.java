package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SweepCommandTest {

    @TempDir
    Path folder;

    private Path bars = Path.of("");

    @BeforeEach
    void writeBars() throws IOException {
        bars = Files.writeString(folder.resolve("bars.csv"), walk(4));
    }

    private static String walk(long seed) {
        SeededRandom random = new SeededRandom(seed);
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        double price = 300;
        for (int i = 0; i < 400; i++) {
            double open = price;
            price *= Math.exp(0.01 * random.nextGaussian());
            text.append(LocalDate.of(2012, 1, 1).plusDays(i))
                    .append(String.format(
                            Locale.ENGLISH,
                            ",%.2f,%.2f,%.2f,%.2f,1000%n",
                            open,
                            Math.max(open, price) + 0.01,
                            Math.min(open, price) - 0.01,
                            price));
        }
        return text.toString();
    }

    private CliRun run(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--data",
                folder.resolve("data").toString(),
                command,
                "--csv",
                bars.toString(),
                "--strategy",
                "sma-cross",
                "--fractional",
                "--commission-bps",
                "5"));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void tellsTheBestThatTheBacktestAgreesWithAndHowManyTriesItTook() throws IOException {
        Path table = folder.resolve("sweep.csv");
        CliRun swept = run("sweep", "--grid", "fast=2:10:2,slow=15:30:5", "--json", "--out", table.toString());
        assertThat(swept.code()).as(swept.err()).isZero();
        JsonNode json = swept.json();
        assertThat(json.get("tries").asInt()).isEqualTo(20);
        assertThat(json.get("triesEver").asInt()).isEqualTo(20);
        assertThat(json.get("deflatedSharpe").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.get("surface").get("values")).hasSize(4);
        assertThat(json.get("stable").get("aroundTries").asInt()).isBetween(4, 9);
        JsonNode best = json.get("best");
        JsonNode whole = run(
                        "backtest",
                        "--mode",
                        "vector",
                        "--param",
                        "fast=" + best.get("parameters").get("fast").asInt(),
                        "--param",
                        "slow=" + best.get("parameters").get("slow").asInt(),
                        "--json")
                .json();
        assertThat(best.get("finalEquity").asDouble())
                .isEqualTo(whole.get("finalEquity").asDouble());
        assertThat(best.get("trades").asInt()).isEqualTo(whole.get("trades").asInt());
        // Sums rounded in another order.
        assertThat(best.get("sharpe").asDouble()).isCloseTo(whole.get("sharpe").asDouble(), within(1e-9));
        List<String> lines = Files.readAllLines(table);
        assertThat(lines).hasSize(21);
        assertThat(lines.getFirst()).startsWith("fast,slow,long-only,trades,");
        double highest = lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[6]))
                .max()
                .orElseThrow();
        assertThat(best.get("sharpe").asDouble()).isEqualTo(highest);
    }

    /** Five instruments, of which the strategy ranks all: each point is what the backtest of it says. */
    @Test
    void sweepsStrategiesOfSeveralInstruments() throws IOException {
        List<String> files = new ArrayList<>();
        for (int file = 0; file < 5; file++) {
            files.addAll(List.of(
                    "--csv",
                    Files.writeString(folder.resolve("s" + file + ".csv"), walk(file + 10))
                            .toString()));
        }
        CliRun swept = several(files, "sweep", "--grid", "lookback=20:60:20", "--threads", "2", "--json");
        assertThat(swept.code()).as(swept.err()).isZero();
        assertThat(several(files, "sweep", "--grid", "lookback=20:60:20", "--threads", "1", "--json")
                        .json()
                        .get("best"))
                .isEqualTo(swept.json().get("best"));
        assertThat(swept.json().get("tries").asInt()).isEqualTo(3);
        assertThat(swept.json().get("bars").asInt()).isEqualTo(400);
        JsonNode best = swept.json().get("best");
        CliRun whole = several(
                files,
                "backtest",
                "--param",
                "lookback=" + best.get("parameters").get("lookback").asInt(),
                "--json");
        assertThat(whole.json().get("finalEquity").asDouble())
                .isEqualTo(best.get("finalEquity").asDouble())
                .isNotEqualTo(10_000);
        assertThat(whole.json().get("triesEver").asInt())
                .as("one that was run before")
                .isEqualTo(3);
        assertThat(run("sweep", "--grid", "fast=2:9:1,slow=20", "--csv", files.get(1))
                        .err())
                .contains("sma-cross trades 1 to 1 instruments, and --csv names 2");
    }

    private CliRun several(List<String> files, String command, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--data", folder.resolve("data").toString(), command));
        arguments.addAll(files);
        arguments.addAll(List.of(
                "--strategy",
                "cross-sectional-momentum",
                "--param",
                "skip=0",
                "--param",
                "review-days=10",
                "--fractional"));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void aUnitThatIsDearerThanAllTheCashIsSaidAndNotTakenForAStrategyThatWantsNothing() {
        String[] whole = {
            "--data",
            folder.resolve("data").toString(),
            "backtest",
            "--csv",
            bars.toString(),
            "--strategy",
            "sma-cross",
            "--cash",
            "100"
        };
        assertThat(CliRun.of(whole).err())
                .containsPattern("One unit of BARS\\S* never cost less than \\d{3}\\.\\d\\d, and there is 100\\.00");
        assertThat(CliRun.of(with(whole, "--fractional")).err()).isEmpty();
    }

    @Test
    void aRecordingThatIsNotThereIsNamedInASentence() {
        Path missing = folder.resolve("nowhere.sxr");
        CliRun ran = CliRun.of(
                "--data",
                folder.resolve("data").toString(),
                "backtest",
                "--recording",
                missing.toString(),
                "--strategy",
                "sma-cross",
                "--symbols",
                "BTC-USDT",
                "--timeframe",
                "1m");
        assertThat(ran.err()).isEqualTo("sextant: There is no file " + missing + ".\n");
        assertThat(ran.code()).isEqualTo(ExitCode.FILE);
    }

    @Test
    void everyTryCountsForTheVerdictToo() {
        CliRun swept = run("sweep", "--grid", "fast=2:9:1,slow=20:40:10", "--search", "random", "--budget", "7");
        assertThat(swept.code()).as(swept.err()).isZero();
        assertThat(swept.out()).contains("tries   7 now of 24 points, 7 ever on these bars");
        JsonNode verdict = run("verdict", "--param", "fast=11", "--param", "slow=50", "--worlds", "2", "--json")
                .json();
        assertThat(verdict.get("trials").get("onData").asInt()).isEqualTo(8);
    }

    @Test
    void aResumedSweepSaysTheSameForAnyNumberOfThreads() throws IOException {
        Path kept = folder.resolve("kept.txt");
        String[] asked = {
            "--grid", "fast=2:9:1,slow=20:40:10", "--search", "genetic", "--budget", "20", "--by", "return", "--json"
        };
        String first = run("sweep", with(asked, "--threads", "1", "--resume", kept.toString()))
                .out();
        List<String> lines = Files.readAllLines(kept);
        Files.write(kept, lines.subList(0, 9));
        assertThat(run("sweep", with(asked, "--threads", "2", "--resume", kept.toString()))
                        .out())
                .isEqualTo(first);
        assertThat(run("sweep", with(asked, "--threads", "3")).out()).isEqualTo(first);
        CliRun other = run("sweep", "--grid", "fast=3,slow=20", "--slippage-bps", "3", "--resume", kept.toString());
        assertThat(other.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(other.err()).contains("keeps another sweep");
    }

    private static String[] with(String[] asked, String... more) {
        List<String> all = new ArrayList<>(List.of(asked));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void whatCannotBeSweptIsRefusedInASentence() {
        assertThat(run("sweep", "--grid", "fast=2:9:1", "--search", "luck").err())
                .contains("a sweep searches by grid, random, bayes or genetic, not luck");
        assertThat(run("sweep", "--grid", "fast=50:60:5,slow=20").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run("sweep", "--grid", "fats=5:10:5,slow=20").err()).contains("no 'fats'");
    }
}
