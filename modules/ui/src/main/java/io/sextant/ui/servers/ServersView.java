package io.sextant.ui.servers;

import io.sextant.domain.vault.KeyDesk;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.keys.KeysController;
import io.sextant.ui.keys.KeysView;
import io.sextant.ui.link.SavedServer;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** This machine and the servers that are kept, each with what can be done about it, and below them the form for one. */
public final class ServersView {

    private static final double PROGRESS_SIZE = 16;
    private static final double SPACING = 8;

    private final Texts texts;
    private final ServersController controller;
    private final Optional<KeyDesk> keys;
    private final Optional<String> current;
    private final Runnable openHere;
    private final FilePicker picker;
    private final VBox rows = new VBox(SPACING);
    private final StackPane form = new StackPane();
    private final StackPane vault = new StackPane();
    private final Button add = new Button();
    private final VBox view = new VBox(SPACING);

    /**
     * @param current the server that is shown now; empty where this machine is
     * @param openHere opens a desk of this machine
     */
    public ServersView(
            Texts texts,
            ServersController controller,
            Optional<KeyDesk> keys,
            Optional<String> current,
            Runnable openHere) {
        this(texts, controller, keys, current, openHere, FilePicker.dialogs());
    }

    ServersView(
            Texts texts,
            ServersController controller,
            Optional<KeyDesk> keys,
            Optional<String> current,
            Runnable openHere,
            FilePicker picker) {
        this.texts = texts;
        this.controller = controller;
        this.keys = keys;
        this.current = current;
        this.openHere = openHere;
        this.picker = picker;
        ServersModel model = controller.model();
        add.setId("server-add");
        add.setText(texts.get("servers.add"));
        add.setOnAction(pressed -> edit(Optional.empty(), ""));
        HBox below = new HBox(add);
        below.setAlignment(Pos.CENTER_RIGHT);
        add.managedProperty().bind(add.visibleProperty());
        rows.setId("servers-list");
        rows.disableProperty().bind(model.busyProperty());
        form.disableProperty().bind(model.busyProperty());
        view.getChildren().setAll(rows, below, form, foot(model), vault);
        form.managedProperty().bind(form.visibleProperty());
        form.setVisible(false);
        model.servers().addListener((ListChangeListener<SavedServer>) changed -> render());
        model.vaultWantedProperty().addListener((property, before, wanted) -> showVault(wanted));
        render();
    }

    public Node view() {
        return view;
    }

    /** Where the keyboard begins. */
    public Node first() {
        return add;
    }

    private Node foot(ServersModel model) {
        Label message = new Label();
        message.setId("servers-message");
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
        working.setMinSize(PROGRESS_SIZE, PROGRESS_SIZE);
        working.visibleProperty().bind(model.busyProperty());
        working.managedProperty().bind(working.visibleProperty());
        HBox foot = new HBox(SPACING, working, message);
        foot.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(message, Priority.ALWAYS);
        return foot;
    }

    private void render() {
        Button here = new Button(texts.get("servers.open-here"));
        here.setId("server-here");
        here.setOnAction(pressed -> openHere.run());
        rows.getChildren()
                .setAll(row(
                        texts.get("servers.here"),
                        texts.get("servers.here.detail"),
                        current.isEmpty(),
                        current.isEmpty() ? new Node[] {} : new Node[] {here}));
        for (SavedServer server : controller.model().servers()) {
            rows.getChildren().add(rowOf(server));
        }
    }

    private Node rowOf(SavedServer server) {
        boolean shown = current.filter(server.name()::equals).isPresent();
        Button connect = new Button(texts.get("servers.connect"));
        connect.setId("server-connect-" + server.name());
        connect.setDisable(shown);
        connect.setOnAction(pressed -> controller.connect(server));
        Button change = new Button(texts.get("servers.change"));
        change.setId("server-change-" + server.name());
        change.setOnAction(pressed -> edit(Optional.of(server), ""));
        Button remove = new Button(texts.get("servers.remove"));
        remove.setId("server-remove-" + server.name());
        // Asked twice in the same place, so that no single click forgets a server.
        remove.setOnAction(first -> {
            remove.setText(texts.get("servers.remove.sure"));
            remove.setOnAction(second -> controller.remove(server));
        });
        String port = String.valueOf(server.port());
        String detail = switch (server.proof()) {
            case SavedServer.Proof.Password(String user) ->
                texts.get("servers.row.password", server.host(), port, user);
            case SavedServer.Proof.Certificate(String file) ->
                texts.get("servers.row.certificate", server.host(), port, nameOf(file));
        };
        return row(server.name(), detail, shown, connect, change, remove);
    }

    private Node row(String name, String detail, boolean shown, Node... buttons) {
        Label title = new Label(shown ? name + "  · " + texts.get("servers.current") : name);
        title.getStyleClass().add("keys-account");
        Label more = new Label(detail);
        more.getStyleClass().add("muted");
        more.setWrapText(true);
        VBox words = new VBox(title, more);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(SPACING, words);
        for (Node button : buttons) {
            ((Region) button).setMinWidth(Region.USE_PREF_SIZE);
        }
        row.getChildren().addAll(buttons);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Opens the form for a server that is not kept; {@code place} is a name, or host and port with a colon between. */
    public void add(String place) {
        edit(Optional.empty(), place);
    }

    /** The form at once where there is nothing to choose from. */
    public void addWhereNoneIsKept() {
        if (controller.model().servers().isEmpty()) {
            add("");
        }
    }

    private void edit(Optional<SavedServer> server, String place) {
        ServerForm made = new ServerForm(texts, controller, picker, server, this::closeForm);
        made.prefill(place);
        form.getChildren().setAll(made.view());
        form.setVisible(true);
        add.setVisible(false);
        controller.model().say(false, "");
        made.first().requestFocus();
    }

    private void closeForm() {
        form.getChildren().clear();
        form.setVisible(false);
        add.setVisible(true);
        add.requestFocus();
    }

    /** What was typed stays in the form above meanwhile. */
    private void showVault(boolean wanted) {
        vault.getChildren().clear();
        if (wanted && keys.isPresent()) {
            KeysController vaultKeys = new KeysController(keys.get(), texts);
            vaultKeys.whenOpened(() -> vault.getChildren().clear());
            vault.getChildren().setAll(new KeysView(texts, vaultKeys, Map.of()).view());
            vaultKeys.refresh();
        }
    }

    private static String nameOf(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
