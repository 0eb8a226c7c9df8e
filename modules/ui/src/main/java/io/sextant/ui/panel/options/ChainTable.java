package io.sextant.ui.panel.options;

import io.sextant.analytics.options.OptionRight;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Tone;
import io.sextant.ui.parts.WideColumns;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;

/** The contracts of an expiry: calls to the left of the strike, puts to its right, and buttons that take one into the what-if. */
final class ChainTable extends BorderPane {

    private static final double ROW_HEIGHT = 24;

    private final OptionsModel model;
    private final OptionsWords words;
    private final Columns<ChainLine> columns;
    private final LiveRows<Double, ChainLine> rows = new LiveRows<>(ChainLine::strike);
    private final TableView<LiveRow<ChainLine>> table = new TableView<>();

    ChainTable(OptionsModel model, Texts texts) {
        this.model = model;
        words = new OptionsWords(texts);
        columns = new Columns<>(texts);
        table.setId("options-chain");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("options.tab.chain"));
        Label none = new Label();
        none.textProperty().bind(texts.bind("options.chain.none"));
        table.setPlaceholder(none);
        table.getColumns()
                .setAll(List.of(
                        leg("open", OptionRight.CALL, 80, leg -> leg.quote().openInterest(), OptionsWords::count),
                        leg("volume", OptionRight.CALL, 70, leg -> leg.quote().volume(), OptionsWords::count),
                        leg("delta", OptionRight.CALL, 60, ChainLine.Leg::delta, (say, value) -> say.number(value, 2)),
                        leg("volatility", OptionRight.CALL, 66, ChainLine.Leg::volatility, OptionsWords::percent),
                        leg("price", OptionRight.CALL, 66, leg -> leg.quote().price(), OptionsWords::price),
                        columns.figures(
                                "options.column.strike",
                                72,
                                line -> words.strike(line.strike()),
                                Comparator.comparingDouble(ChainLine::strike),
                                line -> isNear(line) ? Tone.WARNING : Tone.PLAIN),
                        leg("price", OptionRight.PUT, 66, leg -> leg.quote().price(), OptionsWords::price),
                        leg("volatility", OptionRight.PUT, 66, ChainLine.Leg::volatility, OptionsWords::percent),
                        leg("delta", OptionRight.PUT, 60, ChainLine.Leg::delta, (say, value) -> say.number(value, 2)),
                        leg("volume", OptionRight.PUT, 70, leg -> leg.quote().volume(), OptionsWords::count),
                        leg("open", OptionRight.PUT, 80, leg -> leg.quote().openInterest(), OptionsWords::count)));
        WideColumns.fillFrom(780, table);
        table.setItems(rows.list());
        setCenter(table);
        setBottom(buttons(texts));
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.reckoning().addListener(change -> fill());
        model.expiry().addListener(change -> fill());
        texts.figuresProperty().addListener(change -> table.refresh());
        fill();
    }

    TableView<LiveRow<ChainLine>> table() {
        return table;
    }

    private TableColumn<LiveRow<ChainLine>, ChainLine> leg(
            String name,
            OptionRight right,
            double width,
            ToDoubleFunction<ChainLine.Leg> value,
            BiFunction<OptionsWords, Double, String> written) {
        return columns.figures(
                "options.column." + name + "." + right.name(),
                width,
                line -> line.leg(right)
                        .map(leg -> written.apply(words, value.applyAsDouble(leg)))
                        .orElse(""),
                Comparator.comparingDouble(
                        line -> line.leg(right).map(value::applyAsDouble).orElse(Double.NaN)));
    }

    private boolean isNear(ChainLine line) {
        return rows.list().stream()
                .map(LiveRow::get)
                .min(byDistance())
                .filter(nearest -> nearest.strike() == line.strike())
                .isPresent();
    }

    private Comparator<ChainLine> byDistance() {
        double spot = model.reckoning().get().map(shown -> shown.chain().spot()).orElse(0.0);
        return Comparator.comparingDouble(line -> Math.abs(line.strike() - spot));
    }

    private void fill() {
        rows.show(model.reckoning()
                .get()
                .flatMap(shown ->
                        model.expiry().get().map(day -> ChainLine.of(shown.chain(), Math.toIntExact(day.toEpochDay()))))
                .orElse(List.of()));
        rows.values().stream().min(byDistance()).ifPresent(nearest -> {
            int place = rows.values().indexOf(nearest);
            table.getSelectionModel().select(place);
            table.scrollTo(Math.max(0, place - 3));
        });
    }

    private FlowPane buttons(Texts texts) {
        FlowPane bar = new FlowPane(
                button("buy-call", OptionRight.CALL, 1, texts),
                button("sell-call", OptionRight.CALL, -1, texts),
                button("buy-put", OptionRight.PUT, 1, texts),
                button("sell-put", OptionRight.PUT, -1, texts));
        bar.getStyleClass().add("wrap-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Button button(String name, OptionRight right, int count, Texts texts) {
        Button button = new Button();
        button.setId("options-" + name);
        button.getStyleClass().add("compact");
        button.textProperty().bind(texts.bind("options." + name));
        button.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        button.setOnAction(pressed -> hold(right, count));
        return button;
    }

    private void key(KeyEvent pressed) {
        if (pressed.isShortcutDown() || pressed.isAltDown()) {
            return;
        }
        int count = pressed.isShiftDown() ? -1 : 1;
        switch (pressed.getCode()) {
            case C -> hold(OptionRight.CALL, count);
            case P -> hold(OptionRight.PUT, count);
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    private void hold(OptionRight right, int count) {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .map(LiveRow::get)
                .flatMap(line -> line.leg(right))
                .ifPresent(leg -> model.hold(new HeldContract(
                        right, leg.quote().strike(), leg.quote().expiryDay(), count)));
    }
}
