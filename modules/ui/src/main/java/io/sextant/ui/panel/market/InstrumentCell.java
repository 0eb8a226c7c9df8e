package io.sextant.ui.panel.market;

import io.sextant.ui.parts.LiveRow;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;

/** The symbol, and the name below it. */
final class InstrumentCell extends TableCell<LiveRow<MarketRow>, MarketRow> {

    private final Label symbol = new Label();
    private final Label name = new Label();
    private final VBox box = new VBox(symbol, name);

    InstrumentCell() {
        getStyleClass().add("instrument-cell");
        symbol.getStyleClass().add("symbol");
        name.getStyleClass().add("name");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(MarketRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        symbol.setText(row.instrument().id().symbol());
        name.setText(row.instrument().name());
        setText(row.instrument().id().symbol());
        setGraphic(box);
    }
}
