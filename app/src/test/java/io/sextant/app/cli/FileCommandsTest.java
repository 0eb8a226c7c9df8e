package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that work on files of prices. */
class FileCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String MINUTES = """
            timestamp_ms,open,high,low,close,volume
            1451606400000,429.17,429.17,429.17,429.17,1.6817
            1451606460000,429.17,429.18,429.17,429.18,16.14578427
            1451606580000,429.19,429.29,429.19,429.29,1.0
            1451610000000,430,431,0.00001,430.5,0.1
            """;

    @TempDir
    Path folder;

    private record Result(int code, String out, String err) {

        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    @Test
    void resamplesAFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("minutes.csv"), MINUTES);
        Path out = folder.resolve("hours.csv");

        Result result = sextant("resample", "--csv", file.toString(), "--to", "1h", "--out", out.toString(), "--json");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(Files.readString(out)).isEqualTo("""
                time_utc,open,high,low,close,volume
                2016-01-01 00:00:00,429.17,429.29,429.17,429.29,18.82748427
                2016-01-01 01:00:00,430,431,0.00001,430.5,0.1
                """);
        assertThat(result.json().get("bars").asInt()).isEqualTo(2);
        assertThat(result.json().get("from").asString()).isEqualTo("1m");
    }

    private static final String DAYS = """
            date,open,high,low,close,volume
            2024-01-04,700,710,690,700,10
            2024-01-05,700,710,690,700,20
            2024-01-09,100,110,90,105,300
            """;

    @Test
    void fillsGapsOnlyAsTheReaderSays() throws IOException {
        Path file = Files.writeString(folder.resolve("ACME.csv"), DAYS);
        Path out = folder.resolve("out.csv");
        List<String> command = List.of(
                "resample", "--csv", file.toString(), "--to", "1d", "--out", out.toString(), "--calendar", "us");

        assertThat(sextant(command, "--fill", "none").code()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(4);

        assertThat(sextant(command, "--fill", "previous").code()).isZero();
        assertThat(Files.readAllLines(out))
                .as("Monday alone; the market is closed on Saturday and Sunday")
                .hasSize(5)
                .contains("2024-01-08 00:00:00,700,700,700,700,0");

        assertThat(sextant(command, "--fill", "nan").code()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(5).contains("2024-01-08 00:00:00,,,,,");

        assertThat(sextant(command, "--fill", "average").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void adjustsForSplitsAndDividendsOnDemand() throws IOException {
        Path file = Files.writeString(folder.resolve("ACME.csv"), DAYS);
        Path actions = Files.writeString(folder.resolve("actions.csv"), "2024-01-08,split,7:1\n");
        Path out = folder.resolve("out.csv");

        assertThat(desk("import", file.toString()).code()).isZero();
        assertThat(desk(
                                "export",
                                "--symbol",
                                "ACME",
                                "--adjusted",
                                actions.toString(),
                                "--out",
                                out.toString(),
                                "--until",
                                "2024-01-06")
                        .code())
                .isZero();
        assertThat(Files.readAllLines(out))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("2024-01-05 00:00:00,100,101.4")
                        .endsWith(",140"));

        Files.writeString(actions, "2024-01-08,merger,1\n");
        assertThat(desk("export", "--symbol", "ACME", "--adjusted", actions.toString(), "--out", out.toString())
                        .code())
                .isEqualTo(ExitCode.FILE);
    }

    @Test
    void worksOnTheArchiveOfAnyDesk() throws IOException {
        Path file = Files.writeString(folder.resolve("ACME.csv"), MINUTES);
        Files.createDirectories(folder.resolve("data/paper/binance-BTC-USDT"));
        Path out = folder.resolve("out.csv");

        assertThat(desk("import", "--desk", "binance-BTC-USDT", file.toString()).code())
                .isZero();
        assertThat(desk("export").out()).contains("The archive is empty");
        assertThat(desk("export", "--desk", "paper/binance-BTC-USDT").out()).contains("ACME");
        assertThat(desk("quality", "--desk", "binance-BTC-USDT", "--symbol", "ACME")
                        .code())
                .isZero();
        Result hours = desk(
                "resample", "--desk", "binance-BTC-USDT", "--symbol", "ACME", "--to", "1h", "--out", out.toString());
        assertThat(hours.out()).startsWith("2 bars of 1h made from 4 rows");

        Result unknown = desk("export", "--desk", "kraken");
        assertThat(unknown.code()).isEqualTo(ExitCode.DATA);
        assertThat(unknown.err()).contains("no desk called kraken", "paper/binance-BTC-USDT");
    }

    @Test
    void refusesADeskThatIsInUse() throws IOException {
        Path file = Files.writeString(folder.resolve("ACME.csv"), MINUTES);
        try (DeskSession desk = DeskSession.open(DeskOptions.in(folder.resolve("data")), what -> {})) {
            Result refused = desk("import", file.toString());
            assertThat(refused.code()).isEqualTo(ExitCode.DATA);
            assertThat(refused.err())
                    .contains("Another Sextant", "is using " + desk.folder(), "Close the other one first");
        }
    }

    /** A command on the desks in a data folder of its own. */
    private Result desk(String... command) {
        return sextant(Stream.concat(Stream.of("--data", folder.resolve("data").toString()), Stream.of(command))
                .toArray(String[]::new));
    }

    private Result sextant(List<String> command, String... more) {
        return sextant(Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void labelsDaysWeeksAndMonthsByTheirStart() throws IOException {
        Path file = Files.writeString(folder.resolve("minutes.csv"), MINUTES);
        for (List<String> expected : List.of(
                List.of("1d", "2016-01-01 00:00:00"),
                List.of("1w", "2015-12-28 00:00:00"),
                List.of("1M", "2016-01-01 00:00:00"),
                List.of("15m", "2016-01-01 00:00:00"))) {
            Path out = folder.resolve("out.csv");

            assertThat(sextant("resample", "--csv", file.toString(), "--to", expected.get(0), "--out", out.toString())
                            .code())
                    .isZero();
            assertThat(Files.readAllLines(out).get(1)).startsWith(expected.get(1) + ",429.17,");
        }
    }

    @Test
    void aLengthThatTheBarsDoNotMakeUpIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("minutes.csv"), MINUTES);

        Result result = sextant("resample", "--csv", file.toString(), "--to", "1s", "--out", folder + "/out.csv");

        assertThat(result.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .contains("1m")
                .contains("1s");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void aMissingFileAndOneThatIsNoTableHaveACodeOfTheirOwn() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.csv"), "nothing to see\n");

        for (String file : List.of(odd.toString(), folder.resolve("none.csv").toString())) {
            Result result = sextant("resample", "--csv", file, "--to", "1h", "--out", folder + "/out.csv");
            assertThat(result.code()).isEqualTo(ExitCode.FILE);
            assertThat(result.err().lines()).singleElement().asString().startsWith("sextant: ");
        }
    }

    @Test
    void aKindOfBarThatDoesNotExistIsAUsageError() {
        Result result = sextant("resample", "--csv", "x", "--to", "7m", "--out", "y");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("7m").contains("1M");
    }

    @Test
    void tradesBecomeBarsOfTradesToo() throws IOException {
        Path file = Files.writeString(folder.resolve("trades.csv"), """
                time,price,amount
                2024-01-01T00:00:00.1Z,10,1
                2024-01-01T00:00:00.2Z,11,2
                2024-01-01T00:00:00.3Z,12,3
                """);
        Path out = folder.resolve("out.csv");

        Result result = sextant("resample", "--csv", file.toString(), "--to", "tick:2", "--out", out.toString());

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(Files.readAllLines(out))
                .containsExactly(
                        "time_utc,open,high,low,close,volume",
                        "2024-01-01 00:00:00.100,10,11,10,11,3",
                        "2024-01-01 00:00:00.300,12,12,12,12,3");
    }

    @Test
    void aYearOfMinutesEqualsTheReference() throws IOException {
        Path data = Path.of("../../shared/data");
        assumeThat(data).as("the shared data is not on this machine").isDirectory();
        Path out = folder.resolve("5m.csv");

        Result result = sextant(
                "resample",
                "--csv",
                data.resolve("crypto/bitfinex_btcusd_1m_2016.csv.gz").toString(),
                "--to",
                "5m",
                "--out",
                out.toString());

        assertThat(result.code()).as(result.err()).isZero();
        JsonNode reference = JSON.readTree(Files.readString(data.resolve("computed/resample_btcusd_2016_summary.json")))
                .get("5m");
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(reference.get("bars").asInt() + 1);
        assertThat(lines.get(1)).startsWith(reference.get("first").asString());
        assertThat(lines.getLast()).startsWith(reference.get("last").asString());
        double volume = lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(',') + 1)))
                .sum();
        assertThat(volume / reference.get("sum_volume").asDouble()).isBetween(1 - 1e-12, 1 + 1e-12);
    }

    @Test
    void whatWasImportedIsListedExportedAndExamined() throws IOException {
        Path file = Files.writeString(folder.resolve("btcusd.csv"), MINUTES);
        String data = folder.resolve("desk").toString();
        Path out = folder.resolve("back.csv");

        Result dry = sextant("--data", data, "import", file.toString(), "--dry-run", "--json");
        Result first = sextant("--data", data, "import", file.toString(), "--json");
        Result second = sextant("--data", data, "import", file.toString(), "--json");
        Result list = sextant("--data", data, "export", "--json");
        Result export = sextant("--data", data, "export", "--symbol", "btcusd", "--out", out.toString(), "--json");
        Result quality = sextant("--data", data, "quality", "--symbol", "BTCUSD", "--calendar", "always", "--json");

        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.json().get("added").asInt()).isEqualTo(4);
        assertThat(first.json().get("added").asInt()).isEqualTo(4);
        assertThat(second.json().get("added").asInt()).isZero();
        assertThat(second.json().get("bars").asInt()).isEqualTo(4);
        assertThat(list.json().get("series").get(0).get("symbol").asString()).isEqualTo("BTCUSD");
        assertThat(list.json().get("series").get(0).get("timeframe").asString()).isEqualTo("1m");
        assertThat(export.json().get("bars").asInt()).isEqualTo(4);
        assertThat(Files.readAllLines(out).get(1)).isEqualTo("2016-01-01 00:00:00,429.17,429.17,429.17,429.17,1.6817");
        JsonNode report = quality.json().get("reports").get(0);
        assertThat(report.get("counts").get("GAP").asInt()).isEqualTo(2);
        assertThat(report.get("score").asDouble()).isLessThan(100);
    }

    @Test
    void aDeskOpensOnAnArchiveThatWasFilledBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("btcusd.csv"), MINUTES);
        String data = folder.resolve("desk").toString();

        Result imported = sextant("--data", data, "import", file.toString(), "--json");
        Result run = sextant("--data", data, "run", "--headless", "--for", "1s", "--seed", "5", "--json");
        Result own = sextant("--data", data, "import", file.toString(), "--symbol", "BTC-USDT", "--json");

        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(own.code()).isEqualTo(ExitCode.FILE);
        assertThat(own.json().get("added").asInt()).isZero();
        assertThat(own.err()).contains("BTC-USDT").contains("--symbol");
    }

    @Test
    void rowsSetAsideAreInAFileThatTheSummaryNames() throws IOException {
        Path file = Files.writeString(folder.resolve("btcusd.csv"), MINUTES + "1451610060000,5,4,6,5,1\n");

        Result result = sextant("--data", folder + "/desk", "import", file.toString(), "--json");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.json().get("quarantinedRows").asInt()).isEqualTo(1);
        assertThat(Files.readAllLines(
                                Path.of(result.json().get("quarantineFile").asString()))
                        .get(1))
                .isEqualTo("\"btcusd.csv\",6,HIGH_BELOW_LOW,\"1451610060000,5,4,6,5,1\"");
    }

    @Test
    void anUnknownSeriesIsRefusedAndNothingToExamineIsAUsageError() {
        String data = folder.resolve("desk").toString();

        assertThat(sextant("--data", data, "export", "--symbol", "NOPE", "--out", folder + "/x.csv")
                        .code())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(sextant("--data", data, "quality").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aFileIsExaminedWithoutADesk() throws IOException {
        Path file = Files.writeString(folder.resolve("btcusd.csv"), MINUTES + "1451610060000,5,4,6,5,1\n");

        Result result = sextant("quality", "--csv", file.toString(), "--json");

        assertThat(result.code()).as(result.err()).isZero();
        JsonNode report = result.json().get("reports").get(0);
        assertThat(report.get("counts").get("IMPOSSIBLE").asInt()).isEqualTo(1);
        assertThat(report.get("findings").get(0).get("time").asString()).startsWith("2016-01-01T");
    }

    private static Result sextant(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = SextantCommand.execute(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
