package io.sextant.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.request.Topic;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.DeskLayout.Split;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.SamplePanel;
import io.sextant.ui.testing.TestWindow;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import software.coley.bentofx.control.Header;

@ExtendWith(ApplicationExtension.class)
class DockingTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;
    private SextantWindow window;

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

    @Test
    void startsWithTheStandardLayoutAndTellsThePanelsInSight() {
        settle();
        DeskLayout standard = DeskLayout.standard(1440, 900);
        DeskLayout found = LayoutText.read(layout()).orElseThrow();
        assertThat(layout().replaceAll("0\\.\\d+", "#"))
                .isEqualTo(LayoutText.write(standard).replaceAll("0\\.\\d+", "#"));
        assertDividersClose((Split) found.docked(), (Split) standard.docked());
        assertThat(panel(PanelIds.BLOTTER).told()).containsExactly("shown");
        assertThat(panel(PanelIds.JOURNAL).told()).isEmpty();
        assertThat(engine.openTopics()).contains(new Topic.Market(FakeInstruments.BTC));
    }

    @Test
    void theTabThatComesForwardIsShownAndTheOtherHidden(FxRobot robot) {
        settle();
        robot.clickOn(header(robot, PanelIds.JOURNAL));
        settle();
        assertThat(panel(PanelIds.JOURNAL).told()).containsExactly("shown");
        assertThat(panel(PanelIds.BLOTTER).told()).containsExactly("shown", "hidden");
    }

    @Test
    void aPanelIsShownByItsKeysWithTheKeyboardInIt(FxRobot robot) {
        settle();
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT7).release(KeyCode.CONTROL);
        settle();
        assertThat(window.context().desk().isShowing(PanelIds.PORTFOLIO)).isTrue();
        assertThat(robot.lookup("#field-portfolio").queryAs(TextField.class).isFocused())
                .isTrue();
    }

    @Test
    void aClosedPanelComesBackWhenItIsAskedFor(FxRobot robot) {
        settle();
        robot.clickOn("#field-tape");
        robot.press(KeyCode.CONTROL).type(KeyCode.W).release(KeyCode.CONTROL);
        settle();
        assertThat(layout()).doesNotContain(PanelIds.TAPE);
        assertThat(panel(PanelIds.TAPE).told()).containsExactly("shown", "hidden");

        robot.interact(() -> window.context().desk().showPanel(PanelIds.TAPE));
        settle();

        assertThat(layout()).contains(PanelIds.TAPE + "*");
        assertThat(panel(PanelIds.TAPE).told()).containsExactly("shown", "hidden", "shown");
    }

    @Test
    void saysWhatToDoWhenEveryPanelIsClosed(FxRobot robot) {
        settle();
        window.panels()
                .all()
                .forEach(panel -> robot.interact(() -> window.docking().close(panel.id())));
        settle();
        assertThat(robot.lookup("No panel is open. Press Ctrl+K and type its name.")
                        .query()
                        .isVisible())
                .isTrue();

        robot.interact(() -> window.context().desk().showPanel(PanelIds.CHART));
        settle();

        assertThat(layout()).isEqualTo("1 [chart*]");
    }

    @Test
    void aTabIsDraggedIntoAnotherGroup(FxRobot robot) {
        settle();
        drag(robot, header(robot, PanelIds.JOURNAL), header(robot, PanelIds.WATCHLIST));
        settle();
        assertThat(layout()).containsPattern("\\[(watchlist,journal\\*|journal\\*,watchlist)\\]");
        assertThat(window.context().desk().isShowing(PanelIds.JOURNAL)).isTrue();
    }

    @Test
    void aTabIsDraggedToTheSideOfAGroupAndSplitsIt(FxRobot robot) {
        settle();
        Node chart = robot.lookup("#view-chart").query();
        var bounds = chart.localToScreen(chart.getBoundsInLocal());
        robot.drag(header(robot, PanelIds.PORTFOLIO), MouseButton.PRIMARY);
        robot.moveTo(bounds.getCenterX(), bounds.getCenterY());
        robot.dropTo(bounds.getMaxX() - 12, bounds.getCenterY());
        settle();
        assertThat(layout()).containsPattern("\\[chart\\*\\] 0\\.\\d+ \\[portfolio\\*\\]");
    }

    @Test
    void aPanelIsSplitOffToTheRightAndBelow(FxRobot robot) {
        settle();
        robot.interact(() -> window.docking().split(PanelIds.JOURNAL, javafx.geometry.Orientation.HORIZONTAL));
        settle();
        assertThat(layout())
                .containsPattern("h\\(\\[blotter\\*,portfolio,data,schedules\\] 0\\.5\\d+ \\[journal\\*\\]\\)");

        robot.interact(() -> window.docking().split(PanelIds.PORTFOLIO, javafx.geometry.Orientation.VERTICAL));
        settle();
        assertThat(layout()).containsPattern("v\\(\\[blotter\\*,data,schedules\\] 0\\.5\\d+ \\[portfolio\\*\\]\\)");
        assertThat(window.context().desk().isShowing(PanelIds.PORTFOLIO)).isTrue();
    }

    @Test
    void aPanelFloatsInAWindowOfItsOwnWhereTheKeysStillWork(FxRobot robot) {
        settle();
        robot.clickOn("#field-tape");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.F).release(KeyCode.SHIFT, KeyCode.CONTROL);
        settle();

        assertThat(window.docking().floatingWindows()).hasSize(1);
        assertThat(layout()).contains("@").endsWith("[tape*]");
        assertThat(panel(PanelIds.TAPE).told().getLast()).isEqualTo("shown");

        Stage floating = window.docking().floatingWindows().getFirst();
        double usual = heightInScene(robot.lookup("#field-tape").query());
        robot.interact(() -> window.context().themes().scaleProperty().set(1.5));
        settle();
        assertThat(heightInScene(robot.lookup("#field-tape").query()))
                .as("it grows with the window that it came from")
                .isCloseTo(1.5 * usual, within(1.5));
        robot.interact(() -> window.context().themes().scaleProperty().set(1));
        robot.interact(floating::requestFocus);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.K).release(KeyCode.SHIFT, KeyCode.CONTROL);
        settle();
        assertThat(engine.desk().killSwitchEngaged()).isTrue();

        robot.interact(() -> floating.fireEvent(
                new javafx.stage.WindowEvent(floating, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST)));
        robot.interact(floating::close);
        settle();
        assertThat(layout()).doesNotContain("@");
        assertThat(panel(PanelIds.TAPE).told().getLast()).isEqualTo("hidden");
    }

    @Test
    void theLayoutIsRememberedAcrossARestart(FxRobot robot) {
        settle();
        robot.interact(() -> window.docking().moveToNextGroup(PanelIds.JOURNAL));
        robot.interact(() -> window.docking().tearOff(PanelIds.TAPE));
        settle();
        robot.interact(() -> {
            Stage floating = window.docking().floatingWindows().getFirst();
            floating.setX(300);
            floating.setY(200);
            floating.setWidth(640);
            floating.setHeight(400);
        });
        settle();
        robot.interact(() -> stage.setWidth(1300));
        settle();
        String before = layout();
        robot.interact(window::close);
        assertThat(engine.settings())
                .containsEntry("ui.layout", before)
                .containsEntry("ui.window", "0,0,1300,900,false");

        robot.interact(() -> window = TestWindow.open(stage, engine, SamplePanel.all(), Language.ENGLISH));
        settle();

        assertThat(stage.getWidth()).isEqualTo(1300);
        assertThat(layout()).contains("@300,200,640,400 [tape*]");
        DeskLayout wanted = LayoutText.read(before).orElseThrow();
        DeskLayout found = LayoutText.read(layout()).orElseThrow();
        assertThat(found.panels()).containsExactlyElementsOf(wanted.panels().toList());
        assertDividersClose((Split) found.docked(), (Split) wanted.docked());
    }

    @Test
    void dividersDoNotCreepFromStartToStart(FxRobot robot) {
        settle();
        String first = layout();
        for (int start = 0; start < 5; start++) {
            robot.interact(
                    () -> window.docking().apply(LayoutText.read(layout()).orElseThrow()));
            settle();
        }
        assertThat(layout()).isEqualTo(first);
    }

    @Test
    void resetPutsEverythingBack(FxRobot robot) {
        settle();
        String first = layout();
        robot.interact(() -> {
            window.docking().tearOff(PanelIds.TAPE);
            window.docking().close(PanelIds.LADDER);
        });
        settle();
        assertThat(layout()).isNotEqualTo(first);

        robot.interact(() -> window.context().desk().run(ShellActions.RESET_LAYOUT));
        settle();

        assertThat(window.docking().floatingWindows()).isEmpty();
        assertThat(LayoutText.read(layout()).orElseThrow().panels())
                .containsExactlyElementsOf(
                        LayoutText.read(first).orElseThrow().panels().toList());
    }

    @Test
    void theKeyboardWalksThroughThePanelsInSight(FxRobot robot) {
        settle();
        robot.clickOn("#field-watchlist");
        robot.type(KeyCode.F6);
        settle();
        assertThat(robot.lookup("#field-chart").queryAs(TextField.class).isFocused())
                .isTrue();
        robot.press(KeyCode.SHIFT).type(KeyCode.F6).release(KeyCode.SHIFT);
        settle();
        assertThat(robot.lookup("#field-watchlist").queryAs(TextField.class).isFocused())
                .isTrue();
    }

    private static void assertDividersClose(Split found, Split wanted) {
        for (int i = 0; i < wanted.dividers().size(); i++) {
            assertThat(found.dividers().get(i)).isCloseTo(wanted.dividers().get(i), within(0.01));
        }
    }

    private static void drag(FxRobot robot, Node from, Node to) {
        robot.drag(from, MouseButton.PRIMARY);
        robot.moveTo(to);
        robot.dropTo(to);
    }

    private Node header(FxRobot robot, String panelId) {
        return robot.lookup(node -> node instanceof Header header
                        && header.getDockable().getIdentifier().equals(panelId))
                .query();
    }

    private SamplePanel panel(String id) {
        return (SamplePanel) window.panels().findPanel(id).orElseThrow();
    }

    private String layout() {
        return window.docking().capture().map(LayoutText::write).orElse("");
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents(5);
    }

    private static double heightInScene(Node node) {
        return node.localToScene(node.getLayoutBounds()).getHeight();
    }
}
