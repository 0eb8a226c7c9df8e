package io.sextant.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A card over the dimmed window, one at a time. Escape or a click beside it closes it and gives the keyboard back. */
final class Overlay {

    private final StackPane scrim = new StackPane();
    private @Nullable Node focusedBefore;
    private Runnable onClosed = () -> {};

    Overlay() {
        scrim.getStyleClass().add("overlay");
        scrim.setVisible(false);
        scrim.setOnMousePressed(pressed -> {
            if (pressed.getTarget() == scrim) {
                close();
            }
        });
        scrim.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE) {
                pressed.consume();
                close();
            }
        });
    }

    Node view() {
        return scrim;
    }

    boolean isOpen() {
        return scrim.isVisible();
    }

    /** Shows {@code card} with the keyboard on {@code focused}; what was open is closed first. */
    void open(Node card, Pos position, Node focused, Runnable whenClosed) {
        close();
        focusedBefore = scrim.getScene() == null ? null : scrim.getScene().getFocusOwner();
        onClosed = whenClosed;
        StackPane.setAlignment(card, position);
        scrim.getChildren().setAll(card);
        scrim.setVisible(true);
        scrim.toFront();
        focused.requestFocus();
    }

    void close() {
        if (!scrim.isVisible()) {
            return;
        }
        scrim.setVisible(false);
        scrim.getChildren().clear();
        Node before = focusedBefore;
        focusedBefore = null;
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
        Runnable closed = onClosed;
        onClosed = () -> {};
        closed.run();
    }
}
