package io.sextant.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.time.SystemClock;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.panel.StandardPanels;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.Pictures;
import io.sextant.ui.testing.SamplePanel;
import io.sextant.ui.testing.TestDesk;
import io.sextant.ui.testing.TestWindow;
import io.sextant.ui.theme.Themes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Arrangements of panels as samples and as files, and the tour past them. */
@ExtendWith(ApplicationExtension.class)
class WorkspacesTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;
    private SextantWindow window;

    @TempDir
    Path folder;

    @Start
    void open(Stage primary) {
        stage = primary;
        window = TestWindow.open(primary, engine, SamplePanel.all(), Language.ENGLISH);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
        assertThat(engine.openTopics()).as("subscriptions left open").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Persona.class)
    void aSampleHasOnlyPanelsThatThereAreEachOnceAndTheTicketAndTheChart(Persona persona, FxRobot robot) {
        Set<String> known = new HashSet<>();
        robot.interact(() -> {
            TestDesk desk = new TestDesk(engine, Language.ENGLISH, Themes.Shade.DARK);
            StandardPanels.all(new SystemClock())
                    .forEach(factory -> known.add(factory.create(desk.context()).id()));
            desk.context().engine().close();
        });

        List<String> panels = persona.workspace().panels().toList();

        assertThat(known).containsAll(panels);
        assertThat(panels).doesNotHaveDuplicates().contains(PanelIds.CHART, PanelIds.TICKET);
    }

    @Test
    void samplesDiffer() {
        Set<String> written = java.util.Arrays.stream(Persona.values())
                .map(persona -> LayoutText.write(persona.workspace()))
                .collect(Collectors.toSet());

        assertThat(written).hasSize(Persona.values().length);
    }

    @Test
    void whatIsSavedOpensAgainAsItWas(FxRobot robot) throws Exception {
        run(robot, "workspace.observer");
        String arranged = layout(robot);
        Path file = folder.resolve("mine.sextant");
        Workspaces workspaces = workspaces();
        robot.interact(() -> workspaces.save(file));
        run(robot, "workspace.day-trader");
        assertThat(layout(robot)).isNotEqualTo(arranged);

        robot.interact(() -> window.openFiles(List.of(file)));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(layout(robot)).isEqualTo(arranged);
        assertThat(Files.readString(file)).startsWith("sextant-workspace 1\n");
    }

    @Test
    void aFileThatIsNoneOrIsNewerChangesNothing(FxRobot robot) throws Exception {
        String before = layout(robot);
        Path none = Files.writeString(folder.resolve("none.sextant"), "<html>");
        Path newer = Files.writeString(folder.resolve("newer.sextant"), "sextant-workspace 2\nlayout = 2 x\n");
        Path foreign =
                Files.writeString(folder.resolve("foreign.sextant"), "sextant-workspace 1\nlayout = 1 [nowhere*]\n");

        robot.interact(() -> window.openFiles(List.of(none, newer, foreign, folder.resolve("gone.sextant"))));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(layout(robot)).isEqualTo(before);
        assertThatThrownBy(() -> WorkspaceText.read(Files.readString(newer)))
                .isInstanceOfSatisfying(
                        WorkspaceProblem.class,
                        problem -> assertThat(problem.reason()).isEqualTo(WorkspaceProblem.Reason.NEWER));
        assertThatThrownBy(() -> WorkspaceText.read("sextant-workspace 1\nlayout = 1 h(\n"))
                .isInstanceOfSatisfying(
                        WorkspaceProblem.class,
                        problem -> assertThat(problem.reason()).isEqualTo(WorkspaceProblem.Reason.NOT_A_WORKSPACE));
    }

    @Test
    void theTourPointsAtFiveControlsGoesByKeyboardAndGivesTheKeyboardBack(FxRobot robot) {
        AtomicInteger ended = new AtomicInteger();
        robot.interact(() -> window.beginTour(ended::incrementAndGet));
        WaitForAsyncUtils.waitForFxEvents();
        Set<String> titles = new HashSet<>();
        for (int step = 0; step < Tour.STEPS.size(); step++) {
            titles.add(robot.lookup("#tour-title").queryAs(Labeled.class).getText());
            Pictures.take(stage, "tour-" + (step + 1));
            Node card = robot.lookup("#tour-card").query();
            Node ring = robot.lookup(".tour-ring").query();
            assertThat(ring.isVisible())
                    .as("step %d points at something", step + 1)
                    .isTrue();
            Bounds place = card.localToParent(card.getLayoutBounds());
            assertThat(stage.getScene().getRoot().getLayoutBounds().contains(place))
                    .as("the card of step %d is whole", step + 1)
                    .isTrue();
            assertThat(ring.getLayoutBounds().intersects(place))
                    .as("the card of step %d hides nothing", step + 1)
                    .isFalse();
            robot.push(step % 2 == 0 ? KeyCode.ENTER : KeyCode.RIGHT);
            WaitForAsyncUtils.waitForFxEvents();
        }

        assertThat(titles).hasSize(5);
        assertThat(ended.get()).isEqualTo(1);
        assertThat(robot.lookup("#tour-card").query().getParent().isVisible()).isFalse();
    }

    @Test
    void theTourIsInTheHelpMenuGoesBackAndShowsAPanelThatWasClosed(FxRobot robot) {
        robot.interact(() -> window.docking().close(PanelIds.TICKET));
        robot.clickOn("#topbar-help").clickOn("#help-tour");
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#tour-title").queryAs(Labeled.class).getText()).isEqualTo("Orders start here");
        assertThat(window.docking().isInSight(PanelIds.TICKET)).isTrue();

        robot.push(KeyCode.LEFT);
        assertThat(robot.lookup("#tour-title").queryAs(Labeled.class).getText()).isEqualTo("Panels move");

        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#tour-card").query().getParent().isVisible()).isFalse();
    }

    private Workspaces workspaces() {
        return new Workspaces(
                window.context(),
                window.docking(),
                id -> window.panels().findPanel(id).isPresent(),
                stage);
    }

    private void run(FxRobot robot, String action) {
        robot.interact(() -> window.context().desk().run(action));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String layout(FxRobot robot) {
        StringBuilder text = new StringBuilder();
        robot.interact(
                () -> text.append(LayoutText.write(window.docking().capture().orElseThrow())));
        return text.toString();
    }
}
