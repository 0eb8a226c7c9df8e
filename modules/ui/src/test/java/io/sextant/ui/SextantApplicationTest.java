package io.sextant.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.request.EngineClient;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.SextantWindow;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.SamplePanel;
import io.sextant.ui.testing.TestDesk;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SextantApplicationTest {

    private final FakeEngine engine = new FakeEngine();
    private final AtomicInteger attempts = new AtomicInteger();
    private final CompletableFuture<SextantWindow> ready = new CompletableFuture<>();
    private final SextantApplication application = new SextantApplication();
    private Stage stage;

    @Start
    void keep(Stage primary) {
        stage = primary;
    }

    @Test
    void saysWhyTheEngineDidNotStartAndOpensTheWindowOnASecondTry(FxRobot robot) throws Exception {
        Logger.getLogger(SextantApplication.class.getName()).setLevel(Level.OFF);
        SextantApplication.handOver(launch(Language.FRENCH));

        robot.interact(() -> application.start(stage));
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> robot.lookup("#start-failure").tryQuery().isPresent());

        assertThat(robot.lookup("Le moteur n’a pas pu démarrer").tryQuery()).isPresent();
        assertThat(robot.lookup("#start-failure").queryAs(Labeled.class).getText())
                .isEqualTo("another Sextant holds the database");

        robot.clickOn("#start-retry");
        SextantWindow window = ready.get(30, TimeUnit.SECONDS);

        assertThat(window.panels().all()).hasSize(8);
        assertThat(robot.lookup("#kill-engage").queryAs(Labeled.class).getText())
                .isEqualTo("Arrêt d’urgence");

        robot.interact(application::stop);
        assertThat(engine.openTopics()).isEmpty();
    }

    private SextantApplication.Launch launch(Language language) {
        return new SextantApplication.Launch(
                this::openEngine,
                SamplePanel.all(),
                () -> FakeEngine.START_NANOS,
                language,
                TestDesk.ZONE,
                ready::complete);
    }

    private EngineClient openEngine() {
        if (attempts.incrementAndGet() == 1) {
            throw new IllegalStateException("another Sextant holds the database");
        }
        return engine;
    }
}
