package io.sextant.ui.panel.assistant;

import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/** A key that is held: its press is an action of the window, its release is heard wherever the keyboard is by then. */
final class PushKey {

    private final KeyCode key;
    private final Runnable released;
    private boolean held;

    PushKey(KeyCode key, Runnable released) {
        this.key = key;
        this.released = released;
    }

    /** False while it is held already, for a key repeats itself. */
    boolean press() {
        if (held) {
            return false;
        }
        held = true;
        Window.getWindows().stream().filter(Window::isFocused).findFirst().ifPresent(this::watch);
        return true;
    }

    private void watch(Window window) {
        Watch watch = new Watch(window);
        window.addEventFilter(KeyEvent.KEY_RELEASED, watch);
        window.focusedProperty().addListener(watch.left);
    }

    /** Who leaves the window lets go of the key somewhere else. */
    private final class Watch implements EventHandler<KeyEvent> {

        private final Window window;
        private final ChangeListener<Boolean> left = (property, before, now) -> end();

        Watch(Window window) {
            this.window = window;
        }

        @Override
        public void handle(KeyEvent event) {
            if (event.getCode() == key) {
                end();
            }
        }

        private void end() {
            window.removeEventFilter(KeyEvent.KEY_RELEASED, this);
            window.focusedProperty().removeListener(left);
            held = false;
            released.run();
        }
    }
}
