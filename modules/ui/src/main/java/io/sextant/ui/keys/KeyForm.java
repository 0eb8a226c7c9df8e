package io.sextant.ui.keys;

import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.ui.i18n.Texts;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Takes a new key. What was typed of secrets leaves the fields with the first press of the button. */
final class KeyForm {

    private static final double SPACING = 8;

    private final Texts texts;
    private final KeysController controller;
    private final ComboBox<String> venue = new ComboBox<>();
    private final TextField name = new TextField();
    private final CheckBox test = new CheckBox();
    private final PasswordField apiKey = new PasswordField();
    private final PasswordField apiSecret = new PasswordField();
    private final PasswordField passphrase = new PasswordField();
    private final Label problem = new Label();

    KeyForm(Texts texts, KeysController controller, Map<String, String> venues) {
        this.texts = texts;
        this.controller = controller;
        venue.setId("key-venue");
        venue.setMaxWidth(Double.MAX_VALUE);
        venue.getItems().setAll(new TreeMap<>(venues).keySet());
        venue.setConverter(new StringConverter<>() {
            @Override
            public String toString(String label) {
                return label == null ? "" : venues.getOrDefault(label, label);
            }

            @Override
            public String fromString(String shown) {
                throw new UnsupportedOperationException("the venue is chosen, not typed");
            }
        });
        venue.getSelectionModel().selectFirst();
        name.setId("key-name");
        prompt(name, "keys.form.name");
        test.setId("key-test");
        test.setText(texts.get("keys.form.test"));
        apiKey.setId("key-api-key");
        prompt(apiKey, "keys.form.api-key");
        apiSecret.setId("key-api-secret");
        prompt(apiSecret, "keys.form.api-secret");
        passphrase.setId("key-passphrase");
        prompt(passphrase, "keys.form.passphrase");
        problem.setId("key-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("field-problem");
    }

    private void prompt(TextField field, String key) {
        field.setPromptText(texts.get(key));
        field.setAccessibleText(texts.get(key));
    }

    Node view() {
        Label advice = new Label(texts.get("keys.form.advice"));
        advice.setWrapText(true);
        advice.getStyleClass().add("muted");
        Button keep = new Button(texts.get("keys.form.keep"));
        keep.setId("key-keep");
        keep.setDefaultButton(true);
        keep.setOnAction(done -> keep());
        HBox buttons = new HBox(keep);
        buttons.getStyleClass().add("card-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return new VBox(SPACING, advice, venue, name, test, apiKey, apiSecret, passphrase, problem, buttons);
    }

    private void keep() {
        problem.setText("");
        VenueAccount account;
        try {
            account = new VenueAccount(venue.getValue(), name.getText().strip());
        } catch (IllegalArgumentException notAName) {
            problem.setText(texts.get("keys.form.problem.name"));
            name.requestFocus();
            return;
        }
        if (apiKey.getText().isBlank() || apiSecret.getText().isBlank()) {
            problem.setText(texts.get("keys.form.problem.secret"));
            apiKey.requestFocus();
            return;
        }
        Secret key = KeysView.taken(apiKey);
        Secret secret = KeysView.taken(apiSecret);
        Secret third = KeysView.taken(passphrase);
        VenueNet net = test.isSelected() ? VenueNet.TESTNET : VenueNet.LIVE;
        controller.add(new VenueKey(account, net, key, secret, third, WithdrawalRight.NOT_TOLD));
    }
}
