package io.sextant.ui.panel.market;

import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.AnomalyWords;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.Tone;
import java.util.Comparator;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** Filter above, instruments below. */
final class MarketView extends VBox {

    private final Texts texts;
    private final AnomalyWords anomalies;
    private final TextField filter = new TextField();
    private final TableView<LiveRow<MarketRow>> table = new TableView<>();

    MarketView(MarketModel model, Texts texts, AnomalyWords anomalies, ObservableValue<ChartPalette> palette) {
        this.texts = texts;
        this.anomalies = anomalies;
        getStyleClass().addAll("panel", "market-panel");
        filter.setId("market-filter");
        filter.promptTextProperty().bind(texts.bind("market.filter.prompt"));
        filter.accessibleTextProperty().bind(texts.bind("market.filter.prompt"));
        filter.textProperty().bindBidirectional(model.filter());
        fillTable(model, palette);
        HBox bar = new HBox(filter);
        bar.getStyleClass().add("panel-bar");
        HBox.setHgrow(filter, Priority.ALWAYS);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar, table);
    }

    TextField filter() {
        return filter;
    }

    TableView<LiveRow<MarketRow>> table() {
        return table;
    }

    private void fillTable(MarketModel model, ObservableValue<ChartPalette> palette) {
        table.setId("market-table");
        table.getStyleClass().addAll("dense", "market-table");
        table.setFixedCellSize(38);
        table.setTableMenuButtonVisible(true);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.accessibleTextProperty().bind(texts.bind("market.table"));
        table.setPlaceholder(new EmptyState(MaterialDesignM.MAGNIFY_CLOSE, texts.bind("market.empty")));
        table.getColumns().add(instrument());
        table.getColumns().add(trend(palette));
        table.getColumns().add(last());
        table.getColumns().add(change());
        table.getColumns().add(hidden(bid()));
        table.getColumns().add(hidden(ask()));
        SortedList<LiveRow<MarketRow>> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        texts.figuresProperty().addListener(change -> table.refresh());
    }

    private TableColumn<LiveRow<MarketRow>, MarketRow> instrument() {
        TableColumn<LiveRow<MarketRow>, MarketRow> column = new Columns<MarketRow>(texts)
                .words(
                        "market.column.instrument",
                        110,
                        row -> row.instrument().id().symbol());
        column.setMinWidth(84);
        column.setCellFactory(unused -> new InstrumentCell(anomalies));
        return column;
    }

    private TableColumn<LiveRow<MarketRow>, MarketRow> trend(ObservableValue<ChartPalette> palette) {
        TableColumn<LiveRow<MarketRow>, MarketRow> column =
                new Columns<MarketRow>(texts).words("market.column.trend", 64, row -> "");
        column.setMinWidth(40);
        column.setSortable(false);
        column.setCellFactory(unused -> new TrendCell(palette));
        return column;
    }

    private TableColumn<LiveRow<MarketRow>, MarketRow> last() {
        TableColumn<LiveRow<MarketRow>, MarketRow> column = new Columns<MarketRow>(texts)
                .figures(
                        "market.column.last",
                        86,
                        row -> texts.figures().price(row.figures().last(), row.instrument()),
                        Comparator.comparingDouble(row -> row.figures()
                                .last()
                                .map(price -> price.toDouble())
                                .orElse(Double.NaN)),
                        row -> Tone.ofSign(row.tickDirection()));
        column.setMinWidth(72);
        return column;
    }

    private TableColumn<LiveRow<MarketRow>, MarketRow> change() {
        TableColumn<LiveRow<MarketRow>, MarketRow> column = new Columns<MarketRow>(texts)
                .figures(
                        "market.column.change",
                        72,
                        row -> texts.figures().signedPercent(row.figures().changePct(), 2),
                        Comparator.comparingDouble(row -> row.figures().changePct()),
                        row -> Tone.ofSign(row.figures().changePct()));
        column.setMinWidth(62);
        return column;
    }

    private TableColumn<LiveRow<MarketRow>, MarketRow> bid() {
        return new Columns<MarketRow>(texts)
                .figures(
                        "market.column.bid",
                        86,
                        row -> texts.figures().price(row.figures().bid(), row.instrument()),
                        Comparator.comparingDouble(row -> row.figures()
                                .bid()
                                .map(price -> price.toDouble())
                                .orElse(Double.NaN)));
    }

    private TableColumn<LiveRow<MarketRow>, MarketRow> ask() {
        return new Columns<MarketRow>(texts)
                .figures(
                        "market.column.ask",
                        86,
                        row -> texts.figures().price(row.figures().ask(), row.instrument()),
                        Comparator.comparingDouble(row -> row.figures()
                                .ask()
                                .map(price -> price.toDouble())
                                .orElse(Double.NaN)));
    }

    private static TableColumn<LiveRow<MarketRow>, MarketRow> hidden(
            TableColumn<LiveRow<MarketRow>, MarketRow> column) {
        column.setVisible(false);
        return column;
    }
}
