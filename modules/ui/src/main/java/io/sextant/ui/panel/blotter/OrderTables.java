package io.sextant.ui.panel.blotter;

import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.LiveRow;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** Makes the blotter's tables. */
final class OrderTables {

    private static final double ROW_HEIGHT = 24;

    private final Texts texts;
    private final BlotterWords words;

    OrderTables(Texts texts, BlotterWords words) {
        this.texts = texts;
        this.words = words;
    }

    TableView<LiveRow<Order>> working(ObservableList<LiveRow<Order>> rows) {
        Columns<Order> columns = new Columns<>(texts);
        return table(
                "working",
                rows,
                List.of(
                        columns.figures(
                                "blotter.column.number", 60, order -> order.id().toString(), byOrderNumber()),
                        columns.times("blotter.column.created", 136, Order::createdNanos, this::dateTime),
                        columns.words(
                                "blotter.column.instrument",
                                96,
                                order -> order.terms().instrument().symbol()),
                        columns.words(
                                "blotter.column.side",
                                64,
                                order -> texts.word(order.terms().side()),
                                order -> BlotterWords.tone(order.terms().side())),
                        columns.words("blotter.column.type", 110, order -> words.type(order.terms())),
                        columns.figures(
                                "blotter.column.quantity",
                                92,
                                order -> words.quantity(order.terms()),
                                by(Order::terms)),
                        columns.figures(
                                "blotter.column.limit", 92, order -> words.limit(order.terms()), byLimit(Order::terms)),
                        columns.figures(
                                "blotter.column.filled", 92, words::filled, Comparator.comparing(Order::filled)),
                        columns.figures(
                                "blotter.column.average",
                                92,
                                words::averagePrice,
                                Comparator.comparingDouble(words::averageOf)),
                        columns.words(
                                "blotter.column.state",
                                130,
                                order -> texts.word(order.state()),
                                order -> words.stateTone(order.state())),
                        columns.words(
                                "blotter.column.stays",
                                120,
                                order -> texts.word(order.terms().timeInForce())),
                        columns.words("blotter.column.origin", 140, order -> words.from(order.terms()))));
    }

    TableView<LiveRow<HistoryRow>> history(ObservableList<LiveRow<HistoryRow>> rows) {
        Columns<HistoryRow> columns = new Columns<>(texts);
        return table(
                "history",
                rows,
                List.of(
                        columns.figures(
                                "blotter.column.number",
                                60,
                                words::number,
                                Comparator.comparingLong(OrderTables::number)),
                        columns.times("blotter.column.created", 136, HistoryRow::createdNanos, this::dateTime),
                        columns.words(
                                "blotter.column.instrument",
                                96,
                                row -> row.terms().instrument().symbol()),
                        columns.words(
                                "blotter.column.side",
                                64,
                                row -> texts.word(row.terms().side()),
                                row -> BlotterWords.tone(row.terms().side())),
                        columns.words("blotter.column.type", 110, row -> words.type(row.terms())),
                        columns.figures(
                                "blotter.column.quantity",
                                92,
                                row -> words.quantity(row.terms()),
                                by(HistoryRow::terms)),
                        columns.figures(
                                "blotter.column.limit",
                                92,
                                row -> words.limit(row.terms()),
                                byLimit(HistoryRow::terms)),
                        columns.figures(
                                "blotter.column.filled", 92, words::filled, Comparator.comparing(HistoryRow::filled)),
                        columns.figures(
                                "blotter.column.average",
                                92,
                                words::averagePrice,
                                Comparator.comparingDouble(words::averageOf)),
                        columns.words("blotter.column.state", 130, words::state, words::stateTone),
                        columns.words("blotter.column.origin", 140, row -> words.from(row.terms())),
                        columns.words("blotter.column.reason", 320, words::reason)));
    }

    TableView<LiveRow<Fill>> fills(ObservableList<LiveRow<Fill>> rows) {
        Columns<Fill> columns = new Columns<>(texts);
        return table(
                "fills",
                rows,
                List.of(
                        columns.times("blotter.column.time", 136, Fill::timeNanos, this::dateTime),
                        columns.figures(
                                "blotter.column.number",
                                60,
                                fill -> fill.order().toString(),
                                Comparator.comparingLong(fill -> fill.order().value())),
                        columns.words(
                                "blotter.column.instrument",
                                96,
                                fill -> fill.instrument().symbol()),
                        columns.words(
                                "blotter.column.side",
                                64,
                                fill -> texts.word(fill.side()),
                                fill -> BlotterWords.tone(fill.side())),
                        columns.figures(
                                "blotter.column.quantity", 92, words::quantity, Comparator.comparing(Fill::quantity)),
                        columns.figures("blotter.column.price", 92, words::price, Comparator.comparing(Fill::price)),
                        columns.figures(
                                "blotter.column.value",
                                120,
                                fill -> texts.figures().money(fill.notional()),
                                Comparator.comparingDouble(
                                        fill -> fill.notional().toDouble())),
                        columns.figures(
                                "blotter.column.fee",
                                120,
                                fill -> texts.figures().money(fill.fee()),
                                Comparator.comparingDouble(fill -> fill.fee().toDouble())),
                        columns.words("blotter.column.liquidity", 90, words::liquidity),
                        columns.figures(
                                "blotter.column.trade",
                                80,
                                fill -> String.valueOf(fill.tradeId()),
                                Comparator.comparingLong(Fill::tradeId))));
    }

    /** The changes of the selected order, oldest first. */
    TableView<LiveRow<OrderChanged>> changes(ObservableList<LiveRow<OrderChanged>> rows) {
        Columns<OrderChanged> columns = new Columns<>(texts);
        return table(
                "changes",
                rows,
                List.of(
                        columns.times(
                                "blotter.column.time",
                                150,
                                OrderChanged::timeNanos,
                                nanos -> texts.figures().timeMillis(nanos)),
                        columns.words("blotter.column.from", 130, change -> texts.word(change.from())),
                        columns.words(
                                "blotter.column.to",
                                130,
                                change -> texts.word(change.order().state()),
                                change -> words.stateTone(change.order().state())),
                        columns.figures(
                                "blotter.column.filled",
                                92,
                                change -> words.filled(change.order()),
                                Comparator.comparing(change -> change.order().filled())),
                        columns.words("blotter.column.reason", 360, words::reason)));
    }

    private <T> TableView<LiveRow<T>> table(
            String name, ObservableList<LiveRow<T>> rows, List<TableColumn<LiveRow<T>, T>> columns) {
        TableView<LiveRow<T>> table = new TableView<>();
        table.setId("blotter-" + name);
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setTableMenuButtonVisible(true);
        table.accessibleTextProperty().bind(texts.bind("blotter.tab." + name, ""));
        table.setPlaceholder(new EmptyState(MaterialDesignI.INBOX_OUTLINE, texts.bind("blotter.empty." + name)));
        table.getColumns().setAll(columns);
        SortedList<LiveRow<T>> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        texts.figuresProperty().addListener(change -> table.refresh());
        return table;
    }

    private String dateTime(long timeNanos) {
        return texts.figures().dateTime(timeNanos);
    }

    private static Comparator<Order> byOrderNumber() {
        return Comparator.comparingLong(order -> order.id().value());
    }

    private static <T> Comparator<T> by(Function<T, OrderDraft> terms) {
        return Comparator.comparing(row -> terms.apply(row).quantity());
    }

    /** Market orders come after all limits. */
    private static <T> Comparator<T> byLimit(Function<T, OrderDraft> terms) {
        return Comparator.comparingDouble(row -> BlotterWords.limitPrice(terms.apply(row))
                .map(price -> price.toDouble())
                .orElse(Double.MAX_VALUE));
    }

    private static long number(HistoryRow row) {
        return switch (row) {
            case HistoryRow.Lived lived -> lived.life().order().id().value();
            case HistoryRow.Refused refused -> 0;
        };
    }
}
