package io.sextant.ui.panel.lab;

import io.sextant.domain.backtest.SettingRange;
import io.sextant.domain.backtest.SweepReport.Point;
import io.sextant.domain.backtest.SweepReport.Swept;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/** Every try of a sweep, to be sorted by what came of it. */
final class SweepTable extends VBox {

    private static final double ROW_HEIGHT = 24;
    private static final double PERCENT = 100;

    /** A try by its place in the order in which it was asked for. */
    private record Placed(int place, Point point) {}

    private final Texts texts;
    private final LabWords words;
    private final TableView<LiveRow<Placed>> table = new TableView<>();
    private final LiveRows<Integer, Placed> rows = new LiveRows<>(Placed::place);
    private final ReadOnlyObjectWrapper<Point> chosen = new ReadOnlyObjectWrapper<>();
    private List<SettingRange> searched = List.of();

    SweepTable(Texts texts, LabWords words) {
        this.texts = texts;
        this.words = words;
        table.setId("lab-sweep-points");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setMinHeight(ROW_HEIGHT * 6);
        table.setPrefHeight(ROW_HEIGHT * 8);
        table.accessibleTextProperty().bind(texts.bind("lab.tab.sweep"));
        SortedList<LiveRow<Placed>> sorted = new SortedList<>(rows.list());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) ->
                        chosen.set(now == null ? null : now.value().get().point()));
        texts.figuresProperty().addListener(change -> table.refresh());
        getChildren().add(table);
    }

    /** Null where none is. */
    ReadOnlyObjectProperty<Point> chosen() {
        return chosen.getReadOnlyProperty();
    }

    void choose(int place) {
        table.getItems().stream()
                .filter(row -> row.value().get().place() == place)
                .findFirst()
                .ifPresent(row -> {
                    table.getSelectionModel().select(row);
                    table.scrollTo(row);
                });
    }

    void show(Swept swept) {
        if (!searched.equals(swept.wish().ranges()) || table.getColumns().isEmpty()) {
            searched = swept.wish().ranges();
            table.getColumns().setAll(columns());
        }
        List<Placed> placed = new ArrayList<>();
        for (Point each : swept.points()) {
            placed.add(new Placed(placed.size(), each));
        }
        rows.show(placed);
        table.refresh();
        choose(swept.best());
    }

    private List<TableColumn<LiveRow<Placed>, ?>> columns() {
        List<TableColumn<LiveRow<Placed>, ?>> columns = new ArrayList<>();
        for (SettingRange each : searched) {
            TableColumn<LiveRow<Placed>, Placed> column = new Columns<Placed>(texts)
                    .figures(
                            "lab.column.values",
                            110,
                            one -> words.number(value(one, each)),
                            Comparator.comparingDouble(one -> value(one, each)));
            column.textProperty().unbind();
            column.textProperty()
                    .bind(Bindings.createStringBinding(() -> words.setting(each.setting()), texts.figuresProperty()));
            column.setId("lab-sweep-column-" + each.setting());
            columns.add(column);
        }
        columns.add(figure("sharpe", 80, 2, Point::sharpe));
        columns.add(percent("return", Point::returnShare));
        columns.add(figure("calmar", 80, 2, Point::calmar));
        columns.add(percent("fall", Point::maxDrawdown));
        columns.add(figure("trades", 70, 0, Point::trades));
        columns.add(figure("final", 110, 2, Point::finalEquity));
        return columns;
    }

    private static double value(Placed one, SettingRange range) {
        return one.point().values().getOrDefault(range.setting(), Double.NaN);
    }

    private TableColumn<LiveRow<Placed>, Placed> figure(
            String key, double width, int decimals, ToDoubleFunction<Point> of) {
        return new Columns<Placed>(texts)
                .figures(
                        "lab.figure." + key,
                        width,
                        one -> written(of.applyAsDouble(one.point()), decimals),
                        Comparator.comparingDouble(one -> of.applyAsDouble(one.point())));
    }

    private String written(double value, int decimals) {
        return Double.isFinite(value) ? texts.figures().number(value, decimals) : texts.get("lab.unknown");
    }

    private TableColumn<LiveRow<Placed>, Placed> percent(String key, ToDoubleFunction<Point> of) {
        return new Columns<Placed>(texts)
                .figures(
                        "lab.figure." + key,
                        90,
                        one -> texts.figures().percent(PERCENT * of.applyAsDouble(one.point()), 2),
                        Comparator.comparingDouble(one -> of.applyAsDouble(one.point())),
                        one -> Tone.ofSign(of.applyAsDouble(one.point())));
    }
}
