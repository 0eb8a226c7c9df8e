package io.sextant.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.session.DeskOptions;
import io.sextant.app.session.DeskSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

    @TempDir
    Path folder;

    @Test
    void looksAtEveryNativeAndSaysWhatToDoAboutWhatIsNotWell() {
        List<Finding> findings = new Doctor(folder.resolve("none")).examine();

        assertThat(findings)
                .extracting(Finding::subject)
                .contains(
                        "Libraries",
                        "JavaFX",
                        "Fonts",
                        "Engine thread",
                        "XGBoost",
                        "ONNX Runtime",
                        "Deeplearning4j",
                        "Vosk",
                        "Sound",
                        "Database",
                        "PostgreSQL",
                        "Updates")
                .doesNotHaveDuplicates();
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.what()).isNotBlank();
            if (finding.health() != Finding.Health.WELL && !finding.subject().equals("Database")) {
                assertThat(finding.advice()).as(finding.toString()).isNotBlank();
            }
        });
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void aDeskThatIsOpenElsewhereIsNoTroubleAndStaysOpen() {
        try (DeskSession open = DeskSession.open(DeskOptions.in(folder), what -> {})) {
            Finding found = DatabaseCheck.examine(folder);

            assertThat(found.health()).as(found.what()).isEqualTo(Finding.Health.WATCH);
            assertThat(open.client()
                            .ask(new io.sextant.domain.request.Query.Desk())
                            .toCompletableFuture()
                            .join())
                    .isNotNull();
        }
        assertThat(DatabaseCheck.examine(folder).health()).isEqualTo(Finding.Health.WELL);
    }

    @Test
    void aDeskOnAServerThatDoesNotAnswerIsSaidToBeUnwell() throws Exception {
        Path desk = Files.createDirectories(folder.resolve("simulated"));
        Files.writeString(desk.resolve("store.properties"), "url=jdbc:postgresql://127.0.0.1:1/none\nuser=nobody\n");

        assertThat(DatabaseCheck.examine(folder).health()).isEqualTo(Finding.Health.UNWELL);
        assertThat(ServerStoreCheck.examine(folder).what()).contains("on a server");
    }
}
