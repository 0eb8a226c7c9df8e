package io.sextant.ui.shell;

import io.sextant.ui.i18n.Texts;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;

/** A shortcut drawn as the keys to press, by the names that stand on the reader’s keyboard. */
final class KeyCaps {

    private KeyCaps() {}

    static HBox of(KeyCombination combination, Texts texts) {
        HBox row = new HBox(names(combination, texts).stream().map(KeyCaps::cap).toArray(Node[]::new));
        row.getStyleClass().add("key-caps");
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    /** As people say it: Ctrl+Shift+K. */
    static String text(KeyCombination combination, Texts texts) {
        return String.join("+", names(combination, texts));
    }

    /** The same from now on, in the language of the moment. */
    static ObservableValue<String> bind(KeyCombination combination, Texts texts) {
        return Bindings.createStringBinding(() -> text(combination, texts), texts.figuresProperty());
    }

    private static List<String> names(KeyCombination combination, Texts texts) {
        return Arrays.stream(combination.getDisplayText().split("\\+"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> texts.find("shell.key." + name.replace(' ', '-')).orElse(name))
                .toList();
    }

    private static Label cap(String name) {
        Label cap = new Label(name);
        cap.getStyleClass().add("key-cap");
        return cap;
    }
}
