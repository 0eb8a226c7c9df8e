package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class WhatIfCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writePrices() throws IOException {
        SeededRandom random = new SeededRandom(6);
        StringBuilder text = new StringBuilder("date,A,B,C\n");
        double[] prices = {100, 50, 20};
        for (int i = 0; i < 120; i++) {
            text.append(1000 + i);
            for (int c = 0; c < 3; c++) {
                prices[c] *= Math.exp(0.01 * random.nextGaussian());
                text.append(',').append(i == 119 ? 10 * (c + 1) : prices[c]);
            }
            text.append('\n');
        }
        Files.writeString(folder.resolve("prices.csv"), text);
    }

    private CliRun whatIf(String rest, String... more) throws IOException {
        String text = "{'prices': 'prices.csv', " + rest + "}";
        Path file = Files.writeString(folder.resolve("case.json"), text.replace('\'', '"'));
        return CliRun.of(Stream.concat(
                        Stream.of("--data", folder.resolve("desk").toString(), "what-if", file.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void aClusterIsAskedForOutlooksOnlyAndOnlyByANameOfOne() throws IOException {
        CliRun nothing = whatIf("'weights': {'A': 1}, 'scenarios': []", "--cluster", "local[2]");
        assertThat(nothing.code()).isEqualTo(4);
        assertThat(nothing.err())
                .contains("What a cluster takes of this is the drawing of futures, and")
                .contains("case.json asks for no outlook.");
        CliRun nowhere =
                whatIf("'weights': {'A': 1}, 'outlook': {'periods': 10, 'paths': 500}", "--cluster", "nowhere");
        assertThat(nowhere.code()).isEqualTo(4);
        assertThat(nowhere.err())
                .contains(
                        "A cluster is named as spark://host:7077, or local[2] for Spark on this machine, not nowhere.");
    }

    @Test
    void everyFigureStandsBesideItsPresentValue() throws IOException {
        CliRun run = whatIf(
                "'positions': {'A': 10, 'B': 5}, 'cash': 100, 'watch': ['C'], 'outlook': {'periods': 10, 'paths': 500},"
                        + " 'scenarios': [{'name': 'Fall', 'changes': [{'allPrices': -0.1}, {'volatility': 2}]},"
                        + " {'name': 'Swap', 'changes': [{'drop': 'A'}, {'weight': {'C': 0.25}}]},"
                        + " {'name': 'Both', 'changes': [{'scenario': 'Fall'}, {'scenario': 'Swap'}]},"
                        + " {'name': '2008', 'changes': [{'history': 'Financial crisis 2007-09'}]}]",
                "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        JsonNode now = json.get("now");
        assertThat(now.get("value").asDouble()).isCloseTo(10 * 10 + 5 * 20 + 100, within(1e-9));
        JsonNode fall = json.get("scenarios").get(0);
        assertThat(fall.get("result").asDouble()).isCloseTo(-20 / 300.0, within(1e-12));
        double moved = now.get("volatility").asDouble() * 2 * 180 / 280 / (200 / 300.0);
        assertThat(fall.get("then").get("volatility").asDouble()).isCloseTo(moved, within(1e-12));
        assertThat(fall.get("change").get("volatility").asDouble())
                .isCloseTo(moved - now.get("volatility").asDouble(), within(1e-12));
        JsonNode swap = json.get("scenarios").get(1);
        assertThat(swap.get("result").asDouble()).isCloseTo(0, within(1e-12));
        assertThat(swap.get("then").get("weights").get("A").asDouble()).isZero();
        assertThat(swap.get("then").get("weights").get("C").asDouble()).isCloseTo(0.25, within(1e-12));
        assertThat(json.get("scenarios").get(2).get("then").get("value").asDouble())
                .isCloseTo(280, within(1e-9));
        assertThat(json.get("scenarios").get(3).get("result").asDouble()).isCloseTo(-0.568 * 200 / 300, within(1e-9));
        assertThat(now.get("outlook").get("fan").size()).isEqualTo(10);
    }

    /** Re-optimised after the shock, so of what the shock left. */
    @Test
    void weightsAreFoundAnewInTheChangedMarket() throws IOException {
        SeededRandom random = new SeededRandom(7);
        StringBuilder text = new StringBuilder("date,A,B,C\n");
        double[] prices = {100, 50, 20};
        for (int i = 0; i < 300; i++) {
            text.append(1000 + i);
            for (int c = 0; c < 3; c++) {
                prices[c] *= Math.exp((i / 50 % 3 == 2 ? 0.03 : 0.01) * random.nextGaussian());
                text.append(',').append(prices[c]);
            }
            text.append('\n');
        }
        Files.writeString(folder.resolve("prices.csv"), text);
        CliRun run = whatIf(
                "'weights': {'A': 1}, 'watch': ['B', 'C'], 'scenarios': [{'name': 'Best', 'changes':"
                        + " [{'volatilities': {'C': 100}}, {'optimise': 'min-volatility'}]}, {'name': 'Wild', 'changes':"
                        + " [{'regime': 'turbulent'}]}, {'name': 'Still', 'changes': [{'regime': 'calm'}]}]",
                "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode scenarios = run.json().get("scenarios");
        JsonNode best = scenarios.get(0).get("then");
        assertThat(best.get("weights").get("C").asDouble()).isLessThan(0.001);
        assertThat(best.get("cash").asDouble()).isCloseTo(0, within(1e-12));
        double now = run.json().get("now").get("volatility").asDouble();
        assertThat(best.get("volatility").asDouble()).isLessThan(now);
        assertThat(scenarios.get(1).get("then").get("volatility").asDouble())
                .isGreaterThan(scenarios.get(2).get("then").get("volatility").asDouble());
    }

    /** It makes no desk, so there is no engine, no gate and no venue to which anything could go. */
    @Test
    void noDeskIsOpened() throws IOException {
        CliRun run = whatIf("'weights': {'A': 1}, 'scenarios': [{'name': 'Buy', 'changes': [{'trade': {'A': 1}}]}]");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Buy").contains("volatility");
        assertThat(folder.resolve("desk")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'weights': {'A': 1}, 'scenarios': [{'name': 'x', 'changes': [{'allPrices': -2}]}]|4|In the scenario x",
                "'weights': {'A': 1}, 'scenarios': [{'name': 'x', 'changes': [{'drop': 'B'}]}]|4|no prices of B",
                "'weights': {'Z': 1}|4|no prices of Z",
                "'weights': {'A': 1}, 'confidence': 1|4|between 0 and 1",
                "'weights': {'A': 1}, 'outlook': {'periods': 0, 'paths': 5}, 'horizon': 0|4|1 to 2520",
                "'weights': {'A': 1}, 'scenarios': [{'name': 'x', 'changes': [{'wish': 1}]}]|6|the change wish",
                "'weights': {'A': 1}, 'scenarios': [{'changes': []}]|6|no name",
                "'weights': {'A': 1}, 'scenarios': [{'name': 'x'}, {'name': 'x'}]|6|Two scenarios",
                "'weights': {'A': 1}, 'scenarios': [{'name': 'x', 'changes': [{'history': '1066'}]}]|6|is none of",
                "'weights': {'A': 1}, 'scenarios': [{'name': 'x', 'changes': [{'scenario': 'y'}]}]|6|no earlier",
                "'weights': {'A': 1}, 'positions': {'A': 1}|6|either",
                "'weights': {'A': 1}, 'scenarios': [{'name': 'x', 'changes': [{'volatility': 1e308}]}]|4|too large",
                "'weights': {'A': 1}, 'scenarios': [{'name': 'x', 'changes': [{'regime': 'odd'}]}]|6|a regime is",
                "'weights': {'A': 1}, 'scenarios': [{'name': 'x', 'changes': [{'optimise': 7}]}]|6|names one of",
                "'weights': {'A': 1}, 'scenarios': [{'name': 'x', 'changes': 5}]|6|is a list",
                "'weights': {'A': 1}, 'scenarios': [{'name': 'x', 'chnages': []}]|6|nobody knows what chnages means",
                "'weights': {'A': 1}, 'scenarios': {}|6|is a list",
                "'weights': {'A': 1}, 'watch': [{'B': 1}]|6|names tickers",
                "'weights': {'A': 1}, 'durations': 'long'|6|is an object",
                "'weights': {'A': 1}, 'spreads': {'B': 0.1}|6|neither held nor watched",
                "'weights': {'A': 1}, 'spreads': {'A': -0.1}|6|below zero",
                "'weights': {'A': 1}, 'outlook': {'years': 1}|6|nobody knows what years means",
                "'wights': {'A': 1}|6|nobody knows what wights means"
            })
    void refusesInOneSentence(String rest, int code, String sentence) throws IOException {
        CliRun run = whatIf(rest, "--json");

        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.err()).contains(sentence);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aPriceThatIsNotAboveZeroIsRefusedAndNoFailure() throws IOException {
        Path prices = folder.resolve("prices.csv");
        Files.writeString(prices, Files.readString(prices) + "1120,-3,50,20\n");

        CliRun run = whatIf("'weights': {'A': 1}", "--json");

        assertThat(run.err()).contains("not above zero");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).isEmpty();
    }
}
