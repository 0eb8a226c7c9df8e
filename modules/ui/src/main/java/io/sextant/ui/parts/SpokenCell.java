package io.sextant.ui.parts;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/** A choice in words that follow the language; a box with a converter keeps the words of the language it was made in. */
public final class SpokenCell<T> extends ListCell<T> {

    private final Function<T, ObservableValue<String>> words;

    private SpokenCell(Function<T, ObservableValue<String>> words) {
        this.words = words;
    }

    /** For the box and its list. */
    public static <T> void in(ComboBox<T> box, Function<T, ObservableValue<String>> words) {
        box.setButtonCell(new SpokenCell<>(words));
        box.setCellFactory(list -> new SpokenCell<>(words));
    }

    @Override
    protected void updateItem(T choice, boolean empty) {
        super.updateItem(choice, empty);
        textProperty().unbind();
        if (empty || choice == null) {
            setText("");
        } else {
            textProperty().bind(words.apply(choice));
        }
    }
}
