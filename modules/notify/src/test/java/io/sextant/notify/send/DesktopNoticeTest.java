package io.sextant.notify.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.alert.AlertChannel.Kind;
import io.sextant.domain.alert.AlertPriority;
import io.sextant.notify.send.NotSent.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The system's own program for notices, played by a script that writes down what it was given. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is one of a Unix shell")
class DesktopNoticeTest {

    private static final String TITLE = "Prix bas à l’aube";
    private static final String TEXT = "-v $(touch made) `touch made`; \"BTC\" ≤ 50 000";

    @TempDir
    Path folder;

    private static final AlertChannel CHANNEL =
            new AlertChannel("desk", Kind.DESKTOP, Map.of(), Optional.empty(), 30, true);

    private void script(String program, String last) throws IOException {
        Path file = folder.resolve(program);
        Files.writeString(
                file,
                "#!/bin/sh\ncd '" + folder + "'\nfor each in \"$@\"; do printf '%s\\n' \"$each\" >> given; done\n"
                        + "printf '%s\\n%s\\n' \"$SEXTANT_TITLE\" \"$SEXTANT_TEXT\" > surroundings\n" + last + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private void send(String system, AlertPriority priority, Duration patience) throws NotSent {
        Message message = new Message(42, priority, "bas", TITLE, TEXT, "price x", "49990", 7);
        new DesktopNotice(system, patience, program -> folder.resolve(program).toString())
                .send(CHANNEL, Optional.empty(), message);
    }

    private NotSent failed(Duration patience) {
        return catchThrowableOfType(NotSent.class, () -> send("Linux", AlertPriority.INFO, patience));
    }

    @ParameterizedTest
    @CsvSource({"INFO,normal", "WARNING,normal", "ERROR,critical", "URGENT,critical"})
    void titleAndTextAreHandedOverAsTheyAreAndWhatIsUrgentAsUrgent(AlertPriority priority, String urgency)
            throws IOException {
        script("notify-send", "exit 0");
        send("Linux", priority, Duration.ofMinutes(1));
        assertThat(Files.readAllLines(folder.resolve("given")))
                .containsExactly("--app-name=Sextant", "--urgency=" + urgency, "--", TITLE, TEXT);
        assertThat(folder.resolve("made")).as("nothing of a text is ever run").doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X,osascript", "Windows 11,powershell"})
    void elsewhereTheTextStandsInTheSurroundingsAndNeverInTheScript(String system, String program) throws IOException {
        script(program, "exit 0");
        send(system, AlertPriority.INFO, Duration.ofMinutes(1));
        assertThat(Files.readAllLines(folder.resolve("surroundings"))).containsExactly(TITLE, TEXT);
        List<String> given = Files.readAllLines(folder.resolve("given"));
        assertThat(given).isNotEmpty().noneMatch(each -> each.contains("touch") || each.contains(TITLE));
    }

    @Test
    void aMissingProgramAndOneThatFailsAreNotTriedAgainAndOneThatHangsIsUnknown() throws IOException {
        NotSent missing = failed(Duration.ofMinutes(1));
        assertThat(missing.fate()).isEqualTo(Fate.NEVER);
        assertThat(missing).hasMessage("this system has no notify-send");

        script("notify-send", "exit 3");
        NotSent refused = failed(Duration.ofMinutes(1));
        assertThat(refused.fate()).isEqualTo(Fate.NEVER);
        assertThat(refused).hasMessageContaining("(3)");

        script("notify-send", "exec sleep 600");
        NotSent hanging = failed(Duration.ofMillis(50));
        assertThat(hanging.fate()).isEqualTo(Fate.UNKNOWN);
    }
}
