package io.sextant.ui.parts;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/**
 * Keeps the letter of a shortcut out of the field that it opens: the field gets the keyboard while the key is still down, so the
 * letter is typed into it, though it was pressed elsewhere.
 */
public final class ShortcutEcho {

    private boolean pressedHere = true;

    public ShortcutEcho(TextField field) {
        field.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> pressedHere = true);
        field.addEventFilter(KeyEvent.KEY_TYPED, typed -> {
            if (!pressedHere) {
                typed.consume();
            }
        });
    }

    /** The field opens: what is typed before a key is pressed in it does not count. */
    public void opening() {
        pressedHere = false;
    }
}
