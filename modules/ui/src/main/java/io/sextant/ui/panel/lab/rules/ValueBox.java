package io.sextant.ui.panel.lab.rules;

import io.sextant.ui.i18n.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/** A value of a condition: chosen from the list, where typing finds it, or typed as it is written in a file. */
final class ValueBox extends ComboBox<String> {

    private static final double WIDTH = 180;

    private final RulesModel model;
    private final RuleWords words;
    private final Consumer<String> take;
    private String stands;
    private boolean filling;

    ValueBox(String id, RulesModel model, Texts texts, String stands, Consumer<String> take) {
        this.model = model;
        this.stands = stands;
        this.take = take;
        words = new RuleWords(texts);
        setId(id);
        setEditable(true);
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH / 2);
        setMaxWidth(Double.MAX_VALUE);
        setValue(stands);
        promptTextProperty().bind(texts.bind("rules.value.prompt"));
        accessibleTextProperty().bind(texts.bind("rules.value"));
        setCellFactory(list -> new Said());
        setOnShowing(opening -> offer());
        valueProperty().addListener((property, before, now) -> take(now == null ? "" : now));
        getEditor().textProperty().addListener((property, before, now) -> take(now == null ? "" : now));
    }

    /** Those that have what was typed in their name or words, or all where nothing has. */
    private void offer() {
        String typed = getEditor().getText().strip().toLowerCase(Locale.ROOT);
        List<String> all = words.values(model.now());
        List<String> found = all.contains(typed)
                ? all
                : all.stream()
                        .filter(each ->
                                words.value(each).toLowerCase(Locale.ROOT).contains(typed))
                        .toList();
        filling = true;
        getItems().setAll(found.isEmpty() ? all : found);
        setValue(stands);
        filling = false;
    }

    private void take(String text) {
        if (!filling && !text.equals(stands)) {
            stands = text;
            take.accept(text);
        }
    }

    private final class Said extends ListCell<String> {

        @Override
        protected void updateItem(String value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? "" : words.value(value));
        }
    }
}
