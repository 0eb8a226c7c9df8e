package io.sextant.ui.keys;

import io.sextant.domain.vault.KeyDesk;
import io.sextant.domain.vault.KeyEntry;
import io.sextant.domain.vault.Secret;
import io.sextant.ui.i18n.Texts;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A vault's three faces: none yet, locked, open with its keys. */
public final class KeysView {

    private static final double PROGRESS_SIZE = 16;
    private static final double SPACING = 8;

    private final Texts texts;
    private final KeysController controller;
    private final Map<String, String> venues;
    private final VBox view = new VBox();
    private final VBox body = new VBox(SPACING);

    /** {@code venues} are names to show by labels. */
    public KeysView(Texts texts, KeysController controller, Map<String, String> venues) {
        this.texts = texts;
        this.controller = controller;
        this.venues = Map.copyOf(venues);
        KeysModel model = controller.model();
        body.disableProperty().bind(model.busyProperty());
        view.setSpacing(SPACING);
        view.getChildren().setAll(body, foot(model));
        model.stateProperty().addListener(changed -> render());
        model.entries().addListener((ListChangeListener<KeyEntry>) changed -> render());
        render();
    }

    public Node view() {
        return view;
    }

    private Node foot(KeysModel model) {
        Label message = new Label();
        message.setId("keys-message");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.textProperty().bind(model.messageProperty());
        model.failedProperty().addListener((property, before, failed) -> {
            message.getStyleClass().remove("keys-failed");
            if (failed) {
                message.getStyleClass().add("keys-failed");
            }
        });
        ProgressIndicator working = new ProgressIndicator();
        working.setPrefSize(PROGRESS_SIZE, PROGRESS_SIZE);
        working.visibleProperty().bind(model.busyProperty());
        HBox foot = new HBox(SPACING, working, message);
        foot.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(message, Priority.ALWAYS);
        return foot;
    }

    private void render() {
        switch (controller.model().stateProperty().get()) {
            case NONE -> renderNone();
            case LOCKED -> renderLocked();
            case OPEN -> renderOpen();
        }
    }

    private void renderNone() {
        PasswordField passphrase = field("keys-new", "keys.passphrase.new");
        PasswordField again = field("keys-again", "keys.passphrase.again");
        CheckBox keyring = new CheckBox(texts.get("keys.in-keyring"));
        keyring.setId("keys-in-keyring");
        shownIfKeyring(keyring);
        Button make = button(
                "keys-make",
                "keys.make",
                () -> controller.create(taken(passphrase), taken(again), keyring.isSelected()));
        make.setDefaultButton(true);
        body.getChildren()
                .setAll(sentence("keys.none", KeyDesk.PASSPHRASE_MIN), passphrase, again, keyring, right(make));
    }

    private void renderLocked() {
        PasswordField passphrase = field("keys-passphrase", "keys.passphrase");
        Button unlock = button("keys-unlock", "keys.unlock", () -> controller.unlock(taken(passphrase)));
        unlock.setDefaultButton(true);
        Button byKeyring = button("keys-by-keyring", "keys.by-keyring", controller::unlockByKeyring);
        shownIfKeyring(byKeyring);
        body.getChildren().setAll(sentence("keys.is-locked"), passphrase, right(byKeyring, unlock));
    }

    private void renderOpen() {
        StackPane form = new StackPane();
        Button add = button(
                "keys-add", "keys.add", () -> form.getChildren().setAll(new KeyForm(texts, controller, venues).view()));
        Button change =
                button("keys-change", "keys.change", () -> form.getChildren().setAll(changeForm()));
        Button lock = button("keys-lock", "keys.lock", controller::lock);
        VBox rows = new VBox(SPACING);
        rows.setId("keys-list");
        for (KeyEntry entry : controller.model().entries()) {
            rows.getChildren().add(row(entry));
        }
        if (rows.getChildren().isEmpty()) {
            rows.getChildren().add(sentence("keys.empty"));
        }
        body.getChildren().setAll(rows, right(lock, change, add), form);
    }

    private Node row(KeyEntry entry) {
        Label account = new Label(
                venues.getOrDefault(entry.account().venue(), entry.account().venue()) + " · "
                        + entry.account().name());
        account.getStyleClass().add("keys-account");
        Label detail = new Label(texts.get(
                "keys.row",
                texts.get("keys.net." + entry.net().name()),
                entry.keyEnd().isEmpty() ? "?" : "…" + entry.keyEnd(),
                texts.get("keys.withdrawal." + entry.withdrawal().name())));
        detail.getStyleClass().add("muted");
        detail.setWrapText(true);
        VBox words = new VBox(account, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button remove = new Button(texts.get("keys.remove"));
        remove.setId(
                "keys-remove-" + entry.account().venue() + "-" + entry.account().name());
        remove.setMinWidth(Region.USE_PREF_SIZE);
        // Asked twice in the same place, so that no single click forgets a key.
        remove.setOnAction(first -> {
            remove.setText(texts.get("keys.remove.sure"));
            remove.setOnAction(second -> controller.remove(entry.account()));
        });
        HBox row = new HBox(SPACING, words, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node changeForm() {
        PasswordField old = field("keys-old", "keys.passphrase.old");
        PasswordField wanted = field("keys-new", "keys.passphrase.new");
        PasswordField again = field("keys-again", "keys.passphrase.again");
        Button change = button(
                "keys-change-now",
                "keys.change.now",
                () -> controller.changePassphrase(taken(old), taken(wanted), taken(again)));
        change.setDefaultButton(true);
        return new VBox(SPACING, old, wanted, again, right(change));
    }

    /** What was typed, which then stands in the field no more. */
    static Secret taken(PasswordField field) {
        Secret typed = Secret.of(field.getText());
        field.clear();
        return typed;
    }

    private PasswordField field(String id, String key) {
        PasswordField field = new PasswordField();
        field.setId(id);
        field.setPromptText(texts.get(key));
        field.setAccessibleText(texts.get(key));
        return field;
    }

    private Label sentence(String key, Object... arguments) {
        Label label = new Label(texts.get(key, arguments));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setId(id);
        button.setOnAction(done -> action.run());
        return button;
    }

    private void shownIfKeyring(Node node) {
        node.visibleProperty().bind(controller.model().keyringProperty());
        node.managedProperty().bind(node.visibleProperty());
    }

    private static HBox right(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("card-buttons");
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }
}
