package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RiskCommandTest {

    @TempDir
    Path folder;

    private final List<double[]> rows = new ArrayList<>();
    private String prices = "";

    /** B begins later, a cell is missing, C stands still, D goes below zero. */
    @BeforeEach
    void writePrices() throws IOException {
        SeededRandom random = new SeededRandom(17);
        StringBuilder text = new StringBuilder("date,A,B,C,D\n");
        double a = 100;
        double b = 50;
        for (int i = 0; i < 400; i++) {
            a *= Math.exp(0.01 * random.nextGaussian());
            b *= Math.exp(0.02 * random.nextGaussian());
            boolean whole = i >= 50 && i != 200;
            text.append(LocalDate.of(2020, 1, 1).plusDays(i)).append(',');
            text.append(i == 200 ? "n/a" : Double.toString(a)).append(',');
            text.append(i < 50 ? "" : Double.toString(b))
                    .append(",7,")
                    .append(i == 300 ? -1 : 5)
                    .append('\n');
            if (whole) {
                rows.add(new double[] {a, b});
            }
        }
        prices = Files.writeString(folder.resolve("prices.csv"), text).toString();
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("held" + text.hashCode() + ".json"), text)
                .toString();
    }

    private CliRun risk(String held, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("risk", "--prices", prices, "--weights", file(held), "--json"));
        words.addAll(List.of(more));
        return CliRun.of(words.toArray(new String[0]));
    }

    @Test
    void aClusterIsAskedForFuturesOnlyAndOnlyByANameOfOne() throws IOException {
        CliRun nothing = risk("{\"A\": 1}", "--cluster", "local[2]");
        assertThat(nothing.code()).isEqualTo(4);
        assertThat(nothing.err()).contains("What a cluster takes of this is the drawing of futures: add --outlook.");
        CliRun nowhere = risk("{\"A\": 1}", "--outlook", "bootstrap", "--cluster", "nowhere");
        assertThat(nowhere.code()).isEqualTo(4);
        assertThat(nowhere.err())
                .contains(
                        "A cluster is named as spark://host:7077, or local[2] for Spark on this machine, not nowhere.");
    }

    /** The definition written plainly: rows that are whole, simple returns, a quantile between neighbours, the mean below. */
    @Test
    void historicalIsItsDefinition() throws IOException {
        double[] returns = new double[rows.size() - 1];
        Arrays.setAll(
                returns,
                i -> 0.7 * (rows.get(i + 1)[0] / rows.get(i)[0] - 1) + 0.3 * (rows.get(i + 1)[1] / rows.get(i)[1] - 1));
        double[] sorted = Arrays.stream(returns).sorted().toArray();
        double at = (sorted.length - 1) * 0.05;
        int below = (int) Math.floor(at);
        double quantile = sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);

        CliRun run = risk("{\"A\": 0.7, \"B\": 0.3}");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.get("var").asDouble()).isCloseTo(-quantile, within(1e-12));
        assertThat(json.get("cvar").asDouble())
                .isCloseTo(
                        -Arrays.stream(returns)
                                .filter(r -> r <= quantile)
                                .average()
                                .orElseThrow(),
                        within(1e-12));
        assertThat(json.get("observations").asInt()).isEqualTo(348);
        assertThat(json.get("missingRows").asInt()).isEqualTo(51);
        assertThat(json.get("from").asString()).isEqualTo("2020-02-21");
        double parts = json.get("component").get("A").asDouble()
                + json.get("component").get("B").asDouble();
        assertThat(parts).isCloseTo(-quantile, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"historical", "parametric", "student", "cornish-fisher", "ewma", "filtered", "monte-carlo", "evt"
            })
    void everyMethodAnswersWithAllKeys(String method) throws IOException {
        CliRun run = risk("{\"A\": 0.7, \"B\": 0.3}", "--method", method, "--paths", "5000", "--confidence", "0.975");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        double var = json.get("var").asDouble();
        // 0.7 * 1% and 0.3 * 2% make a deviation of 0.92%; 1.96 of them, and chance.
        assertThat(var).isBetween(0.013, 0.024);
        assertThat(json.get("cvar").asDouble()).isGreaterThan(var);
        for (String key : List.of("component", "marginal", "incremental", "drawdown", "ratios", "exposure")) {
            assertThat(json.get(key).isObject()).as(key).isTrue();
        }
    }

    @Test
    void positionsAreWeightsAtTheNewestPrices() throws IOException {
        double[] newest = rows.getLast();
        double value = 10 * newest[0] - 3 * newest[1] + 500;
        String weights = "{\"A\": " + 10 * newest[0] / value + ", \"B\": " + -3 * newest[1] / value + "}";
        double wanted = risk(weights).json().get("var").asDouble();
        for (String held : List.of(
                "{\"cash\": 500, \"positions\": {\"A\": 10, \"B\": -3}}",
                "{\"cash\": 500, \"positions\": [{\"ticker\": \"A\", \"quantity\": 10},"
                        + " {\"symbol\": \"B\", \"quantity\": \"-3\"}]}")) {
            CliRun run = CliRun.of("risk", "--prices", prices, "--positions", file(held), "--json");
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.json().get("var").asDouble()).isCloseTo(wanted, within(1e-12));
            assertThat(run.json().get("varMoney").asDouble()).isCloseTo(wanted * value, within(1e-8));
        }
    }

    @Test
    void aFileThatBeginsWithItsNewestRowIsReadFromItsEnd() throws IOException {
        String held = "{\"A\": 0.7, \"B\": 0.3}";
        double wanted = risk(held, "--method", "ewma").json().get("var").asDouble();
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(prices)));
        String heading = lines.removeFirst();
        Collections.reverse(lines);
        lines.addFirst(heading);
        Files.write(Path.of(prices), lines);
        assertThat(risk(held, "--method", "ewma").json().get("var").asDouble()).isEqualTo(wanted);

        Collections.swap(lines, 5, 9);
        Files.write(Path.of(prices), lines);
        assertThat(risk(held).code()).isEqualTo(ExitCode.FILE);
    }

    @Test
    void backtestBetaAndLiquidityComeWhenAskedFor() throws IOException {
        CliRun run = risk(
                "{\"A\": 0.5}",
                "--backtest",
                "100",
                "--benchmark",
                "A",
                "--liquidity",
                file("{\"A\": {\"spread\": 0.01, \"periods\": 1}}"));

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.get("beta").get("beta").asDouble()).isCloseTo(0.5, within(1e-12));
        assertThat(json.get("backtest").get("observations").asInt()).isEqualTo(298);
        assertThat(json.get("liquidityAdjusted").get("var").asDouble())
                .isCloseTo(json.get("var").asDouble() + 0.5 * 0.005, within(1e-12));
        assertThat(json.get("notes").get(0).asString()).contains("the rest is cash");
    }

    @Test
    void stressOutlookFactorsGroupsAndVolatilityComeWhenAskedFor() throws IOException {
        CliRun run = risk(
                "{\"A\": 0.5, \"B\": 0.5}",
                "--stress",
                "--benchmark",
                "A",
                "--reverse",
                "0.1",
                "--factors",
                "A,B",
                "--groups",
                file("{\"A\": \"one\", \"B\": \"other\"}"),
                "--watch",
                "100",
                "--outlook",
                "jumps",
                "--ahead",
                "20",
                "--paths",
                "2000");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        double beta = json.get("beta").get("beta").asDouble();
        JsonNode crisis = json.get("stress").get(0);
        assertThat(crisis.get("result").asDouble())
                .isCloseTo(beta * crisis.get("indexMove").asDouble(), within(1e-9));
        assertThat(json.get("factors").get("betas").get("B").asDouble()).isCloseTo(0.5, within(1e-9));
        double both = json.get("groups").get("one").get("component").asDouble()
                + json.get("groups").get("other").get("component").asDouble();
        assertThat(both).isCloseTo(json.get("var").asDouble(), within(1e-12));
        JsonNode moves = json.get("reverseStress").get("moves");
        assertThat(0.5 * moves.get("A").asDouble() + 0.5 * moves.get("B").asDouble())
                .isCloseTo(-0.1, within(1e-12));
        assertThat(json.get("correlationWatch").get("breaks").size()).isZero();
        assertThat(json.get("outlook").get("fan").size()).isEqualTo(20);
        assertThat(risk("{\"A\": 1}", "--outlook", "regimes", "--ahead", "99999")
                        .code())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(risk("{\"A\": 1}", "--last", "200", "--volatility").code()).isEqualTo(ExitCode.REFUSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'A': 1}|--confidence 0|4|between 0 and 1",
                "{'A': 1}|--confidence 1|4|between 0 and 1",
                "{'A': 1}|--horizon 0|4|1 to 2520",
                "{'A': 1}|--horizon 10000|4|1 to 2520",
                "{'A': 1}|--horizon 100|4|at least 1000 returns",
                "{'A': 1}|--horizon 1 --mean lower|4|sample or zero",
                "{'X': 1}|--horizon 1|4|no prices of X",
                "{'D': 1}|--horizon 1|4|not above zero",
                "{'C': 1}|--method student|4|do not move",
                "{'C': 1}|--method filtered|4|do not move",
                "{'A': 1}|--last 30 --method filtered|4|needs at least 60",
                "{'A': 'much'}|--horizon 1|6|is no number",
                "{'A': 1, 'A': 2}|--horizon 1|6|no JSON",
                "{}|--horizon 1|6|names no ticker",
                "7|--horizon 1|6|no JSON object",
                "{'A': 1}|--paths 10000001|4|at most 10,000,000 paths",
                "{'A': 1}|--method wishful|2|not one of historical"
            })
    void refusesInOneSentence(String held, String words, int code, String sentence) throws IOException {
        CliRun run = risk(held.replace('\'', '"'), words.split(" "));

        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.err()).contains(sentence);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void whatStandsStillLosesNothingAndSaysSo() throws IOException {
        CliRun run = risk("{\"C\": 1}", "--confidence", "0.9999");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("var").asDouble()).isZero();
        assertThat(run.json().get("ratios").get("sharpe").isNull()).isTrue();
        assertThat(run.json().get("notes").toString()).contains("did not move").contains("Fewer than one");
    }
}
