package io.sextant.ui.panel.data.quality;

import io.sextant.ui.i18n.Texts;
import javafx.scene.control.ListCell;

/** A constant of the domain by its word, in the language of the moment. */
final class WordCell<E extends Enum<E>> extends ListCell<E> {

    private final Texts texts;

    WordCell(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected void updateItem(E constant, boolean empty) {
        super.updateItem(constant, empty);
        textProperty().unbind();
        if (empty || constant == null) {
            setText("");
        } else {
            textProperty().bind(texts.bindWord(constant));
        }
    }
}
