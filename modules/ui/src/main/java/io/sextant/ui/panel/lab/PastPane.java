package io.sextant.ui.panel.lab;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.NumberField;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** What a desk of then tells the strategy: by which models, whether regimes, and how often it learns anew. */
final class PastPane extends VBox {

    private static final int REFIT_LEAST = 50;
    private static final int REFIT_MOST = 1_500;

    private final LabModel model;
    private final VBox forecasts;
    private final CheckBox regimes = new CheckBox();
    private final VBox refit;

    PastPane(LabModel model, Texts texts) {
        super(6);
        this.model = model;
        Label title = new Label();
        title.getStyleClass().add("muted");
        title.textProperty().bind(texts.bind("lab.past"));
        title.setWrapText(true);
        TextField models = new TextField();
        models.setId("lab-past-models");
        models.textProperty().bindBidirectional(model.models);
        forecasts = named(texts, "lab.past.models", models);
        regimes.setId("lab-past-regimes");
        regimes.setWrapText(true);
        regimes.textProperty().bind(texts.bind("lab.past.regimes"));
        regimes.setOnAction(pressed -> model.regimes.set(regimes.isSelected()));
        NumberField bars = new NumberField(
                "lab-past-refit",
                texts,
                model.refitBars::get,
                value -> value >= REFIT_LEAST && value <= REFIT_MOST && value == Math.rint(value),
                model.refitBars::set);
        model.refitBars.addListener(change -> bars.write());
        refit = named(texts, "lab.past.refit", bars);
        getChildren().addAll(title, forecasts, regimes, refit);
        model.card.addListener(change -> show());
        model.regimes.addListener(change -> show());
        show();
    }

    private static VBox named(Texts texts, String key, Control field) {
        Label title = new Label();
        title.textProperty().bind(texts.bind(key));
        title.setWrapText(true);
        title.setLabelFor(field);
        field.accessibleTextProperty().bind(title.textProperty());
        VBox pair = new VBox(2, title, field);
        pair.managedProperty().bind(pair.visibleProperty());
        return pair;
    }

    /** A strategy that follows regimes is always told them. */
    private void show() {
        boolean needed = model.followsRegimes();
        regimes.setSelected(needed || model.regimes.get());
        regimes.setDisable(needed);
        forecasts.setVisible(model.followsForecasts());
        refit.setVisible(model.followsForecasts() || regimes.isSelected());
    }
}
