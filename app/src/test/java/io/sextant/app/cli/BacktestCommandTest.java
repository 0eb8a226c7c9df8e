package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BacktestCommandTest {

    private static final Path SHARED = Path.of("..", "..", "shared", "data");

    @TempDir
    Path folder;

    private Path waves = Path.of("");

    @BeforeEach
    void writeWaves() throws IOException {
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        for (int i = 0; i < 400; i++) {
            double open = 100 + 20 * Math.sin((i - 0.5) / 25);
            double close = 100 + 20 * Math.sin(i / 25.0);
            text.append(LocalDate.of(2020, 1, 1).plusDays(i)).append(',');
            text.append(open)
                    .append(',')
                    .append(Math.max(open, close))
                    .append(',')
                    .append(Math.min(open, close));
            text.append(',').append(close).append(",0\n");
        }
        waves = Files.writeString(folder.resolve("waves.csv"), text);
    }

    /** Runs are noted, and not in a person's own folder. */
    private String data() {
        return folder.resolve("data").toString();
    }

    private CliRun backtest(Path csv, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--data", data(), "backtest", "--csv", csv.toString()));
        if (!List.of(more).contains("--strategy")) {
            arguments.addAll(List.of("--strategy", "sma-cross"));
        }
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void everyRunCountsOnceForItsNumbersAndItsBars() throws IOException {
        assertThat(backtest(waves, "--json").json().get("triesEver").asInt()).isEqualTo(1);
        assertThat(backtest(waves, "--mode", "vector", "--json")
                        .json()
                        .get("triesEver")
                        .asInt())
                .as("the same again")
                .isEqualTo(1);
        assertThat(backtest(waves, "--param", "fast=5").out()).contains("2 runs ever on these bars");
        List<String> lines = Files.readAllLines(waves);
        Path half = Files.write(folder.resolve("half.csv"), lines.subList(0, 300));
        assertThat(backtest(half, "--param", "fast=6", "--json")
                        .json()
                        .get("triesEver")
                        .asInt())
                .as("fewer of the same bars under another name")
                .isEqualTo(3);
        assertThat(backtest(waves, "--json", "--param", "fast=500").code()).isEqualTo(ExitCode.REFUSED);
        CliRun verdict = CliRun.of(
                "--data",
                data(),
                "verdict",
                "--csv",
                waves.toString(),
                "--strategy",
                "sma-cross",
                "--worlds",
                "0",
                "--json");
        assertThat(verdict.json().get("trials").get("onData").asInt())
                .as("its numbers are those of the first run")
                .isEqualTo(3);
    }

    @Test
    void aFolderThatCannotBeWrittenTakesNoFiguresAway() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        CliRun run = CliRun.of(
                "--data",
                file.resolve("data").toString(),
                "backtest",
                "--csv",
                waves.toString(),
                "--strategy",
                "sma-cross",
                "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().has("triesEver")).isFalse();
        assertThat(run.err()).contains("could not be noted");
    }

    @Test
    void tellsWhatARuleWouldHaveEarnedAndWritesTradesAndEquity() throws IOException {
        Path trades = folder.resolve("trades.csv");
        Path equity = folder.resolve("equity.csv");
        CliRun run = backtest(
                waves,
                "--param",
                "fast=5",
                "--param",
                "slow=20",
                "--json",
                "--trades",
                trades.toString(),
                "--equity",
                equity.toString());

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.propertyNames())
                .containsExactly(
                        "trades",
                        "finalEquity",
                        "returnPct",
                        "annualReturn",
                        "annualVolatility",
                        "sharpe",
                        "sortino",
                        "calmar",
                        "maxDrawdownPct",
                        "winRatePct",
                        "profitFactor",
                        "exposurePct",
                        "fees",
                        "buyHoldPct",
                        "orderStreamHash",
                        "dividends",
                        "borrowing",
                        "funding",
                        "refusedOrders",
                        "triesEver");
        assertThat(json.get("returnPct").asDouble())
                .isCloseTo(json.get("finalEquity").asDouble() / 100 - 100, within(1e-9));
        assertThat(Files.readAllLines(trades)).hasSize(1 + json.get("trades").asInt());
        List<String> marks = Files.readAllLines(equity);
        assertThat(marks).hasSize(401);
        assertThat(Double.parseDouble(marks.getLast().split(",", -1)[1]))
                .isEqualTo(json.get("finalEquity").asDouble());
    }

    @Test
    void commissionsCostAndShortsCanBeLeftOut() {
        JsonNode free = backtest(waves, "--json").json();
        JsonNode charged = backtest(waves, "--commission-bps", "10", "--json").json();
        assertThat(free.get("fees").asDouble()).isZero();
        assertThat(charged.get("fees").asDouble()).isPositive();
        assertThat(charged.get("finalEquity").asDouble())
                .isLessThan(free.get("finalEquity").asDouble());
        JsonNode longOnly =
                backtest(waves, "--long-only", "--fractional", "--json").json();
        assertThat(longOnly.get("exposurePct").asDouble())
                .isLessThan(free.get("exposurePct").asDouble() - 20);
    }

    @Test
    void refusesInOneSentence() {
        assertThat(CliRun.of("--data", data(), "backtest", "--csv", waves.toString(), "--strategy", "oracle")
                        .err())
                .contains("there is no strategy called 'oracle'");
        assertThat(backtest(waves, "--param", "fast=30", "--param", "slow=10").err())
                .contains("30 of 10");
        assertThat(backtest(waves, "--param", "speed=3").err()).contains("no 'speed'");
        assertThat(backtest(waves, "--param", "fast=2.5").err()).contains("whole number");
        assertThat(backtest(waves, "--cash", "0").err()).contains("some cash");
        assertThat(backtest(waves, "--commission-bps", "-1").err()).contains("commission");
        assertThat(backtest(waves, "--mode", "vector", "--fill", "bar-path").err())
                .contains("fills at the next open");
        CliRun close = backtest(waves, "--fill", "close");
        assertThat(close.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(close.err()).contains("next-open");
    }

    @Test
    void aDeskOfThenTrainsOnTheWayAndSaysHowFarItIs() throws IOException {
        CliRun run = backtest(
                waves,
                "--strategy",
                "forecast-driven",
                "--forecasts",
                "theta",
                "--refit",
                "60",
                "--cash",
                "9000",
                "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("the desk of then: 100 % of its bars");
        assertThat(run.json().get("trainings").asInt()).isEqualTo(2);
        assertThat(run.json().get("skilledPct").asDouble()).isBetween(0.0, 25.0);
        assertThat(run.json().get("regimeLearnings").asInt()).isZero();
        Path page = folder.resolve("regimes.html");
        CliRun told = backtest(waves, "--regimes", "--html", page.toString(), "--language", "en");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(Files.readString(page))
                .contains("By the regime that a desk would have told")
                .contains("None told yet");
        CliRun regimes = backtest(waves, "--strategy", "regime-switch", "--regimes", "--json");
        assertThat(regimes.code()).as(regimes.err()).isZero();
        assertThat(regimes.json().get("trainings").asInt()).isZero();
    }

    @Test
    void runsOverARecordingAndSaysThatItsFillsAreModelled() throws IOException {
        Path recording = folder.resolve("market.sxr");
        CliRun made = CliRun.of("record", "--seed", "5", "--for", "4m", "--out", recording.toString());
        assertThat(made.code()).as(made.err()).isZero();
        Path page = folder.resolve("report.html");
        List<String> arguments = List.of(
                "backtest",
                "--recording",
                recording.toString(),
                "--symbols",
                "BTC-USDT",
                "--timeframe",
                "5s",
                "--strategy",
                "sma-cross",
                "--param",
                "fast=3",
                "--param",
                "slow=8",
                "--long-only",
                "--cash",
                "100000");
        List<String> more = new ArrayList<>(arguments);
        more.addAll(List.of("--json", "--html", page.toString(), "--language", "fr"));
        CliRun run = CliRun.of(more.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("fills").asString()).isEqualTo("book-queue");
        assertThat(run.json().get("trades").asInt()).isPositive();
        assertThat(run.json().get("fees").asDouble()).isPositive();
        assertThat(Files.readString(page)).contains("Les exécutions sont modélisées", "book-queue");
        more = new ArrayList<>(arguments);
        more.addAll(List.of("--spread-bps", "2"));
        assertThat(CliRun.of(more.toArray(String[]::new)).err()).contains("a recording has its own prices");
        assertThat(backtest(waves, "--recording", recording.toString()).err()).contains("--csv or --recording");
        assertThat(CliRun.of("backtest", "--recording", recording.toString(), "--strategy", "sma-cross")
                        .err())
                .contains("choose with --symbols");
    }

    @Test
    void runsOverSeveralRecordings() throws IOException {
        Path first = folder.resolve("first.sxr");
        Path again = folder.resolve("again.sxr");
        for (Path each : List.of(first, again)) {
            CliRun made = CliRun.of("record", "--seed", "5", "--for", "1m", "--out", each.toString());
            assertThat(made.code()).as(made.err()).isZero();
        }
        List<String> arguments = new ArrayList<>(List.of(
                "backtest",
                "--strategy",
                "buy-and-hold",
                "--timeframe",
                "5s",
                "--cash",
                "100000",
                "--json",
                "--symbols",
                "BTC-USDT,ETH-USDT",
                "--recording",
                first.toString()));
        CliRun one = CliRun.of(arguments.toArray(String[]::new));
        assertThat(one.code()).as(one.err()).isZero();
        assertThat(one.json().get("trades").asInt()).isGreaterThanOrEqualTo(2);
        arguments.addAll(List.of("--recording", again.toString()));
        CliRun both = CliRun.of(arguments.toArray(String[]::new));
        assertThat(both.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(both.err())
                .contains(
                        "first.sxr and ",
                        "again.sxr both tell BTC-USDT from ",
                        "each moment of an instrument is told once");
    }

    @Test
    void refusesADeskOfThenThatNobodyHearsOrThatCannotBe() {
        assertThat(backtest(waves, "--forecasts", "theta").err()).contains("sma-cross does not ask for forecasts");
        assertThat(backtest(waves, "--regimes").err()).contains("sma-cross does not ask for regimes");
        assertThat(backtest(waves, "--refit", "100").err()).contains("--refit is for --forecasts and --regimes");
        assertThat(backtest(waves, "--strategy", "regime-switch").err()).contains("ask for them with --regimes");
        assertThat(backtest(waves, "--strategy", "forecast-driven", "--forecasts", "oracle")
                        .err())
                .contains("there is no model called 'oracle'");
        assertThat(backtest(waves, "--strategy", "regime-switch", "--regimes", "--mode", "vector")
                        .err())
                .contains("the vector mode has neither forecasts nor regimes");
    }

    /** What backtesting.py published of its own test, to the last digit that it printed; sizes, bars and prices of all 66 trades. */
    @ParameterizedTest
    @ValueSource(strings = {"event", "vector"})
    void equalsAPublishedBacktestToTheCent(String mode) throws IOException {
        Path file = SHARED.resolve("equities/backtesting_goog_daily.csv");
        Assumptions.assumeTrue(Files.exists(file), "the reference data are not here");
        Path trades = folder.resolve("trades.csv");
        JsonNode json = backtest(file, "--mode", mode, "--json", "--trades", trades.toString())
                .json();

        assertThat(json.get("trades").asInt()).isEqualTo(66);
        assertThat(json.get("finalEquity").asDouble()).isCloseTo(51_422.99, within(1e-6));
        assertThat(json.get("maxDrawdownPct").asDouble()).isCloseTo(-47.98012705007589, within(1e-9));
        assertThat(json.get("sharpe").asDouble()).isCloseTo(0.5806232244485349, within(1e-12));
        assertThat(json.get("sortino").asDouble()).isCloseTo(1.0853434352488662, within(1e-12));
        assertThat(json.get("annualVolatility").asDouble()).isCloseTo(0.3649716090702389, within(1e-12));
        assertThat(json.get("exposurePct").asDouble()).isCloseTo(96.74115456238361, within(1e-9));
        assertThat(json.get("profitFactor").asDouble()).isCloseTo(2.167945974262033, within(1e-9));
        assertThat(json.get("buyHoldPct").asDouble()).isCloseTo(703.4582419772773, within(1e-9));
        List<String> theirs = Files.readAllLines(SHARED.resolve("backtest/goog_smacross_trades.csv"));
        List<String> ours = Files.readAllLines(trades);
        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 1; i < ours.size(); i++) {
            String[] own = ours.get(i).split(",", -1);
            String[] their = theirs.get(i).split(",", -1);
            assertThat(List.of(own[0], own[1], own[2], own[5], own[6]))
                    .containsExactly(their[0], their[1], their[2], their[3], their[4]);
        }
    }
}
