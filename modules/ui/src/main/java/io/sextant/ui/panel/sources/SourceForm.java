package io.sextant.ui.panel.sources;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.sources.SourceDraft.Field;
import io.sextant.ui.parts.SpokenCell;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The fields of a source. What is wrong is said under its field when somebody tries to save. */
final class SourceForm extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final Texts texts;
    private final ComboBox<SourceDraft.Type> type = new ComboBox<>();
    private final Map<Field, TextField> fields = new EnumMap<>(Field.class);
    private final Map<Field, VBox> blocks = new EnumMap<>(Field.class);
    private final Map<Field, Label> problems = new EnumMap<>(Field.class);
    private final Button save = new Button();
    private final Button cancel = new Button();

    SourceForm(Texts texts) {
        this.texts = texts;
        setId("sources-form");
        getStyleClass().add("choice-form");
        Label title = title("sources.type");
        title.setLabelFor(type);
        type.setId("sources-type");
        type.getStyleClass().add("compact");
        type.getItems().setAll(SourceDraft.Type.values());
        type.setMaxWidth(Double.MAX_VALUE);
        type.accessibleTextProperty().bind(texts.bind("sources.type"));
        SpokenCell.in(type, one -> texts.bind("sources.type." + one));
        type.setValue(SourceDraft.Type.FEED);
        type.valueProperty().addListener((property, before, now) -> changeType(before, now));
        VBox chooser = new VBox(title, type);
        chooser.getStyleClass().add("field-block");
        getChildren().add(chooser);
        for (Field field : Field.values()) {
            getChildren().add(block(field));
        }
        save.setId("sources-save");
        save.getStyleClass().addAll("compact", "accent");
        save.textProperty().bind(texts.bind("sources.save"));
        save.setDefaultButton(true);
        cancel.setId("sources-cancel");
        cancel.getStyleClass().add("compact");
        cancel.textProperty().bind(texts.bind("sources.cancel"));
        cancel.setCancelButton(true);
        HBox buttons = new HBox(save, cancel);
        buttons.setSpacing(8);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(buttons);
        arrange();
    }

    Button save() {
        return save;
    }

    Button cancel() {
        return cancel;
    }

    /** Shows a source; its name and type stay as they are while it is only changed. */
    void show(SourceDraft draft, boolean isNew) {
        type.setValue(draft.type());
        fill(draft);
        mark(Optional.empty());
        type.setDisable(!isNew);
        field(Field.NAME).setDisable(!isNew);
        field(isNew ? Field.NAME : Field.PLACE).requestFocus();
    }

    SourceDraft draft() {
        return new SourceDraft(
                type.getValue(),
                field(Field.NAME).getText(),
                field(Field.PLACE).getText(),
                field(Field.SERIES).getText(),
                field(Field.KEY).getText(),
                field(Field.RHYTHM).getText());
    }

    /** Says under which field something is wrong, and goes there. */
    void mark(Optional<Field> wrong) {
        problems.forEach((field, problem) -> {
            boolean isWrong = wrong.filter(field::equals).isPresent();
            problem.setVisible(isWrong);
            field(field).pseudoClassStateChanged(WRONG, isWrong);
        });
        wrong.ifPresent(field -> field(field).requestFocus());
    }

    private void changeType(SourceDraft.Type before, SourceDraft.Type now) {
        SourceDraft usual = SourceDraft.empty(now);
        SourceDraft usualBefore = SourceDraft.empty(before);
        SourceDraft typed = draft();
        fill(new SourceDraft(
                now,
                typed.name(),
                typed.place().equals(usualBefore.place()) ? usual.place() : typed.place(),
                typed.series(),
                typed.key(),
                typed.rhythm().equals(usualBefore.rhythm()) ? usual.rhythm() : typed.rhythm()));
        mark(Optional.empty());
        arrange();
    }

    private void fill(SourceDraft draft) {
        field(Field.NAME).setText(draft.name());
        field(Field.PLACE).setText(draft.place());
        field(Field.SERIES).setText(draft.series());
        field(Field.KEY).setText(draft.key());
        field(Field.RHYTHM).setText(draft.rhythm());
    }

    private void arrange() {
        SourceDraft draft = SourceDraft.empty(type.getValue());
        blocks.forEach((field, block) -> {
            block.setVisible(draft.has(field));
            block.setManaged(draft.has(field));
        });
    }

    private TextField field(Field field) {
        return java.util.Objects.requireNonNull(fields.get(field));
    }

    private VBox block(Field field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        TextField typed = new TextField();
        typed.setId("sources-" + name);
        typed.getStyleClass().add("compact");
        Label title = new Label();
        title.getStyleClass().add("field-title");
        title.textProperty().bind(words("sources." + name));
        title.setLabelFor(typed);
        typed.accessibleTextProperty().bind(title.textProperty());
        Label problem = new Label();
        problem.setId("sources-" + name + "-problem");
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(words("sources.problem." + name));
        problem.setVisible(false);
        problem.managedProperty().bind(problem.visibleProperty());
        VBox block = new VBox(title, typed, problem);
        block.getStyleClass().add("field-block");
        fields.put(field, typed);
        problems.put(field, problem);
        blocks.put(field, block);
        return block;
    }

    private Label title(String key) {
        Label title = new Label();
        title.getStyleClass().add("field-title");
        title.textProperty().bind(texts.bind(key));
        return title;
    }

    /** A file is no address and a delay is no rhythm: what a field is called depends on the type. */
    private javafx.beans.binding.StringBinding words(String key) {
        return Bindings.createStringBinding(
                () -> texts.find(key + "." + type.getValue()).orElseGet(() -> texts.get(key)),
                type.valueProperty(),
                texts.figuresProperty());
    }
}
