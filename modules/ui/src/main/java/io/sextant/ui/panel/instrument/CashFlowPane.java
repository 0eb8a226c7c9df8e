package io.sextant.ui.panel.instrument;

import io.sextant.analytics.fundamental.DiscountedCashFlow;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Tone;
import io.sextant.ui.parts.WideColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a share is worth as discounted cash, by assumptions that can be moved, and how much hangs on two of them. */
final class CashFlowPane extends ScrollPane {

    private static final double ROW_HEIGHT = 24;
    private static final int ROWS = 7;
    private static final int COLUMNS = 7;
    private static final double DISCOUNT_STEP = 0.5;
    private static final double GROWTH_STEP = 1;

    /** A discount rate with the values of a share at it, one a growth. */
    private record Line(double discount, double[] values, boolean own) {}

    private final InstrumentModel model;
    private final Texts texts;
    private final Label value = new Label();
    private final Label about = new Label();
    private final TableView<Line> table = new TableView<>();

    CashFlowPane(InstrumentModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        value.setId("instrument-value");
        value.getStyleClass().add("score-figure");
        about.setId("instrument-value-about");
        about.setWrapText(true);
        about.getStyleClass().add("muted");
        about.setMinHeight(USE_PREF_SIZE);
        table.setId("instrument-sensitivity");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.setPrefHeight(ROW_HEIGHT * (ROWS + 2));
        table.setMinHeight(table.getPrefHeight());
        table.accessibleTextProperty().bind(texts.bind("instrument.sensitivity"));
        Label none = new Label();
        none.textProperty().bind(texts.bind("instrument.value.none"));
        none.setWrapText(true);
        table.setPlaceholder(none);
        fillColumns();
        WideColumns.fillFrom(560, table);
        Label title = new Label();
        title.textProperty().bind(texts.bind("instrument.sensitivity"));
        title.getStyleClass().add("block-title");
        title.setWrapText(true);
        VBox all = new VBox(
                value,
                about,
                slider("growth", model.growth, -20, 40, 0.5),
                slider("years", model.years, 1, 20, 1),
                slider("lasting", model.lasting, -2, 5, 0.1),
                slider("discount", model.discount, 2, 25, 0.25),
                title,
                table);
        all.getStyleClass().add("options-side");
        setContent(all);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("bare");
        model.revision().addListener(change -> show());
        for (DoubleProperty moved : List.of(model.growth, model.years, model.lasting, model.discount)) {
            moved.addListener(change -> show());
        }
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private VBox slider(String name, DoubleProperty assumption, double low, double high, double step) {
        Slider slider = new Slider(low, high, assumption.get());
        slider.setId("instrument-slide-" + name);
        slider.setBlockIncrement(step);
        slider.valueProperty().bindBidirectional(assumption);
        slider.accessibleTextProperty().bind(texts.bind("instrument.slide." + name));
        Label label = new Label();
        label.setId("instrument-slid-" + name);
        label.textProperty()
                .bind(texts.bindFigure(
                        assumption.asObject(),
                        (written, now) -> texts.get(
                                "instrument.slid." + name,
                                name.equals("years") ? written.number(now, 0) : written.number(now, 1))));
        return new VBox(label, slider);
    }

    private void fillColumns() {
        table.getColumns().clear();
        TableColumn<Line, Line> rates = column("instrument.column.discount", 84, 0);
        rates.textProperty().bind(texts.bind("instrument.column.discount"));
        table.getColumns().add(rates);
        for (int i = 0; i < COLUMNS; i++) {
            table.getColumns().add(column("instrument.column.growth." + i, 62, i + 1));
        }
    }

    /** Column 0 holds the rate, the others the values. */
    private TableColumn<Line, Line> column(String id, double width, int place) {
        TableColumn<Line, Line> column = new TableColumn<>();
        column.setId(id);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.getStyleClass().add("figure-column");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(unused -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Line line, boolean empty) {
                super.updateItem(line, empty);
                boolean own = false;
                if (empty || line == null) {
                    setText("");
                } else {
                    setText(place == 0 ? percent(line.discount()) : money(line.values()[place - 1]));
                    own = line.own() && place == COLUMNS / 2 + 1;
                }
                (own ? Tone.WARNING : Tone.PLAIN).applyTo(this);
            }
        });
        return column;
    }

    private void show() {
        Optional<DiscountedCashFlow> flow = model.cashFlow();
        value.setText(flow.map(DiscountedCashFlow::perShare).map(this::money).orElse(Figures.NONE));
        about.setText(flow.map(this::about).orElseGet(() -> texts.get("instrument.value.none")));
        double[] growths = new double[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            growths[i] = (model.growth.get() + (i - COLUMNS / 2) * GROWTH_STEP) / 100;
            table.getColumns().get(i + 1).setText(percent(growths[i]));
        }
        table.getItems().setAll(flow.map(known -> lines(known, growths)).orElse(List.of()));
    }

    private List<Line> lines(DiscountedCashFlow flow, double[] growths) {
        double[] rates = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            rates[i] = (model.discount.get() + (i - ROWS / 2) * DISCOUNT_STEP) / 100;
        }
        double[][] values = flow.sensitivity(rates, growths);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            lines.add(new Line(rates[i], values[i], i == ROWS / 2));
        }
        return lines;
    }

    private String about(DiscountedCashFlow flow) {
        double price = model.price();
        String cash = texts.get(
                "instrument.value.cash",
                texts.figures().compact(flow.freeCashFlow()),
                texts.figures().compact(flow.netDebt()),
                texts.figures().compact(flow.shares()),
                percent(flow.lastingShare()));
        return Double.isNaN(price)
                ? cash
                : texts.get(
                                "instrument.value.price",
                                money(price),
                                texts.figures().signedPercent(100 * (flow.perShare() / price - 1), 0))
                        + " " + cash;
    }

    private String percent(double share) {
        return texts.figures().percent(100 * share, 1);
    }

    private String money(double amount) {
        return Double.isFinite(amount) ? texts.figures().number(amount, 2) : Figures.NONE;
    }
}
