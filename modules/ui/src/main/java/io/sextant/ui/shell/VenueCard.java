package io.sextant.ui.shell;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.vault.KeyDesk;
import io.sextant.domain.vault.KeyEntry;
import io.sextant.domain.vault.VenueNet;
import io.sextant.ui.i18n.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Asks which live venue to trade, what of it, and whether on paper or with which account. */
final class VenueCard {

    private static final double CARD_WIDTH = 480;

    private final Texts texts;
    private final Overlay overlay;
    private final DeskMenu desks;
    private final ComboBox<LiveOffer> venue = new ComboBox<>();
    private final TextField symbols = new TextField();
    private final ComboBox<Seat> seat = new ComboBox<>();
    private final Label problem = new Label();

    /** On paper where there is no account. */
    private record Seat(Optional<DeskChoice.Account> account, String words) {

        @Override
        public String toString() {
            return words;
        }
    }

    VenueCard(Texts texts, Overlay overlay, DeskMenu desks) {
        this.texts = texts;
        this.overlay = overlay;
        this.desks = desks;
        venue.setId("venue-choice");
        venue.setMaxWidth(Double.MAX_VALUE);
        venue.getItems().setAll(desks.venues());
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
        seat.setId("venue-account");
        seat.setMaxWidth(Double.MAX_VALUE);
        venue.valueProperty().addListener((property, before, now) -> {
            symbols.setText(written(now));
            offerSeats(now.venue());
        });
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
        Label ofSeat = new Label(texts.get("shell.venue.account"));
        ofSeat.setLabelFor(seat);
        VBox card = new VBox(title, text, ofVenue, venue, ofSymbols, symbols, ofSeat, seat, problem, buttons);
        card.setId("venue-card");
        card.getStyleClass().addAll("card", "dialog-card");
        card.setMaxSize(CARD_WIDTH, Region.USE_PREF_SIZE);
        overlay.open(card, Pos.CENTER, symbols, () -> {});
    }

    /** Paper first, so that nobody trades with money by pressing Enter. Accounts are known while the vault is open. */
    private void offerSeats(String ofVenue) {
        seat.getItems().setAll(new Seat(Optional.empty(), texts.get("shell.venue.account.paper")));
        seat.getSelectionModel().selectFirst();
        desks.keys()
                .filter(keys -> keys.state() == KeyDesk.State.OPEN)
                .ifPresent(keys -> Thread.ofVirtual().name("accounts").start(() -> {
                    List<KeyEntry> entries = keys.list();
                    Platform.runLater(() -> addSeats(entries, ofVenue));
                }));
    }

    private void addSeats(List<KeyEntry> entries, String ofVenue) {
        if (!venue.getValue().venue().equals(ofVenue)) {
            return;
        }
        for (KeyEntry entry : entries) {
            if (entry.account().venue().equals(ofVenue)) {
                boolean test = entry.net() == VenueNet.TESTNET;
                seat.getItems()
                        .add(new Seat(
                                Optional.of(
                                        new DeskChoice.Account(entry.account().name(), test, "")),
                                texts.get(
                                        test ? "shell.venue.account.test" : "shell.venue.account.live",
                                        entry.account().name())));
            }
        }
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
        desks.open()
                .accept(new DeskChoice.Live(
                        venue.getValue().venue(), wanted, seat.getValue().account()));
    }

    private static String written(LiveOffer offer) {
        return offer.usualSymbols().stream().map(InstrumentId::symbol).collect(Collectors.joining(", "));
    }
}
