package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What limits and holdings say is done as it is said, or refused: nothing of them is passed over. */
class OptimiseFilesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writePrices() throws IOException {
        Files.write(
                folder.resolve("prices.csv"),
                List.of("date,A,B", "2024-01-01,10,20", "2024-01-02,11,21", "2024-01-03,10,25", "2024-01-04,10,25"));
    }

    private CliRun optimise(String option, String json, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("said.json"), json.replace('\'', '"'));
        List<String> words = new ArrayList<>(
                List.of("optimise", "--prices", folder.resolve("prices.csv").toString()));
        words.addAll(List.of("--method", "equal-weight", "--json", option, file.toString()));
        words.addAll(List.of(more));
        return CliRun.of(words.toArray(String[]::new));
    }

    private static void assertRefused(CliRun run, int code, String words) {
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.err()).contains(words);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'cash': 1000, 'positions': {'A': 100}}",
                "{'cash': 1000, 'positions': {'A': {'quantity': 100}}}",
                "{'cash': 1000, 'positions': {'A': {'quantity': 100, 'lots': [{'quantity': 100, 'price': 9}]}}}"
            })
    void aNumberAloneIsAQuantityAsItIsToTheRiskCommand(String held) throws IOException {
        JsonNode answer = optimise("--holdings", held).json();

        // 100 of A at 10 are half of the 2000: nothing of A is traded, 40 of B at 25 are bought.
        assertThat(answer.get("orders").size()).isEqualTo(1);
        assertThat(answer.get("orders").get(0).get("asset").asString()).isEqualTo("B");
        assertThat(answer.get("orders").get(0).get("quantity").asDouble()).isCloseTo(40, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'positions': {'A': 'ten'}}|4|The position of A",
                "{'positions': {'A': {'unit': 1}}}|4|neither a quantity nor an object",
                "{'positions': {'A': {'quantity': '10'}}}|4|neither a quantity nor an object",
                "{'positions': {'A': [10]}}|4|The position of A",
                "{'positions': {'A': null}}|4|The position of A",
                "{'positions': [10]}|4|for positions, which is not an object like",
                "{'positions': {'A': {'quantity': 1, 'lots': {}}}}|4|for lots, which is not a list like",
                "{'positions': {'A': {'quantity': 1, 'lots': [{'quantity': 1, 'cost': 2}]}}}|4|cost, which is not known",
                "{'positions': {'A': {'quantity': 1, 'quantity': 2}}}|6|is no JSON",
                "{'cash': 9, 'sells': 'no', 'positions': {'A': 1}}|4|for sells, which is neither true nor false",
                "{'cash': 9, 'sells': null, 'positions': {'A': 1}}|4|for sells, which is neither true nor false",
                "{'cash': 9, 'taxLots': true, 'positions': {'A': 1}}|4|for taxLots, which is no text",
                "{'cash': 1e999, 'positions': {'A': 1}}|4|for cash, which is no number"
            })
    void holdingsThatCannotBeReadAreRefused(String held, int code, String words) throws IOException {
        assertRefused(optimise("--holdings", held), code, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'exclude': 'A'}|4|for exclude, which is not a list like",
                "{'exclude': {'A': true}}|4|for exclude, which is not a list like",
                "{'exclude': [1]}|4|for exclude, which is no text",
                "{'tags': {'A': 'coal'}}|4|for A, which is not a list like",
                "{'tags': ['coal']}|4|for tags, which is not an object like",
                "{'tags': {'Z': ['coal']}}|4|speaks of Z (tags)",
                "{'bounds': [0, 0.3]}|4|for bounds, which is not an object like",
                "{'bounds': {'A': 0.3}}|4|The bounds of A",
                "{'bounds': {'A': [0, 0.3], 'A': [0, 0.4]}}|6|is no JSON",
                "{'groups': {'name': 'x'}}|4|for groups, which is not a list like",
                "{'groups': ['A']}|4|where an object belongs",
                "{'groups': [{'assets': 'A', 'max': 0.1}]}|4|for assets, which is not a list like",
                "{'groups': [{'assets': ['A'], 'bounds': [0, 0.3]}]}|4|bounds, which is not known there",
                "{'groups': [{'name': 7, 'assets': ['A']}]}|4|for name, which is no text",
                "{'current': [0.5, 0.5]}|4|for current, which is not an object",
                "{'costs': [0.1]}|4|for costs, which is no number",
                "{'turnover': '0.2'}|4|for turnover, which is no number",
                "{'gross': null}|4|for gross, which is no number",
                "{'held': 2.9}|4|for held, which is no whole number",
                "{'held': 0}|4|for held, which is no whole number",
                "{'exclude': ['A'], 'exclude': []}|6|is no JSON",
                "[]|6|holds no JSON object"
            })
    void limitsOfAnotherShapeAreRefusedByName(String limits, int code, String words) throws IOException {
        assertRefused(optimise("--limits", limits), code, words);
    }

    @Test
    void anOrderIsNotMadeOfAnOldPrice() throws IOException {
        Path prices = folder.resolve("prices.csv");
        Files.writeString(prices, Files.readString(prices) + "2024-01-05,11,\n");
        String words =
                "The newest row (2024-01-05) has no price of B, which is held or wanted; its last one is of 2024-01-04";

        assertRefused(optimise("--holdings", "{'cash': 1000, 'positions': {'A': 10}}"), 4, words);
        // All shall be A, and B is only held.
        Path limits = Files.writeString(folder.resolve("limits.json"), "{\"exclude\": [\"B\"]}");
        String[] onlyA = {"--method", "min-volatility", "--limits", limits.toString()};
        assertRefused(optimiseWith("{'cash': 1000, 'positions': {'A': 10, 'B': 3}}", onlyA), 4, words);
        // Nobody holds B and nobody wants it.
        JsonNode answer =
                optimiseWith("{'cash': 1100, 'positions': {'A': 10}}", onlyA).json();
        assertThat(answer.get("orders").size()).isEqualTo(1);
        assertThat(answer.get("orders").get(0).get("quantity").asDouble()).isCloseTo(100, within(1e-9));
    }

    private CliRun optimiseWith(String held, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("held.json"), held.replace('\'', '"'));
        List<String> words = new ArrayList<>(
                List.of("optimise", "--prices", folder.resolve("prices.csv").toString()));
        words.addAll(List.of("--json", "--holdings", file.toString()));
        words.addAll(List.of(more));
        return CliRun.of(words.toArray(String[]::new));
    }

    @Test
    void theFiguresThatArePrintedAreAfterTheCostsOfTheWayThere() throws IOException {
        JsonNode free = optimise("--limits", "{'current': {'A': 1}}").json();
        JsonNode dear = optimise("--limits", "{'current': {'A': 1}, 'costs': 0.02}", "--risk-free", "0.01")
                .json();

        // Half of A is sold and as much of B bought: 0.02 of 1.
        double net = free.get("expectedReturn").asDouble() - 0.02;
        assertThat(dear.get("expectedReturn").asDouble()).isCloseTo(net, within(1e-12));
        assertThat(dear.get("sharpe").asDouble())
                .isCloseTo((net - 0.01) / free.get("volatility").asDouble(), within(1e-10));
        assertThat(dear.get("notes").toString()).contains("after costs of 2.0000%");
        assertThat(free.get("notes").toString()).doesNotContain("after costs");
    }
}
