package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.time.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FeaturesSelectCommandTest {

    @TempDir
    Path folder;

    private Path csv = Path.of("");

    /** What a day moves, the next takes half of back. */
    @BeforeEach
    void writeBarsThatTurnBack() throws IOException {
        SeededRandom random = new SeededRandom(31);
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        double close = 100;
        double move = 0;
        for (int i = 0; i < 900; i++) {
            double open = close;
            move = -0.5 * move + 0.01 * random.nextGaussian();
            close *= Math.exp(move);
            text.append(LocalDate.of(2015, 1, 1).plusDays(i)).append(',').append(open);
            text.append(',').append(1.003 * Math.max(open, close));
            text.append(',').append(0.997 * Math.min(open, close));
            text.append(',')
                    .append(close)
                    .append(',')
                    .append(1_000 + random.nextInt(500))
                    .append('\n');
        }
        csv = Files.writeString(folder.resolve("turning.csv"), text);
    }

    @Test
    void theLastReturnIsChosenInEveryWindowWhereItTellsTheNext() {
        CliRun run = CliRun.of(
                "features",
                "select",
                "--csv",
                csv.toString(),
                "--target",
                "next-return",
                "--top",
                "20",
                "--folds",
                "2",
                "--trees",
                "30",
                "--json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.get("candidates").asInt()).isGreaterThan(200);
        assertThat(json.get("selected").size()).isEqualTo(20);
        assertThat(json.get("selected").get(0).get("folds").asInt()).isEqualTo(2);
        assertThat(json.get("stability").get("kuncheva").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.get("windows").size()).isEqualTo(2);
        for (JsonNode window : json.get("windows")) {
            assertThat(window.get("selected").size()).isEqualTo(20);
            assertThat(window.get("rmseSelected").asDouble())
                    .isLessThan(0.97 * window.get("rmseMean").asDouble());
            assertThat(window.get("trainEnd").asString())
                    .isLessThan(window.get("validationStart").asString());
        }
    }

    @Test
    void refusesMoreThanMemoryHoldsBeforeItBegins() {
        FeaturesSelectCommand command = new FeaturesSelectCommand();
        command.requireRoom(1_000_000, 300, new HeapRoom(16L << 30));
        assertThatThrownBy(() -> command.requireRoom(1_000_000, 300, new HeapRoom(2L << 30)))
                .isInstanceOf(RefusedByRule.class)
                .hasMessageContaining("300 features of 1,000,000 bars")
                .hasMessageContaining("there are 2.0 GiB");
        assertThatThrownBy(() -> command.requireRoom(10_000_000, 300, new HeapRoom(1L << 40)))
                .isInstanceOf(RefusedByRule.class)
                .hasMessageContaining("more than the trees can take");
    }

    @Test
    void refusesInOneSentence() {
        assertThat(CliRun.of("features", "select", "--csv", csv.toString(), "--folds", "20"))
                .satisfies(run -> {
                    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
                    assertThat(run.err()).contains("to learn from in the first");
                });
        assertThat(CliRun.of("features", "select", "--csv", csv.toString(), "--target", "moon")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(CliRun.of("features", "select", "--csv", csv.toString(), "--top", "0")
                        .code())
                .isEqualTo(ExitCode.REFUSED);
    }
}
