package io.sextant.ui.testing;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;

/** What cannot be seen in a small dock and cannot be scrolled to either. */
public final class Reachable {

    private static final double HAIR = 1.5;

    private Reachable() {}

    /** Names of controls and words that lie below the edge of what shows them, where nothing scrolls. On the JavaFX thread. */
    public static List<String> cutOff(Node root) {
        List<String> cut = new ArrayList<>();
        look(root, root.localToScene(root.getBoundsInLocal()), cut);
        return cut;
    }

    private static void look(Node node, Bounds seen, List<String> cut) {
        if (!node.isVisible() || node instanceof TableView<?>) {
            return;
        }
        if (node instanceof ScrollPane scroll && scroll.getVbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER) {
            // All of it can be scrolled to.
            Node content = scroll.getContent();
            look(content, content.localToScene(content.getLayoutBounds()), cut);
            return;
        }
        Bounds place = node.localToScene(node.getLayoutBounds());
        boolean says = node instanceof Label label ? !label.getText().isBlank() : node instanceof Control;
        if (says && !(node instanceof TabPane) && place.getHeight() > 0 && place.getMaxY() > seen.getMaxY() + HAIR) {
            cut.add(node.getId() + " " + node.getClass().getSimpleName() + " ends at " + Math.round(place.getMaxY())
                    + ", seen to " + Math.round(seen.getMaxY()));
        }
        if (node instanceof Parent parent) {
            boolean clips = node.getClip() != null && place.getMaxY() < seen.getMaxY();
            parent.getChildrenUnmodifiable().forEach(child -> look(child, clips ? place : seen, cut));
        }
    }
}
