package io.sextant.neural.boosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LearnerUnavailableTest {

    private record Ended(int code, String said) {}

    private static Ended startedOn(String system) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-Dos.name=" + system,
                        "-cp",
                        System.getProperty("java.class.path"),
                        UnknownMachine.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @Test
    void aMachineWithoutTheLibraryIsToldInOneSentence() throws IOException, InterruptedException {
        Ended ended = startedOn("Plan 9");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .contains("LearnerUnavailable: Gradient boosting is not available here")
                .contains("on Plan 9")
                .contains("everything else works without it");
    }

    @Test
    void aMachineWithItGrowsTrees() throws IOException, InterruptedException {
        Ended ended = startedOn(System.getProperty("os.name"));

        assertThat(ended.code()).as(ended.said()).isZero();
    }
}
