package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.request.OrderPreview;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import java.math.BigDecimal;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What the order would do: quantity, price, value, fee, cash and position after, as the engine reckons it. */
final class EstimateGrid extends GridPane {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final TicketModel model;
    private final Texts texts;
    private final TicketWords words;
    private final Label quantity;
    private final Label price;
    private final Label value;
    private final Label fee;
    private final Label cash;
    private final Label position;

    EstimateGrid(TicketModel model, Texts texts, TicketWords words) {
        this.model = model;
        this.texts = texts;
        this.words = words;
        setId("ticket-estimate");
        getStyleClass().add("estimate");
        ColumnConstraints titles = new ColumnConstraints();
        titles.setHgrow(Priority.NEVER);
        titles.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHgrow(Priority.ALWAYS);
        figures.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(titles, figures);
        quantity = line(0, "quantity");
        price = line(1, "price");
        value = line(2, "value");
        fee = line(3, "fee");
        cash = line(4, "cash");
        position = line(5, "position");
        model.preview().addListener(change -> show());
        model.previewCurrent().addListener(change -> show());
        model.entry().addListener(change -> show());
        model.stage().addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private Label line(int row, String name) {
        Label title = new Label();
        title.textProperty().bind(texts.bind("ticket.estimate." + name));
        title.getStyleClass().add("estimate-title");
        Label figure = new Label();
        figure.setId("ticket-estimate-" + name);
        figure.getStyleClass().addAll("figure", "estimate-figure");
        title.setLabelFor(figure);
        addRow(row, title, figure);
        return figure;
    }

    private void show() {
        Optional<Instrument> instrument = model.instrument().get();
        Optional<OrderPreview> estimate = model.preview().get();
        Figures figures = texts.figures();
        Optional<OrderDraft> draft = model.onShow();
        quantity.setText(instrument
                .flatMap(shown ->
                        draft.map(wanted -> figures.quantity(wanted.quantity()) + "\u00a0" + words.unit(shown)))
                .orElse(Figures.NONE));
        price.setText(instrument
                .map(shown -> figures.price(estimate.flatMap(OrderPreview::expectedPrice), shown))
                .orElse(Figures.NONE));
        value.setText(
                estimate.flatMap(OrderPreview::notional).map(figures::money).orElse(Figures.NONE));
        fee.setText(estimate.flatMap(OrderPreview::fee).map(figures::money).orElse(Figures.NONE));
        cash.setText(estimate.flatMap(OrderPreview::cashNeeded)
                .map(needed -> figures.signedMoney(needed.negated()))
                .orElse(Figures.NONE));
        position.setText(estimate.map(this::positionChange).orElse(Figures.NONE));
        pseudoClassStateChanged(
                STALE, estimate.isPresent() && !model.previewCurrent().get());
    }

    private String positionChange(OrderPreview estimate) {
        return signed(estimate.positionBefore()) + " \u2192 " + signed(estimate.positionAfter());
    }

    private String signed(String plain) {
        BigDecimal exact = new BigDecimal(plain).stripTrailingZeros();
        String figure = texts.figures().number(exact, Math.max(0, exact.scale()));
        return exact.signum() > 0 ? "+" + figure : figure;
    }
}
