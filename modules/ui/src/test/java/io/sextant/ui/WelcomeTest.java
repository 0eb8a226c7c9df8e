package io.sextant.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.DeskChoice;
import io.sextant.ui.shell.DeskOpener;
import io.sextant.ui.shell.Persona;
import io.sextant.ui.shell.SextantWindow;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.Pictures;
import io.sextant.ui.testing.SamplePanel;
import io.sextant.ui.testing.TestDesk;
import io.sextant.ui.theme.Themes;
import io.sextant.ui.welcome.ReaderMemory;
import io.sextant.ui.welcome.ReaderNotes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Who comes for the first time, and who comes as somebody else. */
@ExtendWith(ApplicationExtension.class)
class WelcomeTest {

    private FakeEngine engine = new FakeEngine();
    private final List<DeskChoice> asked = new CopyOnWriteArrayList<>();
    private volatile boolean newcomer;
    private final AtomicReference<ReaderNotes> kept = new AtomicReference<>();
    private final ReaderMemory memory = new ReaderMemory() {
        @Override
        public boolean isNewcomer() {
            return newcomer;
        }

        @Override
        public Optional<ReaderNotes> find() {
            return Optional.ofNullable(kept.get());
        }

        @Override
        public void keep(ReaderNotes notes) {
            kept.set(notes);
        }
    };
    private volatile String profile = "";
    private final SextantApplication.Profiles profiles = new SextantApplication.Profiles() {
        @Override
        public String current() {
            return profile;
        }

        @Override
        public List<String> names() {
            return List.of("Ada", "desk 2");
        }

        @Override
        public boolean mayBeCalled(String name) {
            return name.chars().allMatch(Character::isLetter) && !name.isEmpty();
        }

        @Override
        public SextantApplication.Launch launch(String name) {
            profile = name;
            return WelcomeTest.this.launch();
        }
    };
    private volatile CompletableFuture<SextantWindow> ready = new CompletableFuture<>();
    private final SextantApplication application = new SextantApplication();
    private Stage stage;

    @Start
    void keep(Stage primary) {
        stage = primary;
    }

    @Test
    void asksANewcomerOnceOpensTheirDeskAsTheySaidAndShowsThemAround(FxRobot robot) throws Exception {
        newcomer = true;
        SextantApplication.handOver(launch());
        robot.interact(() -> application.start(stage));
        Pictures.take(stage, "welcome-en");

        robot.clickOn("#welcome-language-fr").clickOn("#welcome-theme-LIGHT").clickOn("#welcome-persona-observer");
        robot.clickOn("#welcome-persona-observer");
        assertThat(robot.lookup("#welcome-begin").queryAs(Labeled.class).getText())
                .isEqualTo("Commencer");
        Pictures.take(stage, "welcome-fr-light");
        assertThat(asked).as("no desk before the choices").isEmpty();
        robot.interact(
                () -> robot.lookup("#welcome-begin").queryAs(Button.class).requestFocus());
        robot.push(KeyCode.ENTER);
        SextantWindow window = ready.get(120, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(kept.get())
                .isEqualTo(new ReaderNotes(Language.FRENCH, Themes.Shade.LIGHT, Optional.of(Persona.OBSERVER)));
        assertThat(window.context().texts().language()).isEqualTo(Language.FRENCH);
        assertThat(window.context().themes().shadeProperty().get()).isEqualTo(Themes.Shade.LIGHT);
        assertThat(robot.lookup("#tour-title").queryAs(Labeled.class).getText()).isEqualTo("Où vont vos ordres");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#tour-card").query().getParent().isVisible()).isFalse();
        robot.interact(() -> window.context().themes().shadeProperty().set(Themes.Shade.DARK));
        robot.interact(application::stop);
        assertThat(kept.get().shade()).as("the window notes how it was left").isEqualTo(Themes.Shade.DARK);
        assertThat(kept.get().persona()).contains(Persona.OBSERVER);
    }

    @Test
    void goesOnWithAnotherProfileThatHasATasteOfItsOwn(FxRobot robot) throws Exception {
        SextantApplication.handOver(launch());
        robot.interact(() -> application.start(stage));
        SextantWindow first = ready.get(120, TimeUnit.SECONDS);
        ready = new CompletableFuture<>();
        engine = new FakeEngine();
        robot.interact(() -> first.context().desk().run("profile.open"));
        Button open = robot.lookup("#profile-open").queryAs(Button.class);
        assertThat(open.isDisabled()).as("the one that is open").isTrue();
        Pictures.take(stage, "profiles-en");
        TextField name = robot.lookup("#profile-name").queryAs(TextField.class);
        robot.interact(() -> name.setText("../x"));
        assertThat(open.isDisabled()).isTrue();
        robot.interact(() -> name.setText("Zoë"));

        robot.interact(open::fire);
        SextantWindow second = ready.get(120, TimeUnit.SECONDS);

        assertThat(profile).isEqualTo("Zoë");
        assertThat(kept.get()).as("the first reader’s taste was noted before").isNotNull();
        assertThat(second).isNotSameAs(first);
        robot.interact(application::stop);
    }

    private SextantApplication.Launch launch() {
        return new SextantApplication.Launch(
                new DeskChoice.Simulated(),
                (choice, mending, language) -> {
                    asked.add(choice);
                    return new DeskOpener.OpenDesk(engine, List.of());
                },
                List.of(),
                Optional.empty(),
                SamplePanel.all(),
                memory,
                Optional.of(profiles),
                () -> FakeEngine.START_NANOS,
                Language.ENGLISH,
                TestDesk.ZONE,
                window -> ready.complete(window));
    }
}
