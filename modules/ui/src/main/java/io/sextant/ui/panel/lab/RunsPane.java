package io.sextant.ui.panel.lab;

import io.sextant.domain.backtest.BacktestReport.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.lab.LabModel.Run;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All runs since the window opened, side by side; how many there were is said, as each is a try. */
final class RunsPane extends VBox {

    private static final double ROW_HEIGHT = 24;

    private final LabModel model;
    private final Texts texts;
    private final LabWords words;
    private final Label tries = new Label();
    private final TableView<LiveRow<Run>> table = new TableView<>();
    private final LiveRows<Integer, Run> rows = new LiveRows<>(Run::number);

    RunsPane(LabModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new LabWords(texts);
        tries.setId("lab-tries");
        tries.getStyleClass().add("options-about");
        tries.setWrapText(true);
        tries.setMinHeight(USE_PREF_SIZE);
        table.setId("lab-runs");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setMinHeight(ROW_HEIGHT * 3);
        table.accessibleTextProperty().bind(texts.bind("lab.tab.runs"));
        addColumns();
        table.setItems(rows.list());
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.shown.set(Optional.of(now.value().get()));
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(tries, table, buttons());
        model.runs.addListener((ListChangeListener<Run>) change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private FlowPane buttons() {
        Button again = new Button();
        again.setId("lab-again");
        again.getStyleClass().add("compact");
        again.textProperty().bind(texts.bind("lab.again"));
        again.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        again.setOnAction(
                pressed -> chosen().ifPresent(run -> model.setUpAs(run.report().setup())));
        Button remove = new Button();
        remove.setId("lab-remove");
        remove.getStyleClass().add("compact");
        remove.textProperty().bind(texts.bind("lab.remove"));
        remove.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        remove.setOnAction(pressed -> chosen().ifPresent(model.runs::remove));
        FlowPane bar = new FlowPane(again, remove);
        bar.getStyleClass().add("wrap-bar");
        return bar;
    }

    private Optional<Run> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .map(row -> row.value().get());
    }

    private void addColumns() {
        Columns<Run> columns = new Columns<>(texts);
        table.getColumns()
                .setAll(List.of(
                        columns.figures(
                                "lab.column.number",
                                40,
                                one -> texts.figures().count(one.number()),
                                Comparator.comparingInt(Run::number)),
                        columns.words(
                                "lab.column.strategy",
                                150,
                                one -> words.strategy(one.report().setup().strategy())),
                        columns.words(
                                "lab.column.values",
                                220,
                                one -> words.values(one.report().setup())),
                        columns.words(
                                "lab.column.on",
                                140,
                                one -> words.instruments(one.report().setup())),
                        columns.words(
                                "lab.column.past",
                                140,
                                one -> words.past(one.report().setup())),
                        percent("return", Figures::returnShare),
                        percent("holding", Figures::holdingReturn),
                        number("sharpe", Figures::sharpe),
                        percent("fall", Figures::maxDrawdown),
                        number("trades", one -> one.trades()),
                        percent("won", Figures::winRate),
                        number("factor", Figures::profitFactor),
                        number("fees", Figures::fees)));
    }

    private TableColumn<LiveRow<Run>, Run> percent(String key, ToDoubleFunction<Figures> of) {
        return new Columns<Run>(texts)
                .figures(
                        "lab.figure." + key,
                        90,
                        one -> written(value(one, of), true),
                        Comparator.comparingDouble(one -> value(one, of)),
                        one -> Tone.ofSign(value(one, of)));
    }

    private TableColumn<LiveRow<Run>, Run> number(String key, ToDoubleFunction<Figures> of) {
        return new Columns<Run>(texts)
                .figures(
                        "lab.figure." + key,
                        80,
                        one -> written(value(one, of), false),
                        Comparator.comparingDouble(one -> value(one, of)));
    }

    private static double value(Run run, ToDoubleFunction<Figures> of) {
        return of.applyAsDouble(run.report().figures());
    }

    private String written(double value, boolean share) {
        return Double.isNaN(value)
                ? texts.get("lab.unknown")
                : share ? texts.figures().percent(100 * value, 2) : words.number(value);
    }

    private void show() {
        rows.show(model.runs);
        table.refresh();
        tries.setText(
                model.runs.isEmpty()
                        ? texts.get("lab.runs.none")
                        : texts.get(
                                        "lab.runs.tries",
                                        texts.figures()
                                                .count(model.runs.getFirst().number()))
                                + " "
                                + texts.get(
                                        "lab.runs.ever",
                                        texts.figures()
                                                .count(model.runs
                                                        .getFirst()
                                                        .report()
                                                        .tries())));
    }
}
