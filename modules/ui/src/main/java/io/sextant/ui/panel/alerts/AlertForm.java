package io.sextant.ui.panel.alerts;

import io.sextant.domain.alert.AlertConditions;
import io.sextant.domain.alert.AlertPriority;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.AlertWords;
import io.sextant.ui.parts.Segments;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The sheet on which an alert is written: the condition, read back in words, and how often it would have fired. */
final class AlertForm extends VBox {

    private static final double WIDTH = 330;
    private static final double ROW_HEIGHT = 26;

    private final AlertDraft draft;
    private final Texts texts;
    private final TextField condition;
    private final Label preview = new Label();
    private final Button keep = new Button();
    private final Button leave = new Button();

    AlertForm(AlertDraft draft, Texts texts) {
        this.draft = draft;
        this.texts = texts;
        setId("alerts-form");
        getStyleClass().add("plan-column");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setPadding(new Insets(10, 12, 12, 10));
        condition = field("alerts-condition", "alerts.form.condition", draft.condition);
        Label said = line("alerts-said");
        said.textProperty()
                .bind(Bindings.createStringBinding(this::readBack, draft.condition, texts.figuresProperty()));
        preview.setId("alerts-preview");
        preview.setWrapText(true);
        preview.setMinHeight(USE_PREF_SIZE);
        preview.getStyleClass().add("field-title");
        Segments<AlertPriority> priority = new Segments<>(
                "alerts-priority",
                List.of(AlertPriority.values()),
                draft.priority,
                one -> texts.bind("alerts.priority." + one.name()));
        CheckBox again = new CheckBox();
        again.setId("alerts-again");
        again.textProperty().bind(texts.bind("alerts.form.again"));
        again.selectedProperty().bindBidirectional(draft.again);
        TextField band = field("alerts-band", "alerts.form.band", draft.band);
        TextField pause = field("alerts-pause", "alerts.form.pause", draft.pauseMinutes);
        HBox often = new HBox(block("alerts.form.band", band), block("alerts.form.pause", pause));
        often.getStyleClass().add("plan-line");
        often.visibleProperty().bind(draft.again);
        often.managedProperty().bind(draft.again);
        TextField quiet = field("alerts-quiet", "alerts.form.quiet", draft.quiet);
        quiet.promptTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> "22:00 07:00 " + texts.figures().zone(), texts.figuresProperty()));
        TextField channels = field("alerts-by", "alerts.form.channels", draft.channels);
        HBox head = new HBox(condition, examples());
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("plan-line");
        HBox.setHgrow(condition, Priority.ALWAYS);
        getChildren()
                .setAll(
                        block("alerts.form.condition", head),
                        said,
                        preview,
                        block("alerts.form.name", field("alerts-name", "alerts.form.name", draft.name)),
                        block("alerts.form.priority", priority),
                        again,
                        often,
                        block("alerts.form.quiet", quiet),
                        block("alerts.form.channels", channels),
                        foot());
    }

    private String readBack() {
        return draft.findCondition()
                .map(meant -> texts.get("alerts.form.said", new AlertWords(texts).condition(meant)))
                .orElse("");
    }

    private MenuButton examples() {
        MenuButton menu = new MenuButton();
        menu.setId("alerts-examples");
        menu.getStyleClass().add("compact");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setPrefHeight(ROW_HEIGHT);
        menu.setMaxHeight(ROW_HEIGHT);
        menu.textProperty().bind(texts.bind("alerts.form.examples"));
        for (String example : AlertConditions.EXAMPLES) {
            MenuItem item = new MenuItem();
            item.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> new AlertWords(texts).condition(AlertConditions.parse(example)),
                            texts.figuresProperty()));
            item.setOnAction(chosen -> {
                draft.condition.set(example);
                condition.requestFocus();
                condition.end();
            });
            menu.getItems().add(item);
        }
        return menu;
    }

    private HBox foot() {
        Label problem = new Label();
        problem.setId("alerts-problem");
        problem.getStyleClass().add("muted");
        problem.setWrapText(true);
        problem.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(problem, Priority.ALWAYS);
        problem.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> draft.problem.get().isEmpty() ? "" : texts.get("alerts.problem." + draft.problem.get()),
                        draft.problem,
                        texts.figuresProperty()));
        prepare(leave, "alerts-leave", "alerts.form.leave");
        prepare(keep, "alerts-keep", "alerts.form.keep");
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

    private TextField field(String id, String key, StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        field.accessibleTextProperty().bind(texts.bind(key));
        return field;
    }

    private Label line(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private VBox block(String key, Node content) {
        Label title = new Label();
        title.textProperty().bind(texts.bind(key));
        title.getStyleClass().add("field-title");
        title.setLabelFor(content);
        VBox block = new VBox(title, content);
        block.getStyleClass().add("field-block");
        return block;
    }

    /** How often it would have fired. */
    void tellPast(String sentence) {
        preview.setText(sentence);
    }

    Button keep() {
        return keep;
    }

    Button leave() {
        return leave;
    }

    void focusFirst() {
        condition.requestFocus();
        condition.end();
    }
}
