package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OwnModelsTest {

    /** A graph of one product, written byte by byte: from the last of three changes it says a half of it and three quarters. */
    private static final String HALF_OF_THE_LAST_CHANGE =
            "CAg6eQoRCgF4CgF3EgF5IgZNYXRNdWwSB3Byb2R1Y3QqIwgDCAIQAUIBd0oYAAAAAAAAAAAAAAAAAAAAAAAAAD8AAEA/"
                    + "WhoKAXgSFQoTCAESDwoJEgd3aW5kb3dzCgIIA2IaCgF5EhUKEwgBEg8KCRIHd2luZG93cwoCCAJCAhAN";

    @TempDir
    Path folder;

    private Path prices() throws IOException {
        SeededRandom random = new SeededRandom(4);
        StringBuilder text = new StringBuilder("close\n");
        double log = 3;
        double move = 0;
        for (int i = 0; i < 800; i++) {
            move = 0.5 * move + 0.01 * random.nextGaussian();
            log += move;
            text.append(Math.exp(log)).append('\n');
        }
        return Files.writeString(folder.resolve("planted.csv"), text);
    }

    @Test
    void aModelThatWasTrainedElsewhereIsHeldAgainstTheLastValueLikeAnyOther() throws IOException {
        Path model =
                Files.write(folder.resolve("Half.onnx"), Base64.getDecoder().decode(HALF_OF_THE_LAST_CHANGE));
        CliRun run = CliRun.of(
                "evaluate", "--csv", prices().toString(), "--models", "onnx:" + model, "--folds", "2", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode own = run.json().get("models").get(1);
        assertThat(own.get("name").asString()).isEqualTo("onnx:Half.onnx");
        assertThat(own.get("verdict").asString()).isEqualTo("skill");
        // A half of every change is foreseen: the errors are the square root of 3/4 of naive's.
        assertThat(own.get("rmseOverNaive").asDouble()).isBetween(0.8, 0.93);
        CliRun there = CliRun.of(
                "evaluate", "--csv", prices().toString(), "--models", "onnx:" + model, "--cluster", "local[2]");
        assertThat(there.code()).isNotZero();
        assertThat(there.err())
                .contains("onnx:Half.onnx is a model of your own, and those run on this machine, without --cluster.");
    }

    @Test
    void aFileThatCannotBeRunIsRefusedInOneSentence() throws IOException {
        Path text = Files.writeString(folder.resolve("words.onnx"), "no graph at all");
        CliRun bad = CliRun.of("evaluate", "--csv", prices().toString(), "--models", "onnx:" + text);
        assertThat(bad.code()).isNotZero();
        assertThat(bad.err()).contains("cannot be used").doesNotContain("\tat ");
        CliRun missing = CliRun.of("evaluate", "--csv", prices().toString(), "--models", "onnx:nowhere.onnx");
        assertThat(missing.err()).contains("There is no file nowhere.onnx.");
    }
}
