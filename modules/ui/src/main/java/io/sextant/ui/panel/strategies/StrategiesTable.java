package io.sextant.ui.panel.strategies;

import io.sextant.domain.hosting.HostedStrategy;
import io.sextant.domain.money.Money;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All strategies of the desk in rows, and below them who wants the opposite of whom. */
final class StrategiesTable extends VBox {

    private static final double ROW_HEIGHT = 24;

    private final StrategiesModel model;
    private final Texts texts;
    private final HostingWords words;
    private final TableView<LiveRow<HostedStrategy>> table = new TableView<>();
    private final Label conflicts = new Label();

    StrategiesTable(StrategiesModel model, Texts texts, HostingWords words) {
        this.model = model;
        this.texts = texts;
        this.words = words;
        table.setId("strategies-table");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setMinHeight(ROW_HEIGHT * 3);
        table.setTableMenuButtonVisible(true);
        table.accessibleTextProperty().bind(texts.bind("strategies.title"));
        Label none = new Label();
        none.getStyleClass().add("muted");
        none.textProperty().bind(texts.bind("strategies.none"));
        table.setPlaceholder(none);
        addColumns();
        table.setItems(model.rows());
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && model.chosen.get().filter(now.get()::equals).isEmpty()) {
                model.choose(now.get().terms().name());
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        conflicts.setId("strategies-conflicts");
        conflicts.getStyleClass().add("options-about");
        conflicts.setWrapText(true);
        conflicts.setMinHeight(USE_PREF_SIZE);
        conflicts.managedProperty().bind(conflicts.textProperty().isNotEmpty());
        Tone.WARNING.applyTo(conflicts);
        getChildren().addAll(table, conflicts);
        setMinSize(0, 0);
        model.board.addListener(change -> show());
        model.chosen.addListener(change -> select());
        texts.figuresProperty().addListener(change -> {
            table.refresh();
            show();
        });
        show();
        select();
    }

    TableView<LiveRow<HostedStrategy>> table() {
        return table;
    }

    private void addColumns() {
        Columns<HostedStrategy> columns = new Columns<>(texts);
        table.getColumns()
                .setAll(List.of(
                        columns.words(
                                "strategies.column.name",
                                100,
                                one -> one.terms().name()),
                        columns.words("strategies.column.stage", 180, words::stage, words::tone),
                        money("today", one -> one.figures().today(), true),
                        money("result", words::result, true),
                        money("equity", one -> one.figures().equity(), false),
                        columns.words(
                                "strategies.column.kind",
                                120,
                                one -> words.strategies().strategy(one.terms().kind())),
                        columns.words("strategies.column.on", 90, one -> words.instruments(one.terms())),
                        money("fees", one -> one.figures().fees(), false),
                        columns.figures(
                                "strategies.column.trades",
                                60,
                                one -> texts.figures().count(one.figures().trades()),
                                Comparator.comparingLong(one -> one.figures().trades())),
                        columns.times(
                                "strategies.column.since",
                                150,
                                HostedStrategy::sinceNanos,
                                nanos -> nanos == 0
                                        ? Figures.NONE
                                        : texts.figures().dateTime(nanos))));
    }

    private TableColumn<LiveRow<HostedStrategy>, HostedStrategy> money(
            String key, Function<HostedStrategy, Money> of, boolean signed) {
        return new Columns<HostedStrategy>(texts)
                .figures(
                        "strategies.column." + key,
                        signed ? 80 : 105,
                        one -> signed
                                ? texts.figures().signedMoneyFigure(of.apply(one))
                                : texts.figures().money(of.apply(one)),
                        Comparator.comparingDouble(one -> of.apply(one).toDouble()),
                        one -> signed ? Tone.ofSign(of.apply(one).units()) : Tone.PLAIN);
    }

    private void select() {
        model.chosen
                .get()
                .flatMap(one -> model.rows().stream()
                        .filter(row ->
                                row.get().terms().name().equals(one.terms().name()))
                        .findFirst())
                .filter(row -> table.getSelectionModel().getSelectedItem() != row)
                .ifPresent(table.getSelectionModel()::select);
    }

    private void show() {
        conflicts.setText(
                model.board.get().conflicts().stream().map(words::conflict).collect(Collectors.joining("\n")));
    }
}
