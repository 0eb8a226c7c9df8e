package io.sextant.ui.panel.strategies;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Tone;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** A few lines under titles; written anew as a whole. */
final class FigureGrid extends GridPane {

    private final Texts texts;

    FigureGrid(String id, Texts texts) {
        this.texts = texts;
        setId(id);
        getStyleClass().add("forecasts-grid");
    }

    /** A cell's words and how they are coloured. */
    record Cell(String words, Tone tone) {

        static Cell of(String words) {
            return new Cell(words, Tone.PLAIN);
        }
    }

    void titles(List<String> keys) {
        getChildren().clear();
        for (int i = 0; i < keys.size(); i++) {
            Label title = new Label(texts.get(keys.get(i)));
            title.getStyleClass().add("muted");
            title.setMinWidth(USE_PREF_SIZE);
            add(title, i, 0);
        }
    }

    /** The last cell takes the room that is left, and as many lines as it needs. */
    void line(List<Cell> cells) {
        int row = getRowCount();
        for (int i = 0; i < cells.size(); i++) {
            Label label = new Label(cells.get(i).words());
            cells.get(i).tone().applyTo(label);
            boolean last = i == cells.size() - 1;
            label.setWrapText(last);
            label.setMinWidth(last ? 160 : USE_PREF_SIZE);
            if (last) {
                label.setMinHeight(USE_PREF_SIZE);
            }
            add(label, i, row);
        }
    }
}
