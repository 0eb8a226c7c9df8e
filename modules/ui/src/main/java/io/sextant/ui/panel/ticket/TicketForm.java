package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.TimeInForce;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Segments;
import io.sextant.ui.parts.StepField;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The fields of the ticket. */
final class TicketForm extends VBox {

    private static final List<Integer> SHARES_PCT = List.of(5, 10, 25, 50, 100);

    private final TicketModel model;
    private final Texts texts;
    private final TicketWords words;
    private final SideChooser side;
    private final StepField price;
    private final StepField size;
    private final List<Button> shares = new ArrayList<>();

    TicketForm(TicketModel model, Texts texts, TicketWords words) {
        this.model = model;
        this.texts = texts;
        this.words = words;
        getStyleClass().add("ticket-form");
        side = new SideChooser(model, texts);
        price = new StepField("ticket-price", "ticket.price", texts);
        size = new StepField("ticket-size", "ticket.size", texts);
        price.field().textProperty().bindBidirectional(model.price());
        size.field().textProperty().bindBidirectional(model.size());
        BooleanBinding limit = model.kind().isEqualTo(OrderKind.LIMIT);
        Segments<OrderKind> kind = new Segments<>(
                "ticket-kind",
                List.of(OrderKind.LIMIT, OrderKind.MARKET),
                model.kind(),
                choice -> texts.bind("ticket.kind." + choice.name()));
        VBox priceBlock = block("ticket.price", price);
        priceBlock.managedProperty().bind(limit);
        priceBlock.visibleProperty().bind(limit);
        VBox stays = block("ticket.stays", staysChooser());
        stays.managedProperty().bind(limit);
        stays.visibleProperty().bind(limit);
        getChildren().addAll(side, kind, priceBlock, block("ticket.size", sizeModes(), size, shareButtons()), stays);
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

    /** One for each of some round shares of the equity; the number is the button's user data. */
    List<Button> shares() {
        return shares;
    }

    private Segments<SizeMode> sizeModes() {
        return new Segments<>(
                "ticket-mode",
                List.of(SizeMode.QUANTITY, SizeMode.VALUE, SizeMode.EQUITY_SHARE),
                model.sizeMode(),
                choice -> texts.bind("ticket.mode." + choice.name()));
    }

    private Segments<TimeInForce> staysChooser() {
        return new Segments<>(
                "ticket-stays",
                List.of(TimeInForce.GOOD_TILL_CANCELLED, TimeInForce.IMMEDIATE_OR_CANCEL),
                model.timeInForce(),
                choice -> texts.bind("ticket.stays." + choice.name()));
    }

    private HBox shareButtons() {
        HBox box = new HBox();
        box.getStyleClass().add("share-buttons");
        for (int percent : SHARES_PCT) {
            Button button = new Button();
            button.setId("ticket-share-" + percent);
            button.setUserData(percent);
            button.textProperty().bind(texts.figuresProperty().map(figures -> figures.percent(percent, 0)));
            button.getStyleClass().add("compact");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setFocusTraversable(false);
            button.accessibleTextProperty().bind(texts.bind("ticket.share", button.textProperty()));
            HBox.setHgrow(button, Priority.ALWAYS);
            shares.add(button);
        }
        box.getChildren().addAll(shares);
        return box;
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
