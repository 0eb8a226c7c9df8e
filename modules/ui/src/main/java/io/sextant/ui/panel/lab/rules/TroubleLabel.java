package io.sextant.ui.panel.lab.rules;

import io.sextant.ui.i18n.Texts;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;

/** What is wrong at one place of the form; nothing where nothing is. */
final class TroubleLabel extends Label {

    private final RulesModel model;
    private final Texts texts;
    private final String place;
    /** Held here and by nothing longer: rows are made anew. */
    private final ChangeListener<Object> listener = (property, before, now) -> show();

    TroubleLabel(RulesModel model, Texts texts, String place) {
        this.model = model;
        this.texts = texts;
        this.place = place;
        setId(LinesPane.id(place) + "-trouble");
        getStyleClass().add("verdict-against");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        managedProperty().bind(textProperty().isNotEmpty());
        visibleProperty().bind(textProperty().isNotEmpty());
        model.check.addListener(new WeakChangeListener<>(listener));
        texts.figuresProperty().addListener(new WeakChangeListener<>(listener));
        show();
    }

    private void show() {
        RuleWords words = new RuleWords(texts);
        setText(model.troublesAt(place).stream().map(words::trouble).collect(Collectors.joining(" ")));
    }
}
