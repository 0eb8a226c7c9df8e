package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OptimiseCommandTest {

    private static final List<String> NAMES = List.of("AAA", "BBB", "CCC");

    @TempDir
    Path folder;

    /** A heading and a row a day. */
    private static List<String> rows(int days) {
        SeededRandom chance = new SeededRandom(4);
        double[] price = {100, 50, 20};
        List<String> rows = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            StringBuilder row =
                    new StringBuilder(LocalDate.of(2024, 1, 1).plusDays(day).toString());
            for (int i = 0; i < price.length; i++) {
                price[i] *= Math.exp(0.0006 + (0.008 + 0.004 * i) * chance.nextGaussian());
                row.append(',').append(price[i]);
            }
            rows.add(row.toString());
        }
        return rows;
    }

    private Path file(List<String> rows) throws IOException {
        Path file = folder.resolve("prices" + Integer.toHexString(rows.hashCode()) + ".csv");
        List<String> lines = new ArrayList<>(rows);
        lines.addFirst("date," + String.join(",", NAMES));
        Files.write(file, lines);
        return file;
    }

    private static CliRun optimise(Path prices, String method, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("optimise", "--prices", prices.toString(), "--method", method, "--json"));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray(new String[0]));
    }

    private static double sum(JsonNode named) {
        double sum = 0;
        for (String name : NAMES) {
            sum += named.get(name).asDouble();
        }
        return sum;
    }

    @Test
    void everyMethodGivesWeightsThatAddUpAndAllFigures() throws IOException {
        Path prices = file(rows(120));
        for (String method : List.of(
                "min-volatility",
                "max-sharpe",
                "max-utility",
                "min-cvar",
                "min-cdar",
                "risk-parity",
                "max-diversification",
                "hrp",
                "herc",
                "nco",
                "equal-weight",
                "inverse-volatility",
                "kelly",
                "robust",
                "resampled")) {
            CliRun run = optimise(prices, method, "--draws", "5");

            assertThat(run.code()).as(method + run.err()).isZero();
            JsonNode answer = run.json();
            assertThat(sum(answer.get("weights"))).as(method).isCloseTo(1, within(1e-9));
            assertThat(sum(answer.get("riskContributions"))).as(method).isCloseTo(1, within(1e-9));
            for (String key : List.of("expectedReturn", "volatility", "sharpe", "cvar95")) {
                assertThat(answer.get(key).isNumber()).as(method + " " + key).isTrue();
            }
            assertThat(answer.get("iterations").isIntegralNumber()).isTrue();
            assertThat(answer.has("kkt")).isTrue();
        }
    }

    @Test
    void figuresAreThoseOfTheIssuesConventions() throws IOException {
        List<String> rows = List.of("2024-01-01,10,20,40", "2024-01-02,11,21,40", "2024-01-03,11,21,42");

        JsonNode answer = optimise(file(rows), "equal-weight", "--periods", "100", "--risk-free", "0.5")
                .json();

        // Returns 10%, 5%, 0% and then 0%, 0%, 5%: means of a day 5%, 2.5%, 2.5%.
        assertThat(answer.get("expectedReturn").asDouble()).isCloseTo(100 * 0.1 / 3, within(1e-12));
        // The portfolio earned 5% and 5/3%: with n - 1 its variance of a day is half of the difference squared.
        double variance = 100 * Math.pow(0.05 - 0.05 / 3, 2) / 2;
        assertThat(answer.get("volatility").asDouble()).isCloseTo(Math.sqrt(variance), within(1e-12));
        assertThat(answer.get("sharpe").asDouble())
                .isCloseTo((100 * 0.1 / 3 - 0.5) / Math.sqrt(variance), within(1e-10));
        // A tenth of a period is the tail: the worst period, a gain.
        assertThat(answer.get("cvar95").asDouble()).isCloseTo(-0.05 / 3, within(1e-12));
    }

    @Test
    void theNewestReturnsAreThoseOfAFileThatHoldsNoOthers() throws IOException {
        List<String> rows = rows(100);

        JsonNode last =
                optimise(file(rows), "min-volatility", "--sample", "last:40").json();
        JsonNode only = optimise(file(rows.subList(59, 100)), "min-volatility").json();

        assertThat(last.get("weights")).isEqualTo(only.get("weights"));
        assertThat(optimise(file(rows), "min-volatility", "--sample", "last:100")
                        .err())
                .contains("The last 100 returns are wished for, and there are 99.");
        assertThat(optimise(file(rows), "min-volatility", "--sample", "first:10")
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void rowsInAnyOrderAreTheSamePrices() throws IOException {
        List<String> rows = rows(60);
        List<String> mixed = new ArrayList<>(rows);
        Collections.reverse(mixed);

        JsonNode sorted = optimise(file(rows), "max-sharpe").json();
        JsonNode moved = optimise(file(mixed), "max-sharpe").json();

        assertThat(moved.get("weights")).isEqualTo(sorted.get("weights"));
        assertThat(moved.get("notes").toString()).contains("put into it");
    }

    @Test
    void whatIsNoPriceIsRefusedWithItsPlace() throws IOException {
        List<String> rows = rows(30);
        List<String> twice = new ArrayList<>(rows);
        twice.add(rows.getFirst());
        List<String> negative = new ArrayList<>(rows);
        negative.set(4, "2024-01-05,100,-3,20");
        List<String> words = new ArrayList<>(rows);
        words.set(4, "2024-01-05,100,cheap,20");
        List<String> empty = rows.stream()
                .map(row -> row.substring(0, row.lastIndexOf(',') + 1))
                .toList();

        assertRefused(optimise(file(twice), "hrp"), "are of the same time");
        assertRefused(optimise(file(negative), "hrp"), "Row 5 of BBB is -3");
        assertRefused(optimise(file(words), "hrp"), "Row 5 of BBB is 'cheap'");
        assertRefused(optimise(file(empty), "hrp"), "holds no price");
        assertRefused(optimise(file(rows.subList(0, 2)), "min-volatility"), "A covariance needs two returns");
    }

    private static void assertRefused(CliRun run, String words) {
        assertThat(run.err()).contains(words);
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void shorterHistoriesCountAsFarAsTheyGoAndItIsSaid() throws IOException {
        List<String> rows = new ArrayList<>(rows(80));
        for (int k = 0; k < 30; k++) {
            rows.set(k, rows.get(k).substring(0, rows.get(k).lastIndexOf(',') + 1));
        }

        CliRun run = optimise(file(rows), "min-volatility");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("notes").toString()).contains("Of 79 returns 49 are known of every asset");
    }

    @Test
    void boundsHoldOrSayWhyNot() throws IOException {
        Path prices = file(rows(80));

        JsonNode capped =
                optimise(prices, "min-volatility", "--bounds", "0.1,0.4").json();
        JsonNode shorted = optimise(prices, "max-sharpe", "--bounds", "-1,2").json();

        for (String name : NAMES) {
            assertThat(capped.get("weights").get(name).asDouble()).isBetween(0.1, 0.4);
            assertThat(shorted.get("weights").get(name).asDouble()).isBetween(-1.0, 2.0);
        }
        assertRefused(
                optimise(prices, "min-volatility", "--bounds", "0,0.3"),
                "These limits cannot hold together: all of the money invested; the upper bounds.");
        assertRefused(optimise(prices, "equal-weight", "--bounds", "0.4,0.9"), "which the bounds do not allow");
        assertRefused(optimise(prices, "hrp", "--bounds", "0.9,0.4"), "the lower bound comes first");
        assertThat(optimise(prices, "hrp", "--bounds", "much").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anUnknownMethodIsNotUnderstoodAndTheKnownOnesAreNamed() throws IOException {
        CliRun run = optimise(file(rows(30)), "magic");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("min-volatility").contains("not magic");
        assertThat(optimise(folder.resolve("nowhere.csv"), "hrp").code()).isEqualTo(ExitCode.FILE);
    }

    @Test
    void aViewMovesWhatIsExpectedOfItsAsset() throws IOException {
        Path prices = file(rows(120));
        Path views = folder.resolve("views.json");
        Files.writeString(views, """
                {"market": {"AAA": 2, "BBB": 1, "CCC": 1},
                 "views": [{"asset": "CCC", "return": 0.9, "confidence": 1},
                           {"weights": {"AAA": 1, "BBB": -1}, "return": 0.02}]}
                """);

        JsonNode answer =
                optimise(prices, "black-litterman", "--views", views.toString()).json();

        assertThat(answer.get("posteriorReturns").get("CCC").asDouble()).isCloseTo(0.9, within(1e-12));
        assertThat(answer.get("priorReturns").get("CCC").asDouble()).isLessThan(0.5);
        assertThat(answer.get("weights").get("CCC").asDouble()).isGreaterThan(0.5);

        assertThat(optimise(prices, "black-litterman").code()).isEqualTo(ExitCode.USAGE);
        Files.writeString(views, "{\"views\": [{\"asset\": \"ZZZ\", \"return\": 0.1}]}");
        assertRefused(
                optimise(prices, "black-litterman", "--views", views.toString()),
                "ZZZ (view 1), which is none of the assets");
        Files.writeString(views, """
                {"views": [{"asset": "AAA", "return": 0.1, "confidence": 1}, {"asset": "AAA", "return": 0.2, "confidence": 1}]}
                """);
        assertRefused(optimise(prices, "black-litterman", "--views", views.toString()), "say the same thing twice");
        Files.writeString(views, "{ views");
        assertThat(optimise(prices, "black-litterman", "--views", views.toString())
                        .code())
                .isEqualTo(ExitCode.FILE);
    }

    @Test
    void moreViewsThanAssetsAreWeighedAgainstEachOther() throws IOException {
        Path views = folder.resolve("many.json");
        Files.writeString(views, """
                {"views": [{"asset": "AAA", "return": 0.1}, {"asset": "AAA", "return": 0.3}, {"asset": "BBB", "return": 0.1},
                           {"asset": "CCC", "return": 0.1}, {"weights": {"AAA": 1, "CCC": -1}, "return": 0.05}]}
                """);

        CliRun run = optimise(file(rows(120)), "black-litterman", "--views", views.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("posteriorReturns").get("AAA").asDouble()).isBetween(0.0, 0.3);
    }

    @Test
    void limitsOfAFileHoldAndThoseThatFightAreNamed() throws IOException {
        Path prices = file(rows(120));
        Path limits = folder.resolve("limits.json");
        Files.writeString(limits, """
                {"groups": [{"name": "calm", "assets": ["AAA", "BBB"], "max": 0.6}], "tags": {"BBB": ["coal"]}, "exclude": ["coal"]}
                """);

        JsonNode weights = optimise(prices, "min-volatility", "--limits", limits.toString())
                .json()
                .get("weights");

        assertThat(weights.get("AAA").asDouble()).isCloseTo(0.6, within(1e-9));
        assertThat(weights.get("BBB").asDouble()).isZero();

        Files.writeString(limits, """
                {"groups": [{"name": "calm", "assets": ["AAA", "BBB"], "max": 0.3}, {"name": "wild", "assets": ["CCC"], "max": 0.4}]}
                """);
        assertRefused(
                optimise(prices, "max-sharpe", "--limits", limits.toString()),
                "all of the money invested; calm at most 0.3; wild at most 0.4");
        Files.writeString(limits, "{\"exclude\": [\"oil\"]}");
        assertRefused(optimise(prices, "hrp", "--limits", limits.toString()), "no asset and no tag of one");
        Files.writeString(limits, "{\"grups\": []}");
        assertRefused(optimise(prices, "hrp", "--limits", limits.toString()), "grups, which is not known there");
    }

    @Test
    void ordersLeadFromWhatIsHeldAndTheCashLeftIsSaid() throws IOException {
        List<String> rows = List.of("2024-01-01,10,20,40", "2024-01-02,11,21,41", "2024-01-03,10,25,50");
        Path holdings = folder.resolve("holdings.json");
        Files.writeString(holdings, """
                {"cash": 520, "unit": 1, "costs": 0.01, "positions": {"AAA": {"quantity": 100}}}
                """);

        JsonNode answer = optimise(file(rows), "equal-weight", "--holdings", holdings.toString())
                .json();

        // 1520 in all: about 500 of each, 50 of 10, 20 of 25 and 10 of 50, and costs of a hundredth of 1500.
        assertThat(answer.get("orders").size()).isEqualTo(3);
        assertThat(answer.get("orders").get(0).get("asset").asString()).isEqualTo("AAA");
        assertThat(answer.get("orders").get(0).get("quantity").asDouble()).isEqualTo(-50);
        assertThat(answer.get("tradeCosts").asDouble()).isCloseTo(15, within(1e-9));
        assertThat(answer.get("cashLeft").asDouble()).isCloseTo(5, within(1e-9));
    }
}
