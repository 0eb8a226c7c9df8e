package io.sextant.ui.panel.assistant;

import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Tells presses of a key from its repeats, which JavaFX does not. It listens at the window, because a window hears a key before its scenes
 * and nodes do.
 */
final class KeyPresses {

    private final KeyCode key;
    private final EventHandler<KeyEvent> pressed = this::pressed;
    private final EventHandler<KeyEvent> released = this::released;
    private boolean down;
    private boolean repeats;

    KeyPresses(KeyCode key, Node within) {
        this.key = key;
        ObservableValue<Window> window = within.sceneProperty().flatMap(Scene::windowProperty);
        window.addListener((property, before, now) -> {
            leave(before);
            enter(now);
        });
        enter(window.getValue());
    }

    /** Whether the key was down already when it was last pressed, so that nobody has pressed it anew. */
    boolean repeats() {
        return repeats;
    }

    private void enter(@Nullable Window window) {
        if (window != null) {
            window.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
            window.addEventFilter(KeyEvent.KEY_RELEASED, released);
        }
    }

    private void leave(@Nullable Window window) {
        if (window != null) {
            window.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
            window.removeEventFilter(KeyEvent.KEY_RELEASED, released);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == key) {
            repeats = down;
            down = true;
        }
    }

    private void released(KeyEvent event) {
        if (event.getCode() == key) {
            down = false;
            repeats = false;
        }
    }
}
