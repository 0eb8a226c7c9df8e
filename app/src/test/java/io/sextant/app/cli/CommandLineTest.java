package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private record Result(int code, String out, String err) {

        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    @Test
    void helpNamesEveryCommandAndExitCode() {
        Result help = sextant("--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("run", "doctor", "simulate", "state", "--data", "Exit codes: 0 done");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void aMisspeltOptionIsOneSentenceOnStandardError() {
        Result result = sextant("state", "--jsno");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("sextant: ")
                .contains("--jsno");
    }

    @Test
    void aNonsensePaceIsRefusedWithWhatToWrite() {
        Result result = sextant("run", "--headless", "--speed", "fast");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("fast").contains("max");
    }

    @Test
    void theSameSeedSimulatesTheSameFile() throws Exception {
        Path first = folder.resolve("a.csv");
        Path second = folder.resolve("b.csv");

        Result result = sextant("simulate", "--days", "2", "--seed", "7", "--out", first.toString(), "--json");
        sextant("simulate", "--days", "2", "--seed", "7", "--out", second.toString());
        Result other = sextant(
                "simulate",
                "--days",
                "2",
                "--seed",
                "8",
                "--out",
                folder.resolve("c.csv").toString());

        assertThat(result.code()).isZero();
        assertThat(other.code()).isZero();
        List<String> lines = Files.readAllLines(first);
        assertThat(lines.getFirst()).isEqualTo("time_utc,open,high,low,close,volume");
        assertThat(lines.get(1)).startsWith("2020-01-01 00:0");
        assertThat(result.json().get("bars").asInt())
                .isEqualTo(lines.size() - 1)
                .isGreaterThan(2_000);
        assertThat(result.json().get("simulated").asBoolean()).isTrue();
        assertThat(Files.readAllLines(second)).isEqualTo(lines);
        assertThat(Files.readAllLines(folder.resolve("c.csv"))).isNotEqualTo(lines);
    }

    @Test
    void simulatingAnUnknownInstrumentSaysWhichThereAre() {
        Result result = sextant(
                "simulate",
                "--days",
                "1",
                "--seed",
                "1",
                "--out",
                folder.resolve("x.csv").toString(),
                "--instrument",
                "NOPE");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("NOPE").contains("BTC-USDT");
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    @Test
    void thereIsNoStateBeforeADeskWasOpened() {
        Result result = sextant("--data", folder.resolve("none").toString(), "state", "--json");

        assertThat(result.code()).isEqualTo(ExitCode.DATA);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("There is no desk").contains("sextant run");
    }

    @Test
    void runsHeadlessTellsHowItWentAndTheStateAgrees() {
        String data = folder.resolve("desk").toString();

        Result run =
                sextant("--data", data, "run", "--headless", "--speed", "max", "--for", "2s", "--seed", "5", "--json");
        Result state = sextant("--data", data, "state", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("mode").asString()).isEqualTo("SIMULATED");
        assertThat(run.json().get("seed").asLong()).isEqualTo(5);
        assertThat(run.json().get("eventsHandled").asLong()).isGreaterThan(1_000);
        assertThat(run.json().get("running").asBoolean()).isTrue();
        assertThat(state.code()).as(state.err()).isZero();
        assertThat(state.json().get("equity").asString()).isEqualTo("200000.00");
        assertThat(state.json().get("positions").isEmpty()).isTrue();
        assertThat(state.json().get("marketTime").asString())
                .isGreaterThanOrEqualTo(run.json().get("marketTimeStart").asString());
    }

    @Test
    void tradesARecordingOnPaperAndKeepsNoWishForAReportWithoutATime() {
        Path recording = folder.resolve("market.sxr");
        String data = folder.resolve("papers").toString();

        Result record = sextant("record", "--for", "10m", "--seed", "3", "--out", recording.toString(), "--json");
        Result run = sextant(
                "--data",
                data,
                "run",
                "--paper",
                recording.toString(),
                "--headless",
                "--speed",
                "max",
                "--for",
                "3s",
                "--json");

        assertThat(record.code()).as(record.err()).isZero();
        assertThat(record.json().get("events").asLong()).isGreaterThan(1_000);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("mode").asString()).isEqualTo("PAPER");
        assertThat(run.json().get("feed").asString()).contains("market.sxr").contains("sha256");
        assertThat(run.json().get("marketTimeEnd").asString())
                .isBetween("2026-01-05T00:09:00Z", "2026-01-05T01:00:00Z");

        Result timeless = sextant(
                "--data", data, "run", "--paper", recording.toString(), "--headless", "--briefing-weekly", "monday");
        assertThat(timeless.code()).isEqualTo(ExitCode.USAGE);
        assertThat(timeless.err()).contains("--briefing-at 07:30");
    }

    @Test
    void aFileThatIsNoRecordingIsRefusedInOneSentence() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.sxr"), "this is no recording");

        Result run = sextant("run", "--paper", nonsense.toString(), "--headless", "--for", "1s");

        assertThat(run.code()).isEqualTo(ExitCode.DATA);
        assertThat(run.err().lines()).hasSize(1).first().asString().contains("nonsense.sxr");
    }

    @Test
    void aDeskKeepsItsSeed() {
        String data = folder.resolve("seeded").toString();
        sextant("--data", data, "run", "--headless", "--for", "1s", "--seed", "5", "--json");

        Result other = sextant("--data", data, "run", "--headless", "--for", "1s", "--seed", "6", "--json");

        assertThat(other.code()).isEqualTo(ExitCode.DATA);
        assertThat(other.err()).contains("seed 5").contains("--data");
    }

    @Test
    void theDoctorLooksAtEverythingAndChangesNothing() {
        Path data = folder.resolve("untouched");

        Result result = sextant("--data", data.toString(), "doctor", "--json");

        assertThat(result.json()
                        .get("findings")
                        .valueStream()
                        .map(finding -> finding.get("subject").asString()))
                .contains(
                        "Java",
                        "Memory",
                        "Display",
                        "Libraries",
                        "JavaFX",
                        "Disk",
                        "Database",
                        "PostgreSQL",
                        "Clock",
                        "ONNX Runtime",
                        "XGBoost",
                        "Deeplearning4j",
                        "Vosk",
                        "Sound",
                        "Voice");
        assertThat(result.json().get("findings").valueStream())
                .as("whatever is not well says what to do")
                .noneMatch(finding -> finding.get("health").asString().equals("WATCH")
                        && finding.get("advice").asString().isEmpty());
        assertThat(data).doesNotExist();
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
