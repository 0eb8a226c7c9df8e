package io.sextant.ui.panel.alerts;

import io.sextant.domain.alert.AlertChannel.Kind;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Segments;
import io.sextant.ui.parts.SpokenCell;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The sheet on which a channel is written: what its kind asks for, and what lets it in, which only the vault keeps. */
final class ChannelForm extends VBox {

    private static final double WIDTH = 330;

    private final ChannelDraft draft;
    private final Texts texts;
    private final boolean vault;
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final TextField name;
    private final VBox asked = new VBox();
    private final Label trouble = new Label();
    private final Button keys = new Button();
    private final Button keep = new Button();
    private final Button leave = new Button();

    /** @param vault whether there is one at this window */
    ChannelForm(ChannelDraft draft, Texts texts, boolean vault) {
        this.draft = draft;
        this.texts = texts;
        this.vault = vault;
        setId("channel-form");
        getStyleClass().add("plan-column");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setPadding(new Insets(10, 12, 12, 10));
        kind.setId("channel-kind");
        kind.getItems().setAll(Kind.values());
        kind.setMaxWidth(Double.MAX_VALUE);
        SpokenCell.in(kind, one -> texts.bind("alerts.kind." + one));
        kind.valueProperty().bindBidirectional(draft.kind);
        kind.disableProperty().bind(draft.old);
        kind.accessibleTextProperty().bind(texts.bind("alerts.column.kind"));
        name = field(new TextField(), "name", texts.bind("alerts.channel.name"), draft.name);
        name.disableProperty().bind(draft.old);
        asked.getStyleClass().add("plan-column");
        draft.kind.addListener((property, before, now) -> ask());
        draft.open.addListener((property, before, now) -> tell(""));
        ask();
        Segments<Language> language = new Segments<>(
                "channel-language",
                List.of(Language.values()),
                draft.language,
                one -> new SimpleStringProperty(one.nativeName()));
        TextField perHour = field(new TextField(), "hour", texts.bind("alerts.channel.hour"), draft.perHour);
        getChildren()
                .setAll(
                        block(texts.bind("alerts.column.kind"), kind),
                        block(texts.bind("alerts.channel.name"), name),
                        asked,
                        block(texts.bind("alerts.channel.language"), language),
                        block(texts.bind("alerts.channel.hour"), perHour),
                        told(),
                        foot());
    }

    /** What this kind asks for. */
    private void ask() {
        Kind now = draft.kind.get();
        asked.getChildren().clear();
        for (String key : ChannelDraft.optionsOf(now)) {
            ObservableValue<String> title = texts.bind("alerts.channel." + now + "." + key);
            asked.getChildren().add(block(title, field(new TextField(), key, title, draft.option(key))));
        }
        if (now == Kind.EMAIL) {
            asked.getChildren()
                    .add(block(
                            texts.bind("alerts.channel.security"),
                            new Segments<>(
                                    "channel-security",
                                    List.of(ChannelDraft.Security.values()),
                                    draft.security,
                                    one -> texts.bind("alerts.channel.security." + one))));
        }
        ChannelDraft.service(now).ifPresent(service -> askSecret(now));
        asked.setVisible(!asked.getChildren().isEmpty());
        asked.setManaged(asked.isVisible());
    }

    private void askSecret(Kind now) {
        if (vault) {
            if (ChannelDraft.hasUser(now)) {
                ObservableValue<String> title = texts.bind("alerts.channel." + now + ".user");
                asked.getChildren().add(block(title, field(new TextField(), "user", title, draft.user)));
            }
            ObservableValue<String> title = texts.bind("alerts.channel." + now + ".secret");
            asked.getChildren().add(block(title, field(new PasswordField(), "secret", title, draft.secret)));
        }
        Label where = line("channel-where");
        where.getStyleClass().add("field-title");
        where.textProperty()
                .bind(Bindings.createStringBinding(this::where, draft.open, draft.old, texts.figuresProperty()));
        asked.getChildren().add(where);
    }

    private String where() {
        if (!vault) {
            return texts.get("alerts.channel.elsewhere");
        }
        return draft.secretBefore()
                .map(account -> texts.get("alerts.channel.kept", account))
                .orElseGet(() -> texts.get("alerts.channel.vault"));
    }

    /** Why the vault did not take it, and the way there. */
    private VBox told() {
        trouble.setId("channel-trouble");
        trouble.setWrapText(true);
        trouble.setMinHeight(USE_PREF_SIZE);
        trouble.getStyleClass().add("down");
        keys.setId("channel-keys");
        keys.getStyleClass().add("compact");
        keys.textProperty().bind(texts.bind("alerts.channel.keys"));
        VBox told = new VBox(trouble, keys);
        told.getStyleClass().add("field-block");
        told.visibleProperty().bind(trouble.textProperty().isNotEmpty());
        told.managedProperty().bind(told.visibleProperty());
        return told;
    }

    private HBox foot() {
        Label problem = line("channel-problem");
        problem.getStyleClass().add("muted");
        problem.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(problem, Priority.ALWAYS);
        problem.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> draft.problem.get().isEmpty()
                                ? ""
                                : texts.get("alerts.channel.problem." + draft.problem.get()),
                        draft.problem,
                        texts.figuresProperty()));
        prepare(leave, "channel-leave", "alerts.form.leave");
        prepare(keep, "channel-keep", "alerts.form.keep");
        keep.getStyleClass().add("accent");
        keep.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !draft.problem.get().isEmpty(), draft.problem));
        HBox foot = new HBox(problem, leave, keep);
        foot.getStyleClass().add("plan-line");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void prepare(Button button, String id, String key) {
        button.setId(id);
        button.getStyleClass().add("compact");
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty().bind(texts.bind(key));
    }

    private static TextField field(TextField field, String key, ObservableValue<String> title, StringProperty value) {
        field.setId("channel-" + key);
        field.textProperty().bindBidirectional(value);
        field.accessibleTextProperty().bind(title);
        return field;
    }

    private static Label line(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static VBox block(ObservableValue<String> words, Node content) {
        Label title = new Label();
        title.textProperty().bind(words);
        title.getStyleClass().add("field-title");
        title.setLabelFor(content);
        VBox block = new VBox(title, content);
        block.getStyleClass().add("field-block");
        return block;
    }

    /** What the vault said; nothing for none. */
    void tell(String sentence) {
        trouble.setText(sentence);
    }

    Button keys() {
        return keys;
    }

    Button keep() {
        return keep;
    }

    Button leave() {
        return leave;
    }

    void focusFirst() {
        if (draft.old.get()) {
            keep.requestFocus();
        } else {
            name.requestFocus();
        }
    }
}
