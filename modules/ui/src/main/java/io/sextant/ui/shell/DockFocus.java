package io.sextant.ui.shell;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/**
 * Which group of tabs has the keyboard, and the mark on it. Read from the focus owner, because JavaFX's focusWithin sticks where a
 * focused cell of a table was reused.
 */
final class DockFocus {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Supplier<Stream<DockContainerLeaf>> leaves;

    DockFocus(Supplier<Stream<DockContainerLeaf>> leaves) {
        this.leaves = leaves;
    }

    /** From now on, in the window of {@code scene}. */
    void watch(Scene scene) {
        scene.focusOwnerProperty().addListener(changed -> mark());
    }

    Optional<DockContainerLeaf> current() {
        return leaves.get()
                .filter(leaf -> ownsFocus(leaf)
                        && leaf.getScene().getWindow() != null
                        && leaf.getScene().getWindow().isFocused())
                .findFirst();
    }

    void mark() {
        leaves.get().forEach(leaf -> leaf.pseudoClassStateChanged(CURRENT, ownsFocus(leaf)));
    }

    private static boolean ownsFocus(DockContainerLeaf leaf) {
        Scene scene = leaf.getScene();
        return scene != null && scene.getFocusOwner() != null && isInside(scene.getFocusOwner(), leaf);
    }

    private static boolean isInside(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }
}
