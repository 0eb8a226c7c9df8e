package io.sextant.ui.parts;

import io.sextant.domain.backtest.StrategyCard;
import io.sextant.ui.i18n.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;

/** The settings of a strategy, each to be typed within its range or ticked. */
public final class StrategySettings extends GridPane {

    private final String idPrefix;
    private final Texts texts;
    private final StrategyWords words;
    private final ObservableValue<Optional<StrategyCard>> card;
    private final ObjectProperty<Map<String, Double>> values;
    private boolean typed;

    /** A setting's field has the id {@code idPrefix} and its name; {@code values} are as they were typed, what is not there is as usual. */
    public StrategySettings(
            String idPrefix,
            Texts texts,
            ObservableValue<Optional<StrategyCard>> card,
            ObjectProperty<Map<String, Double>> values) {
        this.idPrefix = idPrefix;
        this.texts = texts;
        this.card = card;
        this.values = values;
        words = new StrategyWords(texts);
        getStyleClass().add("forecasts-grid");
        card.addListener((property, before, now) -> show());
        values.addListener((property, before, now) -> {
            // What was typed here stands in its field already, which keeps its place in the round of Tab.
            if (!typed) {
                show();
            }
        });
        texts.figuresProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        getChildren().clear();
        card.getValue().ifPresent(chosen -> {
            int row = 0;
            for (StrategyCard.Setting setting : chosen.settings()) {
                Label title = new Label(words.setting(setting.name()));
                title.setWrapText(true);
                Node field = setting.unit() == StrategyCard.Unit.YES_OR_NO ? yesOrNo(setting) : number(setting);
                field.setId(idPrefix + setting.name());
                field.setAccessibleText(title.getText());
                title.setLabelFor(field);
                addRow(row++, title, field);
            }
        });
    }

    private double value(StrategyCard.Setting of) {
        return values.get().getOrDefault(of.name(), of.usual());
    }

    private void take(StrategyCard.Setting of, double value) {
        Map<String, Double> all = new HashMap<>(values.get());
        all.put(of.name(), value);
        typed = true;
        values.set(Map.copyOf(all));
        typed = false;
    }

    private CheckBox yesOrNo(StrategyCard.Setting of) {
        CheckBox box = new CheckBox();
        box.setSelected(value(of) != 0);
        box.selectedProperty().addListener((property, before, now) -> take(of, now ? 1 : 0));
        return box;
    }

    private NumberField number(StrategyCard.Setting of) {
        NumberField field = new NumberField("", texts, () -> value(of), of::allows, value -> take(of, value));
        field.setPromptText(words.number(of.lowest()) + " \u2013 " + words.number(of.highest()));
        field.setTooltip(new Tooltip(texts.get(
                of.isWhole() ? "lab.range.whole" : "lab.range",
                words.number(of.lowest()),
                words.number(of.highest()))));
        return field;
    }
}
