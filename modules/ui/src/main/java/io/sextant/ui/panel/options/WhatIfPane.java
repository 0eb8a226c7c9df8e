package io.sextant.ui.panel.options;

import io.sextant.analytics.options.OptionPosition;
import io.sextant.analytics.options.PositionGreeks;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import io.sextant.ui.parts.CurvePlot.Mark;
import io.sextant.ui.parts.Tone;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Contracts that the reader holds or thinks of, and what they would be worth at another spot, volatility and day. */
final class WhatIfPane extends VBox {

    private static final int POINTS = 161;
    private static final double SPOT_MAX = 30;
    private static final double VOLATILITY_MAX = 30;
    private static final double DAYS_MAX = 180;
    private static final double WIDE = 620;
    private static final double ROW_HEIGHT = 24;

    private final OptionsModel model;
    private final Texts texts;
    private final OptionsWords words;
    private final CurvePlot plot = new CurvePlot("options-worth");
    private final GridPane figures = new GridPane();
    private final ListView<HeldContract> held = new ListView<>();
    private final SplitPane split = new SplitPane();
    private List<OptionPosition> positions = List.of();
    private boolean arranged;

    WhatIfPane(OptionsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new OptionsWords(texts);
        figures.setId("options-worth-figures");
        figures.getStyleClass().add("options-figures");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        right.setMinWidth(74);
        figures.getColumnConstraints().setAll(names, right, right, right);
        fillHeld();
        VBox side = new VBox(title("options.held"), held, sliders(), figures);
        side.getStyleClass().add("options-side");
        ScrollPane scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("bare");
        scroll.setMinWidth(200);
        SplitPane.setResizableWithParent(scroll, false);
        split.getItems().setAll(scroll, plot);
        split.getStyleClass().add("bare");
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().setAll(split);
        widthProperty().addListener(change -> arrange());
        arrange();
        model.reckoning().addListener(change -> take());
        model.held().addListener(change -> take());
        model.spotShift.addListener(change -> show());
        model.volatilityShift.addListener(change -> show());
        model.daysLater.addListener(change -> show());
        texts.figuresProperty().addListener(change -> take());
        take();
    }

    private void arrange() {
        Orientation wanted = getWidth() >= WIDE ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (!arranged || split.getOrientation() != wanted) {
            arranged = true;
            split.setOrientation(wanted);
            split.setDividerPositions(wanted == Orientation.HORIZONTAL ? 0.36 : 0.6);
        }
    }

    private Label title(String key) {
        Label title = new Label();
        title.textProperty().bind(texts.bind(key));
        title.getStyleClass().add("block-title");
        return title;
    }

    private void fillHeld() {
        held.setId("options-held");
        held.setFixedCellSize(ROW_HEIGHT);
        held.setPrefHeight(116);
        held.setMinHeight(72);
        held.accessibleTextProperty().bind(texts.bind("options.held"));
        Label none = new Label();
        none.textProperty().bind(texts.bind("options.held.none"));
        none.setWrapText(true);
        none.getStyleClass().add("muted");
        held.setPlaceholder(none);
        held.setCellFactory(list -> new ListCell<>() {
            @Override
            protected void updateItem(HeldContract one, boolean empty) {
                super.updateItem(one, empty);
                setText(empty || one == null ? "" : sentence(one));
            }
        });
        held.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.DELETE || pressed.getCode() == KeyCode.BACK_SPACE) {
                remove();
                pressed.consume();
            }
        });
    }

    private String sentence(HeldContract one) {
        boolean known = model.reckoning()
                .get()
                .flatMap(shown -> model.position(shown, one))
                .isPresent();
        return texts.get(
                known ? "options.held.line" : "options.held.unknown",
                texts.figures().signed(one.count(), 0),
                words.right(one.right()),
                words.strike(one.strike()),
                words.day(one.expiryDay()));
    }

    private VBox sliders() {
        Button remove = button("options-held-remove", "options.held.remove");
        remove.disableProperty()
                .bind(held.getSelectionModel().selectedItemProperty().isNull());
        remove.setOnAction(pressed -> remove());
        Button reset = button("options-reset", "options.reset");
        reset.setOnAction(pressed -> {
            model.spotShift.set(0);
            model.volatilityShift.set(0);
            model.daysLater.set(0);
        });
        HBox buttons = new HBox(6, remove, reset);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return new VBox(
                4,
                buttons,
                slider("spot", model.spotShift, -SPOT_MAX, SPOT_MAX, 0.5),
                slider("volatility", model.volatilityShift, -VOLATILITY_MAX, VOLATILITY_MAX, 0.5),
                slider("days", model.daysLater, 0, DAYS_MAX, 1));
    }

    private Button button(String id, String key) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add("compact");
        button.textProperty().bind(texts.bind(key));
        return button;
    }

    private VBox slider(String name, DoubleProperty value, double low, double high, double step) {
        Slider slider = new Slider(low, high, value.get());
        slider.setId("options-slide-" + name);
        slider.setBlockIncrement(step);
        slider.valueProperty().bindBidirectional(value);
        slider.accessibleTextProperty().bind(texts.bind("options.slide." + name));
        Label label = new Label();
        label.setId("options-slid-" + name);
        label.textProperty()
                .bind(texts.bindFigure(
                        value.asObject(),
                        (written, now) -> texts.get(
                                "options.slid." + name,
                                name.equals("days") ? written.number(now, 0) : written.signed(now, 1))));
        return new VBox(label, slider);
    }

    private void remove() {
        Optional.ofNullable(held.getSelectionModel().getSelectedItem())
                .ifPresent(
                        one -> model.hold(new HeldContract(one.right(), one.strike(), one.expiryDay(), -one.count())));
    }

    private void take() {
        held.getItems().setAll(model.held().get());
        positions = model.positions();
        show();
    }

    private void show() {
        Optional<ChainReckoning> shown = model.reckoning().get().filter(any -> !positions.isEmpty());
        figures.getChildren().clear();
        shown.ifPresent(this::write);
        plot.show(shown.map(this::content)
                .orElseGet(() -> new CurvePlot.Content(List.of(), List.of(), x -> "", y -> "", x -> "", true)));
    }

    private void write(ChainReckoning shown) {
        PositionGreeks now = model.worth(shown, positions, shown.chain().spot(), false);
        PositionGreeks then = model.worth(shown, positions, model.shiftedSpot(shown), true);
        int row = 0;
        for (String column : List.of("now", "then", "change")) {
            Label head = new Label(texts.get("options.worth." + column));
            head.getStyleClass().add("muted");
            figures.add(head, ++row, 0);
        }
        line(1, "value", PositionGreeks::value, now, then);
        line(2, "delta", PositionGreeks::delta, now, then);
        line(3, "gamma", PositionGreeks::gamma, now, then);
        line(4, "vega", PositionGreeks::vega, now, then);
        line(5, "theta", PositionGreeks::theta, now, then);
        line(6, "rho", PositionGreeks::rho, now, then);
    }

    private void line(
            int row, String name, ToDoubleFunction<PositionGreeks> figure, PositionGreeks now, PositionGreeks then) {
        double before = figure.applyAsDouble(now);
        double after = figure.applyAsDouble(then);
        figures.add(new Label(texts.get("options.worth." + name)), 0, row);
        figures.add(figure("now-" + name, words.number(before, 2)), 1, row);
        figures.add(figure("then-" + name, words.number(after, 2)), 2, row);
        Label change = figure("change-" + name, texts.figures().signed(after - before, 2));
        Tone.ofSign(Math.rint(100 * (after - before))).applyTo(change);
        figures.add(change, 3, row);
    }

    private static Label figure(String id, String text) {
        Label label = new Label(text);
        label.setId("options-worth-" + id);
        label.getStyleClass().add("figure");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private CurvePlot.Content content(ChainReckoning shown) {
        double spot = shown.chain().spot();
        double[] spots = new double[POINTS];
        double[] now = new double[POINTS];
        double[] then = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            spots[i] = spot * (1 + (2.0 * i / (POINTS - 1) - 1) * SPOT_MAX / 100);
            now[i] = model.worth(shown, positions, spots[i], false).value();
            then[i] = model.worth(shown, positions, spots[i], true).value();
        }
        double shifted = model.shiftedSpot(shown);
        return new CurvePlot.Content(
                List.of(new Curve("quiet", Drawn.LINE, spots, now), new Curve("main", Drawn.LINE, spots, then)),
                shifted == spot
                        ? List.of(new Mark(spot, texts.get("options.mark.spot")))
                        : List.of(
                                new Mark(spot, texts.get("options.mark.spot")),
                                new Mark(shifted, texts.get("options.mark.if"))),
                words::strike,
                words::compact,
                at -> texts.get(
                        "options.worth.readout",
                        words.price(at),
                        words.number(model.worth(shown, positions, at, false).value(), 0),
                        words.number(model.worth(shown, positions, at, true).value(), 0)),
                true);
    }
}
