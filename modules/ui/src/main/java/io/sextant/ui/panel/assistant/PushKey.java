package io.sextant.ui.panel.assistant;

import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A key that is held: its press is an action of the window, its release is heard wherever the keyboard is by then. */
final class PushKey {

    private final KeyCode key;
    private final Runnable released;
    private @Nullable Watch watch;

    PushKey(KeyCode key, Runnable released) {
        this.key = key;
        this.released = released;
    }

    /** False while it is held already, for a key repeats itself, and where no window could hear its release. */
    boolean press() {
        if (watch != null) {
            return false;
        }
        Window.getWindows().stream().filter(Window::isFocused).findFirst().ifPresent(this::watch);
        return watch != null;
    }

    /** While it repeats itself. */
    boolean isHeld() {
        return watch != null;
    }

    /** As if the key were let go of. */
    void letGo() {
        Watch held = watch;
        if (held != null) {
            held.end();
        }
    }

    private void watch(Window window) {
        Watch begun = new Watch(window);
        watch = begun;
        window.addEventFilter(KeyEvent.KEY_RELEASED, begun);
        window.focusedProperty().addListener(begun.left);
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
            watch = null;
            released.run();
        }
    }
}
