package io.sextant.ui.panel.ticket;

import io.sextant.domain.risk.SizeSuggestion;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Segments;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The rule, its numbers, what it says, and a button that takes it over. */
final class SizingView extends VBox {

    private static final double WIDTH = 340;

    private final SizingModel model;
    private final Texts texts;
    private final TicketModel ticket;
    private final GridPane fields = new GridPane();
    private final Label idea = new Label();
    private final Label result = new Label();
    private final Button use = new Button();

    SizingView(SizingModel model, TicketModel ticket, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.ticket = ticket;
        setId("ticket-sizing");
        getStyleClass().add("ticket-form");
        setPrefWidth(WIDTH);
        Segments<SizingModel.Kind> kinds = new Segments<>(
                "ticket-sizing-kind",
                List.of(SizingModel.Kind.VOLATILITY, SizingModel.Kind.KELLY, SizingModel.Kind.TAIL),
                model.kind(),
                choice -> texts.bind("ticket.sizing." + choice.name()));
        idea.setWrapText(true);
        idea.getStyleClass().add("muted");
        idea.textProperty().bind(model.kind().flatMap(choice -> texts.bind("ticket.sizing.idea." + choice.name())));
        ColumnConstraints titles = new ColumnConstraints();
        titles.setHgrow(Priority.ALWAYS);
        fields.getColumnConstraints().add(titles);
        fields.setHgap(8);
        fields.setVgap(6);
        ObservableBooleanValue volatility = model.kind().isEqualTo(SizingModel.Kind.VOLATILITY);
        ObservableBooleanValue kelly = model.kind().isEqualTo(SizingModel.Kind.KELLY);
        ObservableBooleanValue ranged = model.kind().isNotEqualTo(SizingModel.Kind.TAIL);
        ObservableBooleanValue tail = model.kind().isEqualTo(SizingModel.Kind.TAIL);
        row("risk", model.risk(), volatility);
        row("win", model.win(), kelly);
        row("payoff", model.payoff(), kelly);
        row("fraction", model.fraction(), kelly);
        row("cap", model.cap(), kelly);
        row("ranges", model.ranges(), ranged);
        row("budget", model.budget(), tail);
        result.setId("ticket-sizing-result");
        result.setWrapText(true);
        use.setId("ticket-sizing-use");
        use.textProperty().bind(texts.bind("ticket.sizing.use"));
        use.setDefaultButton(true);
        use.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(kinds, idea, fields, result, use);
        model.suggestion().addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    Button use() {
        return use;
    }

    private void row(String name, StringProperty value, ObservableBooleanValue shown) {
        Label title = new Label();
        title.textProperty().bind(texts.bind("ticket.sizing." + name));
        title.setWrapText(true);
        TextField field = new TextField();
        field.setId("ticket-sizing-" + name);
        field.setPrefColumnCount(5);
        field.textProperty().bindBidirectional(value);
        field.accessibleTextProperty().bind(texts.bind("ticket.sizing." + name));
        title.setLabelFor(field);
        for (var node : List.of(title, field)) {
            node.managedProperty().bind(shown);
            node.visibleProperty().bind(shown);
        }
        fields.addRow(fields.getRowCount(), title, field);
    }

    private void show() {
        Optional<SizeSuggestion> said = model.suggestion().get();
        result.setText(said.map(this::sentence).orElseGet(() -> texts.get("ticket.sizing.waiting")));
        use.setDisable(said.filter(SizeSuggestion.Suggested.class::isInstance).isEmpty());
    }

    private String sentence(SizeSuggestion said) {
        Figures figures = texts.figures();
        return switch (said) {
            case SizeSuggestion.Suggested found -> {
                String unit = ticket.instrument()
                        .get()
                        .map(new TicketWords(texts)::unit)
                        .orElse("");
                String told = texts.get(
                        "ticket.sizing.suggested",
                        figures.quantity(found.quantity()) + "\u00a0" + unit,
                        figures.number(found.atrMoney(), 0) + "\u00a0"
                                + found.currency().code(),
                        figures.number(found.shortfallAfter(), 0) + "\u00a0"
                                + found.currency().code());
                yield found.capped() ? told + " " + texts.get("ticket.sizing.capped") : told;
            }
            case SizeSuggestion.Nothing nothing ->
                texts.get("ticket.sizing.nothing." + nothing.why().name());
            case SizeSuggestion.TooLittleHistory few ->
                texts.get(
                        "ticket.risk.few",
                        figures.count(few.neededDays()),
                        figures.count(few.days()),
                        few.instrument().symbol());
            case SizeSuggestion.NoPrice none -> texts.get("ticket.risk.no-price", none.instrument());
        };
    }
}
