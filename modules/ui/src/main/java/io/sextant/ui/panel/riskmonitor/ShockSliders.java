package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.risk.RiskShock;
import io.sextant.ui.i18n.Texts;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Three sliders for a shock that is only supposed; they follow it where something else changes it. */
final class ShockSliders extends GridPane {

    private static final double FALL = -60;
    private static final double RISE = 40;
    private static final double WILDEST = 5;

    private final ObjectProperty<RiskShock> shock;
    private final Texts texts;
    private final Slider price;
    private final Slider volatility;
    private final Slider correlation;
    private boolean following;

    ShockSliders(String id, ObjectProperty<RiskShock> shock, Texts texts) {
        this.shock = shock;
        this.texts = texts;
        getStyleClass().add("risk-sliders");
        price = slider(id + "-price", FALL, RISE, 5);
        volatility = slider(id + "-volatility", 0.5, WILDEST, 0.5);
        correlation = slider(id + "-correlation", 0, 100, 10);
        line(0, "price", price, value -> texts.figures().signedPercent(value, 0));
        line(1, "volatility", volatility, value -> texts.figures().number(value, 1) + " ×");
        line(2, "correlation", correlation, value -> texts.figures().percent(value, 0));
        Button none = new Button();
        none.setId(id + "-shock-none");
        none.setMinWidth(USE_PREF_SIZE);
        none.textProperty().bind(texts.bind("riskmonitor.shock.none"));
        none.setOnAction(pressed -> shock.set(RiskShock.NONE));
        add(none, 3, 1);
        shock.addListener(change -> follow());
        follow();
        for (Slider slider : List.of(price, volatility, correlation)) {
            slider.valueProperty().addListener(change -> suppose());
        }
    }

    private void line(int row, String name, Slider slider, DoubleFunction<String> written) {
        Label title = new Label();
        title.textProperty().bind(texts.bind("riskmonitor.shock." + name));
        title.setMinWidth(USE_PREF_SIZE);
        slider.accessibleTextProperty().bind(title.textProperty());
        Label figure = new Label();
        figure.getStyleClass().add("figure");
        figure.setMinWidth(56);
        figure.textProperty()
                .bind(texts.bindFigure(slider.valueProperty(), (figures, value) -> written.apply(value.doubleValue())));
        GridPane.setHgrow(slider, Priority.ALWAYS);
        addRow(row, title, slider, figure);
    }

    private static Slider slider(String id, double least, double most, double step) {
        Slider slider = new Slider(least, most, Math.max(least, 0));
        slider.setId(id);
        slider.setBlockIncrement(step);
        slider.setMajorTickUnit(step);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        return slider;
    }

    private void suppose() {
        if (!following) {
            shock.set(new RiskShock(price.getValue() / 100, volatility.getValue(), correlation.getValue() / 100));
        }
    }

    private void follow() {
        following = true;
        price.setValue(100 * shock.get().priceMove());
        volatility.setValue(shock.get().volatilityFactor());
        correlation.setValue(100 * shock.get().correlationToOne());
        following = false;
    }
}
