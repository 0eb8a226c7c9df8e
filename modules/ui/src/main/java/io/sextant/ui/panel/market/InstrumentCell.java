package io.sextant.ui.panel.market;

import io.sextant.domain.market.FlowAnomaly;
import io.sextant.ui.parts.AnomalyWords;
import io.sextant.ui.parts.LiveRow;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The symbol, and below it the name or what is unusual there. */
final class InstrumentCell extends TableCell<LiveRow<MarketRow>, MarketRow> {

    private static final PseudoClass UNUSUAL = PseudoClass.getPseudoClass("unusual");

    private final AnomalyWords anomalies;
    private final Tooltip explanation = new Tooltip();
    private final Label symbol = new Label();
    private final Label name = new Label();
    private final VBox box = new VBox(symbol, name);

    InstrumentCell(AnomalyWords anomalies) {
        this.anomalies = anomalies;
        explanation.setWrapText(true);
        explanation.setMaxWidth(360);
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
            setTooltip(null);
            return;
        }
        symbol.setText(row.instrument().id().symbol());
        FlowAnomaly unusual = row.unusual();
        name.setText(unusual == null ? row.instrument().name() : anomalies.name(unusual));
        name.pseudoClassStateChanged(UNUSUAL, unusual != null);
        if (unusual == null) {
            setTooltip(null);
            setText(row.instrument().id().symbol());
        } else {
            explanation.setText(anomalies.say(unusual));
            setTooltip(explanation);
            setText(row.instrument().id().symbol() + ", " + anomalies.name(unusual));
        }
        setGraphic(box);
    }
}
