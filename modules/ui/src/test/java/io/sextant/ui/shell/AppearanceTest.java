package io.sextant.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.SamplePanel;
import io.sextant.ui.testing.TestWindow;
import io.sextant.ui.theme.Themes;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Larger, with more contrast, in colours for every eye; by keys, and remembered. */
@ExtendWith(ApplicationExtension.class)
class AppearanceTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;
    private SextantWindow window;

    @Start
    void open(Stage primary) {
        stage = primary;
        window = TestWindow.open(primary, engine, SamplePanel.all(), Language.ENGLISH);
    }

    private static void keys(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Themes themes() {
        return window.context().themes();
    }

    private double height(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.localToScene(node.getLayoutBounds()).getHeight();
    }

    @Test
    void growsByKeysUpToTwiceFillsTheWindowAsBeforeAndIsRemembered(FxRobot robot) {
        double usual = height(robot, "#topbar-palette");
        for (int i = 0; i < 8; i++) {
            keys(robot, KeyCode.EQUALS);
        }
        assertThat(themes().scaleProperty().get()).isEqualTo(2);
        assertThat(height(robot, "#topbar-palette"))
                .as("as large as this window has room for its bars")
                .isBetween(1.2 * usual, 2 * usual + 1);
        Node bar = robot.lookup(".status-bar-line").query();
        Bounds below = bar.localToScene(bar.getLayoutBounds());
        assertThat(below.getMaxY()).isCloseTo(stage.getScene().getHeight(), within(2.0));
        assertThat(below.getMaxX()).isCloseTo(stage.getScene().getWidth(), within(2.0));

        keys(robot, KeyCode.DIGIT0);
        assertThat(themes().scaleProperty().get()).isEqualTo(1);
        keys(robot, KeyCode.MINUS);
        assertThat(themes().scaleProperty().get()).as("not below the usual").isEqualTo(1);
        keys(robot, KeyCode.PLUS);
        keys(robot, KeyCode.ADD);
        assertThat(height(robot, "#topbar-palette")).isCloseTo(1.25 * usual, within(1.0));
        robot.interact(window::close);
        assertThat(engine.settings()).containsEntry("ui.scale", "1.25");

        robot.interact(() -> window = TestWindow.open(stage, engine, SamplePanel.all(), Language.ENGLISH));
        assertThat(themes().scaleProperty().get()).isEqualTo(1.25);
        robot.interact(window::close);
    }

    @Test
    void menusGrowWithTheWindow(FxRobot robot) {
        double usual = menuHeight(robot);
        robot.interact(() -> themes().scaleProperty().set(2));
        assertThat(menuHeight(robot)).isCloseTo(2 * usual, within(0.15 * usual));
        robot.interact(window::close);
    }

    private double menuHeight(FxRobot robot) {
        ContextMenu[] menu = new ContextMenu[1];
        robot.interact(() -> {
            menu[0] = new ContextMenu(new MenuItem("One"), new MenuItem("Two"), new MenuItem("Three"));
            menu[0].show(stage.getScene().getRoot(), stage.getX() + 50, stage.getY() + 50);
        });
        WaitForAsyncUtils.waitForFxEvents();
        double[] height = new double[1];
        robot.interact(() -> {
            height[0] = menu[0].getHeight();
            menu[0].hide();
        });
        return height[0];
    }

    @Test
    void contrastAndSafeColoursAreSwitchedOnAndRemembered(FxRobot robot) {
        robot.interact(() -> {
            window.context().desk().run("appearance.contrast");
            window.context().desk().run("appearance.safe-colours");
        });
        assertThat(stage.getScene().getStylesheets())
                .anyMatch(sheet -> sheet.endsWith("contrast-dark.css"))
                .anyMatch(sheet -> sheet.endsWith("safe-dark.css"));
        robot.interact(window::close);
        assertThat(engine.settings()).containsEntry("ui.contrast", "on").containsEntry("ui.safe-colours", "on");
        robot.interact(() -> window = TestWindow.open(stage, engine, SamplePanel.all(), Language.ENGLISH));
        assertThat(themes().contrastProperty().get()).isTrue();
        assertThat(themes().safeColoursProperty().get()).isTrue();
        robot.interact(window::close);
    }
}
