package io.sextant.ui.shell;

import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;

/** A shortcut drawn as the keys to press. */
final class KeyCaps {

    private KeyCaps() {}

    static HBox of(KeyCombination combination) {
        HBox row = new HBox(names(combination).stream().map(KeyCaps::cap).toArray(Node[]::new));
        row.getStyleClass().add("key-caps");
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    /** As people say it: Ctrl+Shift+K. */
    static String text(KeyCombination combination) {
        return String.join("+", names(combination));
    }

    private static List<String> names(KeyCombination combination) {
        return Arrays.stream(combination.getDisplayText().split("\\+"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Label cap(String name) {
        Label cap = new Label(name);
        cap.getStyleClass().add("key-cap");
        return cap;
    }
}
