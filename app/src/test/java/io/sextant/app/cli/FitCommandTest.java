package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FitCommandTest {

    @TempDir
    Path folder;

    private Path returns = Path.of("");
    private Path prices = Path.of("");

    /** Calm and wild weeks; the same as returns without a time, and as prices with a date and one gap. */
    @BeforeEach
    void writeWeeks() throws IOException {
        SeededRandom random = new SeededRandom(21);
        StringBuilder changes = new StringBuilder("ret_pct\n");
        StringBuilder closes = new StringBuilder("date,close\n2020-01-01,100\nbreak,\n");
        double log = Math.log(100);
        for (int i = 0; i < 900; i++) {
            double change = (i / 60 % 2 == 0 ? 0.6 : 2.4) * random.nextGaussian();
            log += change / 100;
            changes.append(change).append('\n');
            closes.append("2020-").append(i).append(',').append(Math.exp(log)).append('\n');
        }
        returns = folder.resolve("returns.csv");
        prices = folder.resolve("prices.csv");
        Files.writeString(returns, changes);
        Files.writeString(prices, closes);
    }

    @Test
    void garchOfReturnsIsGarchOfTheirPrices() {
        CliRun given = CliRun.of(
                "fit",
                "garch",
                "--csv",
                returns.toString(),
                "--column",
                "ret_pct",
                "--returns",
                "--dist",
                "normal",
                "--json");
        CliRun made = CliRun.of(
                "fit", "garch", "--csv", prices.toString(), "--column", "close", "--returns", "pct", "--json");

        assertThat(given.code()).as(given.err()).isZero();
        JsonNode one = given.json();
        JsonNode other = made.json();
        for (String name : List.of("mu", "omega", "alpha", "beta")) {
            assertThat(other.get(name).asDouble())
                    .as(name)
                    .isCloseTo(one.get(name).asDouble(), within(1e-5));
            assertThat(one.get("standardErrors").get(name).asDouble()).isPositive();
        }
        assertThat(one.get("shape").isNull()).isTrue();
        assertThat(one.get("forecastSigma").size()).isEqualTo(10);
        assertThat(one.get("observations").asInt()).isEqualTo(900);
        assertThat(one.get("droppedRows").asInt()).isZero();
        assertThat(other.get("droppedRows").asInt()).isEqualTo(1);
    }

    @Test
    void studentAndAsymmetryHaveTheirOwnNumbers() {
        CliRun run = CliRun.of(
                "fit",
                "garch",
                "--csv",
                returns.toString(),
                "--column",
                "ret_pct",
                "--returns",
                "--dist",
                "t",
                "--model",
                "egarch",
                "--horizon",
                "3",
                "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("shape").asDouble()).isGreaterThan(2);
        assertThat(run.json().get("gamma").isNumber()).isTrue();
        assertThat(run.json().get("forecastSigma").size()).isEqualTo(3);
        assertThat(CliRun.of("fit", "garch", "--csv", returns.toString(), "--column", "1", "--dist", "t")
                        .code())
                .isEqualTo(ExitCode.FILE);
    }

    @Test
    void hmmTellsStatesAndWritesTheirPath() throws IOException {
        Path out = folder.resolve("path.csv");
        CliRun run = CliRun.of(
                "fit",
                "hmm",
                "--csv",
                prices.toString(),
                "--column",
                "close",
                "--returns",
                "pct",
                "--states",
                "2",
                "--json",
                "--path",
                out.toString());

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.get("variances").get(0).asDouble()).isCloseTo(0.36, within(0.08));
        assertThat(json.get("variances").get(1).asDouble()).isCloseTo(5.76, within(1.2));
        assertThat(json.get("transition").get(0).get(0).asDouble()).isGreaterThan(0.95);
        assertThat(json.get("initial").get(0).asDouble()).isCloseTo(1, within(1e-6));
        double likelihood = json.get("logLikelihood").asDouble();
        assertThat(json.get("aic").asDouble()).isCloseTo(2 * 7 - 2 * likelihood, within(1e-9));
        assertThat(json.get("bic").asDouble()).isCloseTo(7 * Math.log(900) - 2 * likelihood, within(1e-9));
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(901);
        assertThat(lines.getFirst()).isEqualTo("date,x,viterbi,post_0,post_1,filtered_0,filtered_1");
        assertThat(lines.get(1)).startsWith("2020-0,").contains(",0,");
        assertThat(lines.get(100)).contains(",1,");
    }

    @Test
    void thePathFileStandsUnderTheTimeAndStaysATable() throws IOException {
        SeededRandom random = new SeededRandom(3);
        StringBuilder text = new StringBuilder("sentiment;Update no;Open Time;ret\n");
        for (int i = 0; i < 200; i++) {
            text.append("calm;x").append(i).append(";Jan ").append(i).append(", 2020;");
            text.append((i / 50 % 2 == 0 ? 0.5 : 3) * random.nextGaussian()).append('\n');
        }
        Path in = Files.writeString(folder.resolve("moods.csv"), text);
        Path out = folder.resolve("moods-path.csv");

        CliRun run = CliRun.of("fit", "hmm", "--csv", in.toString(), "--column", "ret", "--path", out.toString());

        assertThat(run.code()).as(run.err()).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.getFirst()).startsWith("Open Time,x,viterbi");
        assertThat(lines.get(1)).startsWith("\"Jan 0, 2020\",");
    }

    @Test
    void hamiltonTellsMeansThatSwitchAndWritesTheirChances() throws IOException {
        SeededRandom random = new SeededRandom(5);
        StringBuilder text = new StringBuilder("growth\n");
        double before = 0;
        for (int i = 0; i < 400; i++) {
            before = 0.4 * before + 0.5 * random.nextGaussian();
            text.append((i / 20 % 3 == 0 ? -1 : 1.5) + before).append('\n');
        }
        Path in = folder.resolve("growth.csv");
        Files.writeString(in, text);
        Path out = folder.resolve("chances.csv");

        CliRun run = CliRun.of(
                "fit",
                "hamilton",
                "--csv",
                in.toString(),
                "--column",
                "growth",
                "--order",
                "1",
                "--starts",
                "3",
                "--json",
                "--path",
                out.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("means").get(0).asDouble()).isCloseTo(-1, within(0.25));
        assertThat(run.json().get("means").get(1).asDouble()).isCloseTo(1.5, within(0.25));
        assertThat(run.json().get("ar").get(0).asDouble()).isCloseTo(0.4, within(0.15));
        assertThat(run.json().get("standardErrors").get("mean0").asDouble()).isPositive();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(400);
        assertThat(lines.getFirst()).isEqualTo("row,x,post_0,post_1,filtered_0,filtered_1");
        assertThat(lines.get(1)).startsWith("2,");
        assertThat(CliRun.of("fit", "hamilton", "--csv", in.toString(), "--column", "growth", "--states", "5"))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
                    assertThat(refused.err()).contains("2 to 4 states");
                });
    }

    @Test
    void refusesInOneSentence() {
        assertThat(CliRun.of("fit", "hmm", "--csv", returns.toString(), "--column", "ret_pct", "--returns", "pct"))
                .satisfies(run -> {
                    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
                    assertThat(run.err()).contains("not above zero");
                });
        assertThat(CliRun.of("fit", "hmm", "--csv", returns.toString(), "--column", "ret_pct", "--states", "9"))
                .satisfies(run -> {
                    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
                    assertThat(run.err()).contains("1 to 6 states");
                });
        assertThat(CliRun.of("fit").code()).isEqualTo(ExitCode.USAGE);
        assertThat(CliRun.of("fit", "garch", "--csv", returns.toString(), "--column", "ret_pct", "--dist", "cauchy")
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }
}
