package io.sextant.ui.servers;

import io.sextant.domain.vault.Secret;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.link.SavedServer;
import io.sextant.ui.link.SavedServer.Authority;
import io.sextant.ui.link.SavedServer.Proof;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One server: where it is, whom to believe about it, and as whom to sit there. The password is forgotten with the form. */
final class ServerForm {

    private static final double SPACING = 8;
    private static final double LABEL_WIDTH = 110;
    private static final int FINGERPRINT_PAIRS_A_LINE = 16;
    private static final int PORT_COLUMNS = 6;

    private final Texts texts;
    private final ServersController controller;
    private final FilePicker picker;
    private final Optional<SavedServer> before;
    private final Runnable close;
    private final TextField name = new TextField();
    private final TextField host = new TextField();
    private final TextField port = new TextField(String.valueOf(SavedServer.USUAL_PORT));
    private final Label authorityWords = new Label();
    private final Label fingerprint = new Label();
    private final RadioButton byPassword = new RadioButton();
    private final RadioButton byCertificate = new RadioButton();
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final TextField file = new TextField();
    private final Label problem = new Label();
    private final VBox view = new VBox(SPACING);
    private Optional<Authority> authority = Optional.empty();

    ServerForm(
            Texts texts,
            ServersController controller,
            FilePicker picker,
            Optional<SavedServer> before,
            Runnable close) {
        this.texts = texts;
        this.controller = controller;
        this.picker = picker;
        this.before = before;
        this.close = close;
        name.setId("server-name");
        name.setPromptText(texts.get("servers.form.name.prompt"));
        host.setId("server-host");
        host.setPromptText(texts.get("servers.form.host.prompt"));
        port.setId("server-port");
        port.setPrefColumnCount(PORT_COLUMNS);
        user.setId("server-user");
        password.setId("server-password");
        file.setId("server-file");
        file.setEditable(false);
        problem.setId("server-problem");
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        for (TextField field : List.of(name, host, port, user, password, file)) {
            field.textProperty().addListener(typed -> problem.setText(""));
        }
        fill();
        build();
    }

    /** {@code place} is a name, or host and port with a colon between. */
    void prefill(String place) {
        int colon = place.lastIndexOf(':');
        if (colon >= 0) {
            host.setText(place.substring(0, colon));
            port.setText(place.substring(colon + 1));
        } else if (!place.isEmpty()) {
            name.setText(place);
        }
    }

    Node view() {
        return view;
    }

    Node first() {
        return before.isPresent() ? host : name;
    }

    private void fill() {
        ToggleGroup ways = new ToggleGroup();
        byPassword.setId("server-by-password");
        byPassword.setText(texts.get("servers.form.by-password"));
        byPassword.setToggleGroup(ways);
        byCertificate.setId("server-by-certificate");
        byCertificate.setText(texts.get("servers.form.by-certificate"));
        byCertificate.setToggleGroup(ways);
        byPassword.setSelected(true);
        before.ifPresent(server -> {
            name.setText(server.name());
            name.setDisable(true);
            host.setText(server.host());
            port.setText(String.valueOf(server.port()));
            password.setPromptText(texts.get("servers.form.password.kept"));
            switch (server.proof()) {
                case Proof.Password(String known) -> user.setText(known);
                case Proof.Certificate(String known) -> {
                    byCertificate.setSelected(true);
                    file.setText(known);
                }
            }
        });
        show(before.map(SavedServer::authority));
    }

    private void build() {
        Label title = new Label(before.map(server -> texts.get("servers.form.change", server.name()))
                .orElseGet(() -> texts.get("servers.form.add")));
        title.getStyleClass().add("section-title");
        Button chooseAuthority = new Button(texts.get("servers.form.authority.choose"));
        chooseAuthority.setId("server-authority");
        chooseAuthority.setOnAction(pressed -> picker.ask(view, texts.get("servers.form.authority.choose"))
                .ifPresent(chosen -> controller.readAuthority(chosen, read -> show(Optional.of(read)))));
        authorityWords.setWrapText(true);
        authorityWords.setMinHeight(Region.USE_PREF_SIZE);
        authorityWords.getStyleClass().add("muted");
        fingerprint.setId("server-fingerprint");
        fingerprint.setWrapText(true);
        fingerprint.setMinHeight(Region.USE_PREF_SIZE);
        GridPane grid = new GridPane(SPACING, SPACING);
        ColumnConstraints labels = new ColumnConstraints(LABEL_WIDTH);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(labels, fields);
        addRow(grid, 0, "servers.form.name", name);
        addRow(grid, 1, "servers.form.host", host);
        addRow(grid, 2, "servers.form.port", port);
        addRow(grid, 3, "servers.form.authority", new VBox(SPACING / 2, chooseAuthority, authorityWords, fingerprint));
        HBox ways = new HBox(2 * SPACING, byPassword, byCertificate);
        ways.getStyleClass().add("server-ways");
        grid.add(ways, 1, 4);
        Button chooseFile = new Button(texts.get("servers.form.file.choose"));
        chooseFile.setId("server-file-choose");
        chooseFile.setMinWidth(Region.USE_PREF_SIZE);
        chooseFile.setOnAction(pressed -> picker.ask(view, texts.get("servers.form.by-certificate"))
                .map(Path::toString)
                .ifPresent(file::setText));
        HBox.setHgrow(file, Priority.ALWAYS);
        addRow(grid, 5, "servers.form.user", user).forEach(node -> shownWhile(node, byPassword));
        addRow(grid, 6, "servers.form.file", new HBox(SPACING, file, chooseFile))
                .forEach(node -> shownWhile(node, byCertificate));
        addRow(grid, 7, "servers.form.password", password);
        view.getChildren().setAll(title, grid, problem, buttons());
    }

    private HBox buttons() {
        Button cancel = new Button(texts.get("servers.form.cancel"));
        cancel.setId("server-cancel");
        cancel.setOnAction(pressed -> close.run());
        Button test = new Button(texts.get("servers.form.test"));
        test.setId("server-test");
        test.setOnAction(pressed -> read(controller::test));
        Button save = new Button(texts.get("servers.form.save"));
        save.setId("server-save");
        save.setDefaultButton(true);
        save.setOnAction(pressed -> read((server, secret) -> controller.save(server, secret, close)));
        HBox buttons = new HBox(cancel, test, save);
        buttons.getStyleClass().add("card-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private List<Node> addRow(GridPane grid, int row, String key, Node field) {
        Label label = new Label(texts.get(key));
        label.setLabelFor(field);
        if (field instanceof TextField typed) {
            typed.setAccessibleText(texts.get(key));
        }
        GridPane.setValignment(label, VPos.TOP);
        label.setPadding(new Insets(SPACING / 2, 0, 0, 0));
        grid.addRow(row, label, field);
        return List.of(label, field);
    }

    private static void shownWhile(Node node, RadioButton way) {
        node.visibleProperty().bind(way.selectedProperty());
        node.managedProperty().bind(node.visibleProperty());
    }

    private void show(Optional<Authority> known) {
        authority = known;
        authorityWords.setText(known.map(one -> texts.get(
                                "servers.form.authority.seen",
                                one.subject(),
                                texts.figures().date(one.untilNanos()))
                        + "\n" + texts.get("servers.form.compare"))
                .orElseGet(() -> texts.get("servers.form.authority.none")));
        fingerprint.setText(known.map(one -> texts.get("servers.form.fingerprint", inPairs(one.fingerprint())))
                .orElse(""));
        fingerprint.setVisible(known.isPresent());
        fingerprint.setManaged(known.isPresent());
    }

    /** In pairs of digits, two lines of them, as other programs write it. */
    static String inPairs(String hex) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < hex.length(); i += 2) {
            if (i > 0) {
                text.append(i % (2 * FINGERPRINT_PAIRS_A_LINE) == 0 ? ":\n" : ":");
            }
            text.append(hex, i, Math.min(i + 2, hex.length()));
        }
        return text.toString().toUpperCase(Locale.ROOT);
    }

    private void read(BiConsumer<SavedServer, Optional<Secret>> use) {
        problem.setText("");
        String called = name.getText().strip();
        String at = host.getText().strip();
        int number = number(port.getText().strip());
        boolean newProof =
                before.map(SavedServer::proof).filter(proof()::equals).isEmpty();
        if (!SavedServer.isName(called)) {
            complain("servers.problem.name", name);
        } else if (!SavedServer.isHost(at)) {
            complain("servers.problem.host", host);
        } else if (!SavedServer.isPort(number)) {
            complain("servers.problem.port", port);
        } else if (authority.isEmpty()) {
            problem.setText(texts.get("servers.problem.authority"));
        } else if (byPassword.isSelected() && user.getText().isBlank()) {
            complain("servers.problem.user", user);
        } else if (byCertificate.isSelected() && file.getText().isBlank()) {
            problem.setText(texts.get("servers.problem.file"));
        } else if (password.getText().isEmpty() && newProof) {
            complain("servers.problem.password", password);
        } else {
            Optional<Secret> secret =
                    password.getText().isEmpty() ? Optional.empty() : Optional.of(Secret.of(password.getText()));
            use.accept(new SavedServer(called, at, number, authority.get(), proof()), secret);
        }
    }

    private Proof proof() {
        return byPassword.isSelected()
                ? new Proof.Password(user.getText().strip())
                : new Proof.Certificate(file.getText());
    }

    private void complain(String key, TextField field) {
        problem.setText(texts.get(key));
        field.requestFocus();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
