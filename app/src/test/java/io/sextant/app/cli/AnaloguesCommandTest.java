package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AnaloguesCommandTest {

    @TempDir
    Path folder;

    private Path csv = Path.of("");
    private final List<Double> closes = new ArrayList<>();

    /** A wave with noise, so that where it stands tells where it goes. */
    @BeforeEach
    void writeWave() throws IOException {
        SeededRandom random = new SeededRandom(7);
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        for (int i = 0; i < 900; i++) {
            double close = 100 * Math.exp(0.05 * Math.sin(i / 6.0) + 0.004 * random.nextGaussian());
            closes.add(close);
            text.append(LocalDate.of(2015, 1, 1).plusDays(i)).append(',').append(close);
            text.append(',')
                    .append(close * 1.002)
                    .append(',')
                    .append(close * 0.998)
                    .append(',');
            text.append(close).append(',').append(1_000 + random.nextInt(500)).append('\n');
        }
        csv = Files.writeString(folder.resolve("wave.csv"), text);
    }

    @Test
    void tellsWhatFollowedWhatWasAlikeAndThatItHelped() {
        CliRun run = CliRun.of("analogues", "--csv", csv.toString(), "--count", "10", "--horizon", "5", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.get("analogues").size()).isEqualTo(10);
        for (JsonNode each : json.get("analogues")) {
            int bar = each.get("bar").asInt();
            assertThat(bar + 5).isLessThan(899);
            assertThat(each.get("followed").asDouble())
                    .isCloseTo(Math.log(closes.get(bar + 5) / closes.get(bar)), within(1e-12));
            assertThat(each.get("outcomeEnd").asString())
                    .isLessThan(json.get("time").asString());
            assertThat(each.get("percentile").asDouble()).isBetween(0.0, 0.2);
        }
        JsonNode record = json.get("record");
        assertThat(record.get("verdict").asString()).isEqualTo("helped");
        assertThat(record.get("gainInterval").get(0).asDouble()).isPositive();
        assertThat(record.get("hitRate").asDouble())
                .isBetween(
                        record.get("hitRateInterval").get(0).asDouble(),
                        record.get("hitRateInterval").get(1).asDouble());
        assertThat(CliRun.of("analogues", "--csv", csv.toString()).out()).contains("asked", "helped");
    }

    @Test
    void storedBarsRememberTheSameAsTheirFile() {
        String data = folder.resolve("data").toString();
        CliRun stored = CliRun.of("--data", data, "import", "--symbol", "WAVE", csv.toString());
        assertThat(stored.code()).as(stored.err()).isZero();

        CliRun run = CliRun.of("--data", data, "analogues", "--symbol", "WAVE", "--count", "7", "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode file = CliRun.of("analogues", "--csv", csv.toString(), "--count", "7", "--json")
                .json();
        assertThat(run.json().get("analogues")).isEqualTo(file.get("analogues"));
        assertThat(run.json().get("record")).isEqualTo(file.get("record"));
        assertThat(CliRun.of("--data", data, "analogues").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(CliRun.of("--data", data, "analogues", "--symbol", "NONE").code())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void refusesToRememberMoreThanMemoryHolds() {
        AnaloguesCommand command = new AnaloguesCommand();
        command.requireRoom(5_000_000, 12, new HeapRoom(2L << 30));
        command.memory = 5_000_000;
        assertThatThrownBy(() -> command.requireRoom(5_000_000, 12, new HeapRoom(2L << 30)))
                .isInstanceOf(RefusedByRule.class)
                .hasMessageContaining("Remembering 5,000,000 of 5,000,000 bars")
                .hasMessageContaining("--memory");
        command.requireRoom(900, 12, new HeapRoom(2L << 30));
    }

    @Test
    void refusesInOneSentence() throws IOException {
        assertThat(CliRun.of("analogues", "--csv", csv.toString(), "--only", "moon"))
                .satisfies(run -> {
                    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
                    assertThat(run.err()).contains("no feature called 'moon'");
                });
        assertThat(CliRun.of("analogues", "--csv", csv.toString(), "--only", "beta_60"))
                .satisfies(run -> {
                    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
                    assertThat(run.err()).contains("another instrument's bars");
                });
        assertThat(CliRun.of("analogues", "--csv", csv.toString(), "--horizon", "0")
                        .code())
                .isEqualTo(ExitCode.REFUSED);
        List<String> lines = Files.readAllLines(csv);
        Path some = Files.write(folder.resolve("short.csv"), lines.subList(0, 60));
        assertThat(CliRun.of("analogues", "--csv", some.toString())).satisfies(run -> {
            assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err()).contains("Nothing can be remembered");
        });
    }
}
