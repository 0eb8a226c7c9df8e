package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FitArimaCommandTest {

    private static final int ROWS = 400;

    @TempDir
    Path folder;

    private Path closes = Path.of("");
    private Path stamped = Path.of("");

    /** Prices whose logarithmic returns follow 0.6 of the last one; alone, and packed with a time in milliseconds. */
    @BeforeEach
    void writePrices() throws IOException {
        SeededRandom random = new SeededRandom(4);
        StringBuilder alone = new StringBuilder("close\n");
        StringBuilder timed = new StringBuilder("timestamp_ms,close\n");
        double log = Math.log(50);
        double change = 0;
        for (int i = 0; i < ROWS; i++) {
            change = 0.6 * change + 0.01 * random.nextGaussian();
            log += change;
            alone.append(Math.exp(log)).append('\n');
            timed.append(1_600_000_000_000L + i * 60_000L)
                    .append(',')
                    .append(Math.exp(log))
                    .append('\n');
        }
        closes = Files.writeString(folder.resolve("closes.csv"), alone);
        stamped = folder.resolve("stamped.csv.gz");
        try (OutputStream file = Files.newOutputStream(stamped);
                Writer text = new OutputStreamWriter(new GZIPOutputStream(file), StandardCharsets.UTF_8)) {
            text.append(timed);
        }
    }

    private static CliRun fit(Path file, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("fit", "arima", "--csv", file.toString(), "--column", "close"));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void tellsTheModelOfLogarithmsOnTheirScale() {
        CliRun run = fit(closes, "--log", "--order", "1,1,0", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.propertyNames())
                .contains(
                        "coefficients",
                        "standardErrors",
                        "sigma2",
                        "logLikelihood",
                        "aic",
                        "bic",
                        "n",
                        "forecast",
                        "lower80",
                        "upper80",
                        "lower95",
                        "upper95");
        assertThat(json.get("coefficients").propertyNames()).containsExactly("ar1");
        assertThat(json.get("coefficients").get("ar1").asDouble()).isCloseTo(0.6, within(0.15));
        assertThat(json.get("standardErrors").get("ar1").asDouble()).isBetween(0.02, 0.08);
        assertThat(json.get("sigma2").asDouble()).isCloseTo(1e-4, within(3e-5));
        assertThat(json.get("n").asInt()).isEqualTo(ROWS - 1);
        double likelihood = json.get("logLikelihood").asDouble();
        assertThat(json.get("aic").asDouble()).isCloseTo(4 - 2 * likelihood, within(1e-9));
        assertThat(json.get("bic").asDouble()).isCloseTo(2 * Math.log(ROWS - 1) - 2 * likelihood, within(1e-9));
        assertThat(json.get("forecast").size()).isEqualTo(10);
        double next = json.get("forecast").get(0).asDouble();
        assertThat(next).isBetween(0.0, 10.0);
        double half80 = json.get("upper80").get(0).asDouble() - next;
        double half95 = json.get("upper95").get(0).asDouble() - next;
        assertThat(half80)
                .isCloseTo(1.2815515655446004 * Math.sqrt(json.get("sigma2").asDouble()), within(1e-9));
        assertThat(half95 / half80).isCloseTo(1.959963984540054 / 1.2815515655446004, within(1e-9));
        assertThat(json.get("lower95").get(9).asDouble())
                .isLessThan(json.get("lower80").get(9).asDouble());
    }

    @Test
    void aTimeBesideThePriceChangesNothing() {
        assertThat(fit(stamped, "--log", "--order", "1,1,0", "--json").out())
                .isEqualTo(fit(closes, "--log", "--order", "1,1,0", "--json").out());
    }

    @Test
    void aFileThatBeginsWithTheNewestRowIsReadFromItsEnd() throws IOException {
        StringBuilder forward = new StringBuilder("date,close\n");
        List<String> rows = new ArrayList<>();
        List<String> prices = Files.readAllLines(closes);
        for (int i = 1; i < prices.size(); i++) {
            rows.add(LocalDate.of(2020, 1, 1).plusDays(i) + "," + prices.get(i) + "\n");
            forward.append(rows.getLast());
        }
        Path older = Files.writeString(folder.resolve("forward.csv"), forward);
        Path newer = Files.writeString(
                folder.resolve("newest-first.csv"), "date,close\n" + String.join("", rows.reversed()));

        assertThat(fit(newer, "--order", "1,1,0", "--json").json())
                .isEqualTo(fit(older, "--order", "1,1,0", "--json").json());
    }

    @Test
    void aMeanIsADriftOfDifferencesAndAnInterceptOfLevels() {
        JsonNode drift =
                fit(closes, "--log", "--order", "1,1,0", "--mean", "--json").json();
        JsonNode level = fit(closes, "--log", "--order", "1,0,0", "--mean", "--horizon", "3", "--json")
                .json();

        assertThat(drift.get("coefficients").propertyNames()).containsExactly("ar1", "drift");
        assertThat(level.get("coefficients").propertyNames()).containsExactly("ar1", "intercept");
        assertThat(level.get("n").asInt()).isEqualTo(ROWS);
        assertThat(level.get("forecast").size()).isEqualTo(3);
    }

    @Test
    void seasonsHaveTermsOfTheirOwn() {
        CliRun run = fit(closes, "--log", "--order", "0,1,1", "--seasonal", "1,0,1,5", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("coefficients").propertyNames()).containsExactly("ma1", "sar1", "sma1");
        assertThat(run.json().get("model").asString()).isEqualTo("ARIMA(0,1,1)(1,0,1)[5]");
    }

    @Test
    void choosesAnOrderByItself() {
        CliRun run = fit(closes, "--log", "--auto", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("model").asString()).startsWith("ARIMA(");
        double given = fit(closes, "--log", "--order", "1,1,0", "--json")
                .json()
                .get("aicc")
                .asDouble();
        assertThat(run.json().get("aicc").asDouble()).isLessThan(given + 1e-6);
    }

    @Test
    void printsForPeople() {
        CliRun run = fit(closes, "--log", "--order", "1,1,0", "--horizon", "2");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("ARIMA(1,1,0)", "ar1", "log-likelihood", "step 2")
                .doesNotContain("step 3");
    }

    @Test
    void refusesInOneSentence() {
        assertThat(fit(closes, "--order", "1,2,0", "--mean")).satisfies(run -> {
            assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err()).contains("differenced twice");
        });
        assertThat(fit(closes, "--order", "1,1")).satisfies(run -> {
            assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err()).contains("three numbers");
        });
        assertThat(fit(closes, "--log", "--returns", "pct", "--order", "1,0,0").code())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(fit(closes, "--auto", "--order", "1,1,1").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(fit(closes).err()).contains("--auto");
        assertThat(fit(closes, "--order", "1,1,x").code()).isEqualTo(ExitCode.USAGE);
        assertThat(fit(closes, "--order", "1,0,0", "--horizon", "0").code()).isEqualTo(ExitCode.REFUSED);
    }
}
