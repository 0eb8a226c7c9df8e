package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.risk.Supposition;
import io.sextant.ui.i18n.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** By how much rates are supposed to rise. Acts on what a person gave a duration; where nothing has one it cannot be moved, and says why. */
final class RateSlider extends GridPane {

    private static final double MOST = 300;
    private static final double STEP = 25;

    private final RiskMonitorModel model;
    private final Texts texts;
    private final Slider slider = new Slider(-MOST, MOST, 0);
    private final Label why = new Label();
    private boolean following;

    RateSlider(RiskMonitorModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("risk-sliders");
        slider.setId("risk-whatif-rates");
        slider.setBlockIncrement(STEP);
        slider.setMajorTickUnit(STEP);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        Label title = new Label();
        title.textProperty().bind(texts.bind("riskmonitor.whatif.rates"));
        title.setMinWidth(USE_PREF_SIZE);
        slider.accessibleTextProperty().bind(title.textProperty());
        Label figure = new Label();
        figure.getStyleClass().add("figure");
        figure.setMinWidth(56);
        figure.textProperty()
                .bind(texts.bindFigure(
                        slider.valueProperty(),
                        (figures, value) ->
                                texts.get("riskmonitor.whatif.bp", figures.signed(value.doubleValue(), 0))));
        GridPane.setHgrow(slider, Priority.ALWAYS);
        addRow(0, title, slider, figure);
        why.setId("risk-whatif-rates-why");
        why.getStyleClass().add("muted");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        add(why, 0, 1, 3, 1);
        slider.valueProperty().addListener(change -> {
            if (!following) {
                model.supposed.set(model.supposed.get().withRates((int) Math.round(slider.getValue())));
            }
        });
        model.supposed.addListener(change -> follow());
        model.whatIf.addListener(change -> follow());
        texts.figuresProperty().addListener(change -> follow());
        follow();
    }

    /** A kept case that supposes something can always be taken back to nought. */
    private void follow() {
        following = true;
        Supposition supposed = model.supposed.get();
        slider.setValue(supposed.rateBasisPoints());
        boolean nothing = model.whatIf
                .get()
                .filter(cases -> !cases.board().durations().isEmpty())
                .isEmpty();
        slider.setDisable(nothing && supposed.rateBasisPoints() == 0);
        why.setText(nothing ? texts.get("riskmonitor.whatif.rates.none") : "");
        why.setManaged(nothing);
        following = false;
    }
}
