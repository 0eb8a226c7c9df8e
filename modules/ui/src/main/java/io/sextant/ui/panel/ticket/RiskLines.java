package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.money.Currency;
import io.sextant.domain.risk.OrderRisk;
import io.sextant.domain.risk.TailRisk;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextAlignment;

/** What a bad day costs before and after the order, or why that is not said. */
final class RiskLines extends GridPane {

    private static final int MONEY_DECIMALS = 0;

    private final TicketRisk risk;
    private final Texts texts;
    private final Label valueAtRisk;
    private final Label shortfall;
    private final Label note = new Label();

    RiskLines(TicketRisk risk, Texts texts) {
        this.risk = risk;
        this.texts = texts;
        setId("ticket-risk");
        getStyleClass().add("estimate");
        ColumnConstraints titles = new ColumnConstraints();
        titles.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHgrow(Priority.ALWAYS);
        figures.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(titles, figures);
        valueAtRisk = line(0, "var");
        shortfall = line(1, "cvar");
        note.setId("ticket-risk-note");
        note.setWrapText(true);
        note.getStyleClass().add("muted");
        add(note, 0, 2, 2, 1);
        risk.risk().addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private Label line(int row, String name) {
        Label title = new Label();
        title.textProperty().bind(texts.bind("ticket.risk." + name));
        title.getStyleClass().add("estimate-title");
        Label figure = new Label();
        figure.setId("ticket-risk-" + name);
        figure.getStyleClass().addAll("figure", "estimate-figure");
        figure.setWrapText(true);
        figure.setMinHeight(USE_PREF_SIZE);
        figure.setTextAlignment(TextAlignment.RIGHT);
        title.setLabelFor(figure);
        addRow(row, title, figure);
        return figure;
    }

    private void show() {
        Optional<OrderRisk> known = risk.risk().get();
        String said = known.map(this::noteOf).orElse("");
        Optional<OrderRisk.Measured> measured =
                known.filter(OrderRisk.Measured.class::isInstance).map(OrderRisk.Measured.class::cast);
        valueAtRisk.setText(
                measured.map(of -> change(of, one -> one.valueAtRisk())).orElse(Figures.NONE));
        shortfall.setText(
                measured.map(of -> change(of, one -> one.expectedShortfall())).orElse(Figures.NONE));
        note.setText(said);
        note.setManaged(!said.isEmpty());
        note.setVisible(!said.isEmpty());
    }

    private String noteOf(OrderRisk answer) {
        return switch (answer) {
            case OrderRisk.Measured of ->
                texts.get("ticket.risk.days", texts.figures().count(of.days()));
            case OrderRisk.TooLittleHistory few ->
                texts.get(
                        "ticket.risk.few",
                        texts.figures().count(few.neededDays()),
                        texts.figures().count(few.days()),
                        few.instruments().stream().map(InstrumentId::symbol).collect(Collectors.joining(", ")));
            case OrderRisk.NoPrice none -> texts.get("ticket.risk.no-price", none.instrument());
        };
    }

    private String change(OrderRisk.Measured of, ToDoubleFunction<TailRisk> measure) {
        return amount(measure.applyAsDouble(of.before()), of.equity()) + " \u2192 "
                + amount(measure.applyAsDouble(of.after()), of.equity()) + "\u00a0" + unit(of.currency());
    }

    private String amount(double loss, double equity) {
        return texts.figures().number(loss, MONEY_DECIMALS) + share(loss, equity);
    }

    private String share(double loss, double equity) {
        return equity > 0 ? " (" + texts.figures().percent(100 * loss / equity, 1) + ")" : "";
    }

    private static String unit(Currency currency) {
        return currency.code();
    }
}
