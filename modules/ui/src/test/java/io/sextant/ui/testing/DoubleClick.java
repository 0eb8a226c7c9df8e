package io.sextant.ui.testing;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.testfx.api.FxRobot;

/**
 * Two clicks in one go on the thread of the window. Between those of a robot beside it a loaded machine pauses for longer than a
 * double click may take, and they become two single ones.
 */
public final class DoubleClick {

    private DoubleClick() {}

    public static void on(FxRobot robot, Node node) {
        robot.moveTo(node);
        here(robot);
    }

    public static void at(FxRobot robot, Point2D onScreen) {
        robot.moveTo(onScreen);
        here(robot);
    }

    private static void here(FxRobot robot) {
        robot.interact(() -> {
            Robot pointer = new Robot();
            for (int click = 0; click < 2; click++) {
                pointer.mousePress(MouseButton.PRIMARY);
                pointer.mouseRelease(MouseButton.PRIMARY);
            }
        });
    }
}
