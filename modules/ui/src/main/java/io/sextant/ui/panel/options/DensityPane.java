package io.sextant.ui.panel.options;

import io.sextant.analytics.options.RiskNeutralDensity;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.parts.CurvePlot.Curve;
import io.sextant.ui.parts.CurvePlot.Drawn;
import io.sextant.ui.parts.CurvePlot.Mark;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How likely each price at an expiry is by the prices of options. */
final class DensityPane extends VBox {

    private static final int POINTS = 240;

    private final OptionsModel model;
    private final Texts texts;
    private final OptionsWords words;
    private final CurvePlot plot = new CurvePlot("options-density");
    private final Label about = new Label();

    DensityPane(OptionsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new OptionsWords(texts);
        about.setId("options-density-about");
        about.getStyleClass().add("options-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(about, plot);
        model.reckoning().addListener(change -> show());
        model.expiry().addListener(change -> show());
        texts.figuresProperty().addListener(change -> show());
        show();
    }

    private void show() {
        Optional<RiskNeutralDensity> density = model.slice().map(slice -> new RiskNeutralDensity(slice.smile()));
        about.setText(density.map(this::about).orElseGet(() -> texts.get("options.smile.none")));
        plot.show(density.map(this::content)
                .orElseGet(() -> new CurvePlot.Content(List.of(), List.of(), x -> "", y -> "", x -> "", true)));
    }

    private String about(RiskNeutralDensity density) {
        double spot = model.reckoning().get().map(shown -> shown.chain().spot()).orElse(Double.NaN);
        return texts.get(
                "options.density.about",
                words.percent(1 - density.below(spot)),
                words.price(spot),
                words.price(density.quantile(0.05)),
                words.price(density.quantile(0.95)),
                words.number(density.skewness(), 2),
                words.number(density.excessKurtosis(), 2));
    }

    private CurvePlot.Content content(RiskNeutralDensity density) {
        double low = density.quantile(0.001);
        double high = density.quantile(0.999);
        double[] prices = new double[POINTS];
        double[] likely = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            prices[i] = low + (high - low) * i / (POINTS - 1);
            likely[i] = density.at(prices[i]);
        }
        return new CurvePlot.Content(
                List.of(new Curve("main", Drawn.AREA, prices, likely), new Curve("main", Drawn.LINE, prices, likely)),
                List.of(
                        new Mark(density.quantile(0.5), texts.get("options.mark.median")),
                        new Mark(density.quantile(0.05), words.percent(0.05)),
                        new Mark(density.quantile(0.95), words.percent(0.95))),
                words::strike,
                value -> words.number(value, 4),
                price -> texts.get("options.density.readout", words.price(price), words.percent(density.below(price))),
                true);
    }
}
