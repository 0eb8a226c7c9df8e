package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.DepthLevel;
import io.sextant.domain.market.Side;
import io.sextant.domain.request.MarketState;
import io.sextant.ui.i18n.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Sell at the bid on the left, buy at the ask on the right, each with its price now. */
final class SideChooser extends HBox {

    private final TicketModel model;
    private final Texts texts;
    private final ToggleButton sell = new ToggleButton();
    private final ToggleButton buy = new ToggleButton();
    private final Label bid = new Label();
    private final Label ask = new Label();

    SideChooser(TicketModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("side-chooser");
        prepare(sell, Side.SELL, bid);
        prepare(buy, Side.BUY, ask);
        getChildren().addAll(sell, buy);
        addEventFilter(KeyEvent.KEY_PRESSED, this::moveByKey);
        model.side().addListener(change -> mark());
        model.market().addListener(change -> showPrices());
        texts.figuresProperty().addListener(change -> showPrices());
        mark();
        showPrices();
    }

    private void prepare(ToggleButton button, Side side, Label price) {
        button.setId("ticket-side-" + TicketForm.styleOf(side));
        button.getStyleClass().addAll("side-button", TicketForm.styleOf(side));
        Label word = new Label();
        word.textProperty().bind(texts.bind("ticket.side." + side.name()));
        word.getStyleClass().add("word");
        price.getStyleClass().addAll("figure", "price");
        VBox content = new VBox(word, price);
        content.getStyleClass().add("content");
        button.setGraphic(content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.accessibleTextProperty().bind(texts.bind("ticket.side." + side.name()));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setPrefWidth(100);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(pressed -> {
            model.side().set(side);
            mark();
        });
    }

    private void mark() {
        boolean buying = model.side().get() == Side.BUY;
        buy.setSelected(buying);
        sell.setSelected(!buying);
        buy.setFocusTraversable(buying);
        sell.setFocusTraversable(!buying);
    }

    private void moveByKey(KeyEvent pressed) {
        if (pressed.getCode() == KeyCode.LEFT || pressed.getCode() == KeyCode.RIGHT) {
            boolean buying = pressed.getCode() == KeyCode.RIGHT;
            model.side().set(buying ? Side.BUY : Side.SELL);
            (buying ? buy : sell).requestFocus();
            pressed.consume();
        }
    }

    private void showPrices() {
        Optional<MarketState> market = model.market().get();
        bid.setText(best(market.map(state -> state.depth().bids()).orElse(List.of())));
        ask.setText(best(market.map(state -> state.depth().asks()).orElse(List.of())));
    }

    private String best(List<DepthLevel> levels) {
        Optional<Instrument> instrument = model.instrument().get();
        return instrument
                .map(shown -> texts.figures().price(levels.stream().findFirst().map(DepthLevel::price), shown))
                .orElse("");
    }
}
