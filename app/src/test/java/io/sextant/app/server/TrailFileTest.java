package io.sextant.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailFileTest {

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-22T23:59:59Z");

    /** A machine that slept knows a later hour at once; so must its trail. */
    @Test
    void eachLineHasTheHourThatTheMachineHasThenAndStandsInTheFileOfItsDay() throws Exception {
        TrailFile trail = new TrailFile(folder, () -> now);
        trail.line("ada", "came in");
        now = Instant.parse("2026-11-25T07:30:00Z");
        trail.line("ada", "left");

        assertThat(Files.readAllLines(folder.resolve("audit-2026-11-22.jsonl")))
                .singleElement()
                .asString()
                .contains("\"2026-11-22T23:59:59Z\"", "came in");
        assertThat(Files.readAllLines(folder.resolve("audit-2026-11-25.jsonl")))
                .singleElement()
                .asString()
                .contains("\"2026-11-25T07:30:00Z\"", "left");
    }
}
