package io.sextant.ui.parts;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a list says while it has nothing to list. */
public final class EmptyState extends VBox {

    public EmptyState(Ikon icon, ObservableValue<String> sentence) {
        getStyleClass().add("empty-state");
        Label label = new Label();
        label.textProperty().bind(sentence);
        label.setWrapText(true);
        getChildren().addAll(new FontIcon(icon), label);
    }
}
