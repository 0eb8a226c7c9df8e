package io.sextant.ui.testing;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Goes around a window by Tab until it is where it began, and back by Shift+Tab. */
public final class TabWalk {

    /** More than any window has controls. */
    private static final int STEPS_MOST = 400;

    private TabWalk() {}

    /** Controls of a window that Tab, or Shift+Tab, does not come to on the way around; all of them where it does not come around. On the JavaFX thread. */
    public static Set<String> missed(String where, List<Node> nodes) {
        Set<Node> wanted = new LinkedHashSet<>();
        for (Node node : nodes) {
            if (node instanceof Control
                    && !(node instanceof ScrollPane)
                    && node.isFocusTraversable()
                    && !node.isDisabled()
                    && isShown(node)
                    && !isBesideTheChosen(node)
                    && !holds(node)) {
                wanted.add(node);
            }
        }
        Set<String> missed = new TreeSet<>();
        if (!wanted.isEmpty()) {
            for (boolean back : new boolean[] {false, true}) {
                Set<Node> left = new LinkedHashSet<>(wanted);
                left.removeAll(around(wanted.iterator().next(), back));
                left.forEach(node -> missed.add(where + (back ? " backwards: " : ": ") + node));
            }
        }
        return missed;
    }

    /** Everything that has the keyboard on the way around; nothing where the way does not come around. */
    private static Set<Node> around(Node first, boolean back) {
        Scene scene = first.getScene();
        first.requestFocus();
        Set<Node> been = new HashSet<>();
        for (int i = 0; i < STEPS_MOST; i++) {
            Node now = scene.getFocusOwner();
            if (now == null || (i > 0 && now == first)) {
                return been;
            }
            been.add(now);
            now.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, back, false, false, false));
        }
        return Set.of();
    }

    /** One choice of a group has the keyboard for all of it: the arrow keys change it. */
    private static boolean isBesideTheChosen(Node node) {
        return node instanceof Toggle toggle
                && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getSelectedToggle() != null
                && !toggle.isSelected();
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    /** A frame around a chart, of its library; the keyboard passes it. */
    private static boolean holds(Node node) {
        return node.getClass().getSimpleName().equals("HiddenSidesPane");
    }
}
