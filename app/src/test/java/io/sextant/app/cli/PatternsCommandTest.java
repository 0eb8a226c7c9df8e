package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PatternsCommandTest {

    @TempDir
    Path folder;

    /** A double top, ten bars a leg, then ten bars down. */
    private Path doubleTop() throws IOException {
        StringBuilder csv = new StringBuilder("time_utc,open,high,low,close,volume\n");
        double[] turns = {100, 100, 100, 90, 120, 105, 119, 95};
        int minute = 0;
        for (int i = 1; i < turns.length; i++) {
            double price = turns[i - 1];
            for (int j = 0; j < 10; j++) {
                double close = price + (turns[i] - turns[i - 1]) / 10;
                csv.append(String.format(
                        Locale.ENGLISH,
                        "2024-01-01 %02d:%02d:00,%.2f,%.2f,%.2f,%.2f,1%n",
                        minute / 60,
                        minute % 60,
                        price,
                        Math.max(price, close) + 0.2,
                        Math.min(price, close) - 0.2,
                        close));
                price = close;
                minute++;
            }
        }
        Path file = folder.resolve("top.csv");
        Files.writeString(file, csv);
        return file;
    }

    @Test
    void tellsHitsAndWhatFollowedThem() throws IOException {
        CliRun run = CliRun.of(
                "patterns", "--csv", doubleTop().toString(), "--kinds", "double-top", "--after", "2,3", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = run.json();

        assertThat(json.get("bars").asInt()).isEqualTo(70);
        assertThat(json.get("hits").size()).isEqualTo(1);
        JsonNode hit = json.get("hits").get(0);
        assertThat(hit.get("kind").asString()).isEqualTo("double-top");
        assertThat(hit.get("bar").asInt()).isEqualTo(65);
        assertThat(hit.get("time").asString()).contains("2024-01-01").contains("01:05");
        assertThat(hit.get("direction").asInt()).isEqualTo(-1);
        assertThat(hit.get("points").get(1).get("price").asDouble()).isEqualTo(120.2);
        JsonNode effect = json.get("afterEffects").get(0);
        assertThat(effect.get("afterBars").asInt()).isEqualTo(2);
        assertThat(effect.get("hits").asInt()).isEqualTo(1);
        assertThat(effect.get("mean").asDouble()).isNegative();
        assertThat(effect.get("asTold").asDouble()).isEqualTo(1);
        assertThat(effect.has("standardError")).as("one hit has none").isFalse();
    }

    @Test
    void listsWhatThereIs() {
        CliRun run = CliRun.of("patterns", "--json");
        assertThat(run.code()).isZero();
        assertThat(run.json().get("patterns").size()).isEqualTo(31);
        assertThat(CliRun.of("patterns").out()).contains("head-and-shoulders");
    }

    @Test
    void refusesPatternsThatThereAreNot() throws IOException {
        CliRun run = CliRun.of("patterns", "--csv", doubleTop().toString(), "--kinds", "triple-top");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("There is no pattern \"triple-top\"");
    }
}
