package io.sextant.ui.shell;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.ui.i18n.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Asks which live venue to trade on paper, and what of it. */
final class VenueCard {

    private static final double CARD_WIDTH = 480;

    private final Texts texts;
    private final Overlay overlay;
    private final Consumer<DeskChoice> open;
    private final ComboBox<LiveOffer> venue = new ComboBox<>();
    private final TextField symbols = new TextField();
    private final Label problem = new Label();

    VenueCard(Texts texts, Overlay overlay, List<LiveOffer> offers, Consumer<DeskChoice> open) {
        this.texts = texts;
        this.overlay = overlay;
        this.open = open;
        venue.setId("venue-choice");
        venue.setMaxWidth(Double.MAX_VALUE);
        venue.getItems().setAll(offers);
        venue.setConverter(new StringConverter<>() {
            @Override
            public String toString(LiveOffer offer) {
                return offer == null ? "" : offer.name();
            }

            @Override
            public LiveOffer fromString(String name) {
                throw new UnsupportedOperationException("the venue is chosen, not typed");
            }
        });
        venue.valueProperty().addListener((property, before, now) -> symbols.setText(written(now)));
        venue.getSelectionModel().selectFirst();
        symbols.setId("venue-symbols");
        problem.setId("venue-problem");
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        symbols.textProperty().addListener((property, before, now) -> problem.setText(""));
    }

    void show() {
        Label title = new Label(texts.get("shell.venue.title"));
        title.getStyleClass().add("card-title");
        Label text = new Label(texts.get("shell.venue.text"));
        text.setWrapText(true);
        Label ofVenue = new Label(texts.get("shell.venue.venue"));
        ofVenue.setLabelFor(venue);
        Label ofSymbols = new Label(texts.get("shell.venue.symbols"));
        ofSymbols.setLabelFor(symbols);
        Button confirm = new Button(texts.get("shell.venue.confirm"));
        confirm.setId("venue-confirm");
        confirm.setDefaultButton(true);
        confirm.setOnAction(done -> confirm());
        Button cancel = new Button(texts.get("shell.venue.cancel"));
        cancel.setOnAction(done -> overlay.close());
        HBox buttons = new HBox(cancel, confirm);
        buttons.getStyleClass().add("card-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(title, text, ofVenue, venue, ofSymbols, symbols, problem, buttons);
        card.setId("venue-card");
        card.getStyleClass().addAll("card", "dialog-card");
        card.setMaxSize(CARD_WIDTH, Region.USE_PREF_SIZE);
        overlay.open(card, Pos.CENTER, symbols, () -> {});
    }

    private void confirm() {
        List<InstrumentId> wanted;
        try {
            wanted = Arrays.stream(symbols.getText().strip().split("[\\s,;]+"))
                    .map(symbol -> InstrumentId.of(symbol.toUpperCase(Locale.ROOT)))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException noSymbol) {
            problem.setText(texts.get("shell.venue.problem"));
            symbols.requestFocus();
            return;
        }
        overlay.close();
        open.accept(new DeskChoice.Live(venue.getValue().venue(), wanted));
    }

    private static String written(LiveOffer offer) {
        return offer.usualSymbols().stream().map(InstrumentId::symbol).collect(Collectors.joining(", "));
    }
}
