package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.parent.ParentKind;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Segments;
import io.sextant.ui.parts.StepField;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The fields of the ticket. */
final class TicketForm extends VBox {

    private final TicketModel model;
    private final Texts texts;
    private final TicketWords words;
    private final SideChooser side;
    private final WorkMenu workMenu;
    private final StepField price;
    private final StepField size;
    private final PresetBar presets;
    private final Button byRule = new Button();

    /** {@code workWith} is told which algorithm is to work what stands here. */
    TicketForm(
            TicketModel model,
            Texts texts,
            TicketWords words,
            PresetBar presets,
            boolean routes,
            Consumer<ParentKind> workWith) {
        this.presets = presets;
        this.model = model;
        this.texts = texts;
        this.words = words;
        getStyleClass().add("ticket-form");
        side = new SideChooser(model, texts);
        workMenu = new WorkMenu(texts, routes, workWith);
        price = new StepField("ticket-price", "ticket.price", texts);
        size = new StepField("ticket-size", "ticket.size", texts);
        price.field().textProperty().bindBidirectional(model.price());
        size.field().textProperty().bindBidirectional(model.size());
        BooleanBinding limit =
                model.kind().isEqualTo(OrderKind.LIMIT).or(model.kind().isEqualTo(OrderKind.STOP));
        Segments<OrderKind> kind = new Segments<>(
                "ticket-kind",
                List.of(OrderKind.LIMIT, OrderKind.MARKET, OrderKind.STOP, OrderKind.TRAILING),
                model.kind(),
                choice -> texts.bind("ticket.kind." + choice.name()));
        VBox priceBlock = block("ticket.price", price);
        price.field()
                .promptTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.kind().get() == OrderKind.STOP ? texts.get("ticket.price.stop") : "",
                        model.kind(),
                        texts.figuresProperty()));
        priceBlock.managedProperty().bind(limit);
        priceBlock.visibleProperty().bind(limit);
        getChildren()
                .addAll(
                        side,
                        kind,
                        new WaitingFields(model.waiting(), texts, model.kind()),
                        priceBlock,
                        block("ticket.size", sizeModes(), size, presetLines()),
                        new LastingFields(model.lasting(), texts, model.kind()),
                        new ExitsPart(model, texts, () -> {}),
                        workMenu);
        model.instrument().addListener(change -> nameUnits());
        model.sizeMode().addListener(change -> nameUnits());
        texts.figuresProperty().addListener(change -> nameUnits());
        nameUnits();
    }

    StepField price() {
        return price;
    }

    StepField size() {
        return size;
    }

    WorkMenu workMenu() {
        return workMenu;
    }

    /** Opens the rules that say how large the order may be. */
    Button byRule() {
        return byRule;
    }

    PresetBar presets() {
        return presets;
    }

    private Segments<SizeMode> sizeModes() {
        return new Segments<>(
                "ticket-mode",
                List.of(SizeMode.QUANTITY, SizeMode.VALUE, SizeMode.EQUITY_SHARE),
                model.sizeMode(),
                choice -> texts.bind("ticket.mode." + choice.name()));
    }

    private VBox presetLines() {
        byRule.setId("ticket-by-rule");
        byRule.textProperty().bind(texts.bind("ticket.by-rule"));
        byRule.getStyleClass().add("compact");
        byRule.setMinWidth(USE_PREF_SIZE);
        byRule.setFocusTraversable(false);
        VBox lines = new VBox(presets, byRule);
        lines.getStyleClass().add("preset-lines");
        return lines;
    }

    private VBox block(String titleKey, Node... content) {
        Label title = new Label();
        title.textProperty().bind(texts.bind(titleKey));
        title.getStyleClass().add("field-title");
        VBox block = new VBox(title);
        block.getChildren().addAll(content);
        block.getStyleClass().add("field-block");
        return block;
    }

    private void nameUnits() {
        String quote = model.instrument()
                .get()
                .map(Instrument::quote)
                .map(currency -> currency.code())
                .orElse("");
        price.unit().setText(quote);
        size.unit()
                .setText(
                        switch (model.sizeMode().get()) {
                            case QUANTITY ->
                                model.instrument().get().map(words::unit).orElse("");
                            case VALUE -> quote;
                            case EQUITY_SHARE -> "%";
                        });
    }

    /** The side's colour, for the whole ticket. */
    static String styleOf(Side side) {
        return switch (side) {
            case BUY -> "buy";
            case SELL -> "sell";
        };
    }
}
