package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.domain.time.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EvaluateCommandTest {

    private static final List<String> PROMISED = List.of(
            "name",
            "verdict",
            "rmse",
            "mae",
            "r2",
            "rmseOverNaive",
            "mase",
            "dmPValue",
            "directionHitRate",
            "coverage",
            "netProfit");

    @TempDir
    Path folder;

    private final List<String> rows = new ArrayList<>();
    private final double[] closes = new double[400];

    @BeforeEach
    void drawPrices() {
        SeededRandom random = new SeededRandom(5);
        double log = Math.log(50);
        LocalDate day = LocalDate.of(2021, 1, 1);
        for (int i = 0; i < closes.length; i++) {
            closes[i] = Math.exp(log);
            rows.add(day.plusDays(i) + "," + closes[i] + "," + (i % 100 < 50 ? "calm" : "storm"));
            log += 0.01 * random.nextGaussian();
        }
    }

    private Path dated() throws IOException {
        return write("dated.csv", "date,close,mood", rows);
    }

    private Path write(String name, String heading, List<String> lines) throws IOException {
        return Files.writeString(folder.resolve(name), heading + "\n" + String.join("\n", lines) + "\n");
    }

    @Test
    void jsonHoldsWhatIsPromisedAndNoKeyNamedSkill() throws IOException {
        CliRun run = CliRun.of(
                "evaluate",
                "--csv",
                dated().toString(),
                "--models",
                "naive",
                "--folds",
                "4",
                "--segments",
                "mood",
                "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.get("horizon").asInt()).isEqualTo(1);
        assertThat(json.get("folds").asInt()).isEqualTo(4);
        assertThat(json.get("trials").asInt()).isZero();
        JsonNode naive = json.get("models").get(0);
        for (String key : PROMISED) {
            assertThat(naive.get(key)).as(key).isNotNull();
        }
        assertThat(run.out()).doesNotContain("\"skill\" :");
        assertThat(naive.get("name").asString()).isEqualTo("naive");
        assertThat(naive.get("verdict").asString()).isEqualTo("no-evidence");
        assertThat(naive.get("segments").get("calm").get("forecasts").asInt()).isEqualTo(100);
        double squares = 0;
        for (int i = 200; i < 400; i++) {
            squares += Math.pow(closes[i] - closes[i - 1], 2) / 200;
        }
        assertThat(naive.get("rmse").asDouble()).isCloseTo(Math.sqrt(squares), within(1e-9));
        assertThat(run.err()).contains("naive: fold 4 of 4");
    }

    /** On the tenth of the hours that comes last, after a first window of 120: what the first project of this kind had to beat. */
    @Test
    void theLastHourOfBitcoinIsAsHardToBeatAsItWas() {
        Path hours = Path.of("..", "..", "shared", "data", "crypto", "binance_btcusdt_1h_2021_2022.csv.gz");
        assumeTrue(Files.exists(hours), () -> "no reference data at " + hours.toAbsolutePath());
        int first = (int) (0.9 * 8_749) + 120;

        CliRun run = CliRun.of(
                "evaluate",
                "--csv",
                hours.toString(),
                "--models",
                "naive",
                "--folds",
                "1",
                "--train",
                Integer.toString(first),
                "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode naive = run.json().get("models").get(0);
        assertThat(naive.get("forecasts").asInt()).isEqualTo(755);
        assertThat(Math.round(naive.get("rmse").asDouble())).isEqualTo(306);
        assertThat(Math.round(naive.get("mae").asDouble())).isEqualTo(207);
        assertThat(run.json().get("features").size())
                .as("whole bars have features")
                .isPositive();
    }

    @Test
    void theSamePricesAreTheSameHoweverTheirTimesAreWritten() throws IOException {
        List<String> bare = new ArrayList<>();
        List<String> stamped = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            bare.add(Double.toString(closes[i]));
            stamped.add(1_600_000_000_000L + i * 60_000L + "," + closes[i]);
        }
        List<String> hoursOfDays = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            hoursOfDays.add(rows.get(i / 7).substring(0, 10) + "," + closes[i]);
        }
        List<String> backwards = new ArrayList<>(rows);
        Collections.reverse(backwards);

        JsonNode one = models(dated());
        assertThat(models(write("bare.csv", "close", bare))).isEqualTo(one);
        assertThat(models(write("stamped.csv", "timestamp_ms,close", stamped))).isEqualTo(one);
        assertThat(models(write("hours.csv", "date,close", hoursOfDays))).isEqualTo(one);
        assertThat(models(write("backwards.csv", "date,close,mood", backwards))).isEqualTo(one);
    }

    @Test
    void anyModelHasConformalIntervalsAndAnyEnsembleIsAModel() throws IOException {
        CliRun run = CliRun.of(
                "evaluate",
                "--csv",
                dated().toString(),
                "--models",
                "naive-conformal,ensemble-bayes",
                "--threads",
                "2",
                "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.get("trials").asInt()).isEqualTo(2);
        JsonNode conformal = json.get("models").get(1);
        assertThat(conformal.get("name").asString()).isEqualTo("naive-conformal");
        assertThat(conformal.get("rmse")).isEqualTo(json.get("models").get(0).get("rmse"));
        // 200 values, 95 % of them inside: three deviations are 4.6 %, and the luck of the scores.
        assertThat(conformal.get("coverage").asDouble()).isBetween(0.88, 1.0);
        assertThat(json.get("models").get(2).get("name").asString()).isEqualTo("ensemble-bayes");
    }

    private static JsonNode models(Path file) {
        CliRun run = CliRun.of("evaluate", "--csv", file.toString(), "--models", "naive", "--horizon", "3", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        return run.json().get("models");
    }

    @Test
    void aStretchThatIsLeftOutIsNotJudged() throws IOException {
        String from = rows.get(250).substring(0, 10);
        String end = rows.get(300).substring(0, 10);

        CliRun run = CliRun.of(
                "evaluate",
                "--csv",
                dated().toString(),
                "--models",
                "naive",
                "--leave-out",
                from + "/" + end,
                "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("models").get(0).get("forecasts").asInt()).isEqualTo(150);
    }

    @Test
    void thePageNeedsNothingElse() throws IOException {
        Path page = folder.resolve("page.html");

        CliRun run = CliRun.of(
                "evaluate",
                "--csv",
                write("a<b.csv", "date,close,mood", rows).toString(),
                "--models",
                "naive",
                "--html",
                page.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("naive  no evidence");
        String html = Files.readString(page);
        assertThat(html)
                .contains("a&lt;b.csv", "<svg", "class=\"b95\"", "no evidence")
                .doesNotContain("<script", "http", "NaN");
        assertThat(html.split("<svg", -1))
                .as("fan, calibration, errors and two keys")
                .hasSize(1 + 3 + 2);
    }

    @Test
    void refusesInOneSentence() throws IOException {
        assertRefused("there are naive", "--csv", dated().toString(), "--models", "oracle");
        assertRefused("1 to 500 steps", "--csv", dated().toString(), "--horizon", "0");
        assertRefused("cannot be cut into 5 folds", "--csv", dated().toString(), "--train", "398");
        assertRefused(
                "too few to forecast 40 steps ahead", "--csv", dated().toString(), "--train", "380", "--horizon", "40");
        Path changes = write("changes.csv", "close", List.of("1", "-1", "2", "3"));
        assertRefused("has no logarithm", "--csv", changes.toString(), "--log");
        assertRefused("20 observations or more", "--csv", changes.toString(), "--folds", "1");
        assertRefused("is no date such as", "--csv", dated().toString(), "--leave-out", "soon/later");
        assertThat(CliRun.of("evaluate", "--csv", dated().toString(), "--column", "open")
                        .code())
                .isEqualTo(ExitCode.FILE);
    }

    private static void assertRefused(String because, String... options) {
        List<String> all = new ArrayList<>(List.of("evaluate"));
        all.addAll(List.of(options));
        CliRun run = CliRun.of(all.toArray(String[]::new));
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err().strip().lines().filter(line -> line.startsWith("sextant: ")))
                .singleElement()
                .asString()
                .contains(because);
    }
}
