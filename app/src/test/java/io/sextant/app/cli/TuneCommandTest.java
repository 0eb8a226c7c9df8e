package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SeededRandom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TuneCommandTest {

    @TempDir
    Path folder;

    private Path csv;

    @BeforeEach
    void drawPrices() throws IOException {
        SeededRandom random = new SeededRandom(8);
        StringBuilder text = new StringBuilder("close\n");
        double log = 4;
        double move = 0;
        for (int i = 0; i < 600; i++) {
            move = 0.6 * move + 0.01 * random.nextGaussian();
            log += move;
            text.append(Math.exp(log)).append('\n');
        }
        csv = Files.writeString(folder.resolve("planted.csv"), text);
    }

    private CliRun tune(String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "tune";
        all[1] = "--csv";
        all[2] = csv.toString();
        System.arraycopy(more, 0, all, 3, more.length);
        return CliRun.of(all);
    }

    @Test
    void searchesTheFirstPartJudgesByTheRestAndGoesOnWhereItStopped() throws IOException {
        Path log = folder.resolve("trials.txt");
        CliRun first = tune("--model", "xgb", "--trials", "2", "--folds", "2", "--log-file", log.toString(), "--json");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err()).contains("trial 1:", "trial 2:");
        assertThat(first.json().get("searchedObservations").asInt()).isEqualTo(480);
        assertThat(first.json().get("heldOut").get("verdict").asString()).isEqualTo("skill");

        CliRun second = tune("--model", "xgb", "--trials", "3", "--folds", "2", "--log-file", log.toString(), "--json");
        assertThat(second.err()).contains("trial 3:").doesNotContain("trial 1:");
        JsonNode tried = second.json().get("tried");
        assertThat(tried.size()).isEqualTo(3);
        assertThat(tried.get(0)).isEqualTo(first.json().get("tried").get(0));
        double best = second.json().get("bestCrpsOverNaive").asDouble();
        for (JsonNode one : tried) {
            assertThat(one.get("crpsOverNaive").asDouble()).isGreaterThanOrEqualTo(best);
        }
    }

    @Test
    void saysWhatCanBeSearchedAndWhoseTrialsTheseAre() throws IOException {
        CliRun unknown = tune("--model", "naive");
        assertThat(unknown.code()).isNotZero();
        assertThat(unknown.err())
                .contains(
                        "There are no settings to search of 'naive'; there are of lstm, gru, tcn, attention, transformer, xgb.");
        assertThat(tune("--model", "xgb", "--method", "oracle").err())
                .contains("'oracle' is not one of bayes, random and genetic.");
        Path log = Files.writeString(folder.resolve("other.txt"), "# another search\n");
        assertThat(tune("--model", "xgb", "--log-file", log.toString()).err()).contains("belongs to another search");
    }
}
