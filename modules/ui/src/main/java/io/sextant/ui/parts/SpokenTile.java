package io.sextant.ui.parts;

import eu.hansolo.tilesfx.Tile;
import io.sextant.ui.i18n.Texts;
import javafx.beans.binding.Bindings;

/** A tile is painted, so it says nothing to whoever cannot see it; this gives it its title, value and remark as a name. */
public final class SpokenTile {

    private SpokenTile() {}

    public static void speak(Tile tile, Texts texts, int decimals) {
        tile.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> String.join(
                                        " ",
                                        tile.getTitle(),
                                        texts.figures().number(tile.getValue(), decimals) + tile.getUnit(),
                                        tile.getDescription(),
                                        tile.getText())
                                .strip(),
                        tile.titleProperty(),
                        tile.valueProperty(),
                        tile.descriptionProperty(),
                        tile.textProperty(),
                        texts.figuresProperty()));
    }
}
