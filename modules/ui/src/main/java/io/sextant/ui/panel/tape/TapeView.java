package io.sextant.ui.panel.tape;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.request.TapeTrade;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.EmptyState;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Trades by time, price and size; above them the smallest size shown, and the pause. */
final class TapeView extends VBox {

    private static final String BOUGHT = "\u2009\u25b2";
    private static final String SOLD = "\u2009\u25bc";
    private static final double ROW_HEIGHT = 22;

    private final TapeModel model;
    private final Texts texts;
    private final TableView<TapeRow> table = new TableView<>();
    private final TextField smallest = new TextField();
    private final ToggleButton pause = new ToggleButton();

    TapeView(TapeModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("panel", "tape-panel");
        table.setId("tape-table");
        table.getStyleClass().addAll("dense", "tape-table");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setRowFactory(unused -> new TapeTableRow());
        table.setPlaceholder(new EmptyState(MaterialDesignF.FORMAT_LIST_TEXT, texts.bind("tape.empty")));
        table.accessibleTextProperty().bind(texts.bind("tape.table"));
        table.getColumns().add(column("tape.column.time", 100, this::time));
        table.getColumns().add(column("tape.column.price", 94, this::price));
        table.getColumns().add(column("tape.column.size", 76, this::size));
        table.setItems(model.rows());
        texts.figuresProperty().addListener(change -> table.refresh());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar(), table);
    }

    TableView<TapeRow> table() {
        return table;
    }

    TextField smallest() {
        return smallest;
    }

    ToggleButton pause() {
        return pause;
    }

    private HBox bar() {
        smallest.setId("tape-smallest");
        smallest.getStyleClass().addAll("compact", "figure-field");
        smallest.promptTextProperty().bind(texts.bind("tape.smallest"));
        smallest.accessibleTextProperty().bind(texts.bind("tape.smallest"));
        HBox.setHgrow(smallest, Priority.ALWAYS);
        pause.setId("tape-pause");
        pause.setGraphic(new FontIcon(MaterialDesignP.PAUSE));
        pause.getStyleClass().addAll("button-icon", "compact");
        pause.accessibleTextProperty().bind(texts.bind("tape.pause"));
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind("tape.pause"));
        pause.setTooltip(hint);
        pause.selectedProperty().bindBidirectional(model.paused());
        HBox bar = new HBox(smallest, pause);
        bar.getStyleClass().add("panel-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private TableColumn<TapeRow, TapeRow> column(
            String titleKey, double width, BiFunction<TapeRow, Instrument, String> text) {
        TableColumn<TapeRow, TapeRow> column = new TableColumn<>();
        column.setId(titleKey);
        column.textProperty().bind(texts.bind(titleKey));
        column.setPrefWidth(width);
        column.setMinWidth(width - 12);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add("figure-column");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(unused -> new TableCell<>() {
            @Override
            protected void updateItem(TapeRow row, boolean empty) {
                super.updateItem(row, empty);
                Optional<Instrument> instrument = model.instrument();
                setText(empty || row == null || instrument.isEmpty() ? "" : text.apply(row, instrument.get()));
            }
        });
        return column;
    }

    private String time(TapeRow row, Instrument instrument) {
        return switch (row) {
            case TapeRow.Print print -> texts.figures().timeMillis(print.trade().timeNanos());
            case TapeRow.Gap gap -> "";
        };
    }

    private String price(TapeRow row, Instrument instrument) {
        return switch (row) {
            case TapeRow.Print print ->
                texts.figures().price(print.trade().price(), instrument)
                        + (print.trade().aggressor() == Side.BUY ? BOUGHT : SOLD)
                        + (print.trade().ours() ? "\u2009\u25c6" : "");
            case TapeRow.Gap gap -> texts.get("tape.gap", texts.figures().count(gap.trades()), gap.trades());
        };
    }

    private String size(TapeRow row, Instrument instrument) {
        Figures figures = texts.figures();
        return switch (row) {
            case TapeRow.Print print -> figures.quantity(print.trade().quantity(), instrument);
            case TapeRow.Gap gap -> "";
        };
    }

    /** Coloured, and marked by an arrow, by who crossed the spread; our own trades stand out, and are marked by a diamond too. */
    private final class TapeTableRow extends TableRow<TapeRow> {

        private static final PseudoClass BUY = PseudoClass.getPseudoClass("buy");
        private static final PseudoClass SELL = PseudoClass.getPseudoClass("sell");
        private static final PseudoClass OURS = PseudoClass.getPseudoClass("ours");
        private static final PseudoClass GAP = PseudoClass.getPseudoClass("gap");

        private final Tooltip hint = new Tooltip();

        @Override
        protected void updateItem(TapeRow row, boolean empty) {
            super.updateItem(row, empty);
            Optional<TapeTrade> trade =
                    !empty && row instanceof TapeRow.Print print ? Optional.of(print.trade()) : Optional.empty();
            pseudoClassStateChanged(
                    BUY, trade.filter(t -> t.aggressor() == Side.BUY).isPresent());
            pseudoClassStateChanged(
                    SELL, trade.filter(t -> t.aggressor() == Side.SELL).isPresent());
            pseudoClassStateChanged(OURS, trade.filter(TapeTrade::ours).isPresent());
            pseudoClassStateChanged(GAP, !empty && row instanceof TapeRow.Gap);
            setTooltip(trade.isPresent() ? hint : null);
            trade.ifPresent(t -> hint.setText(whole(t)));
        }

        private String whole(TapeTrade trade) {
            Figures figures = texts.figures();
            return texts.get(
                    "tape.trade",
                    figures.dateTime(trade.timeNanos()),
                    figures.zoneName(trade.timeNanos()),
                    texts.word(trade.aggressor()),
                    figures.count(trade.number()));
        }
    }
}
