package io.sextant.ui.panel.chart;

import io.sextant.domain.dataset.SessionChoice;
import io.sextant.domain.request.BarReadings;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.chart.setup.ChartSetup;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Raw or adjusted, all hours or regular ones: pressed for the latter, and unable where the bars cannot be read so. */
final class ReadingButtons extends HBox {

    private final ChartModel model;
    private final Texts texts;
    private final ToggleButton adjusted = new ToggleButton();
    private final ToggleButton hours = new ToggleButton();

    ReadingButtons(ChartModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("chart-readings");
        getChildren()
                .addAll(
                        dress(adjusted, "adjusted", ChartSetup::adjusted, BarReadings::adjusted),
                        dress(
                                hours,
                                "hours",
                                ChartSetup::regularHours,
                                readings -> readings.hours() != SessionChoice.ALWAYS));
    }

    ToggleButton adjusted() {
        return adjusted;
    }

    ToggleButton hours() {
        return hours;
    }

    /** How the shown bars are read, for the chart's title; empty where there is only one way. */
    String told() {
        BarReadings readings = model.readings().get();
        StringBuilder told = new StringBuilder();
        if (readings.adjusted()) {
            told.append(" · ")
                    .append(texts.get(model.reading().adjusted() ? "chartpanel.read.adjusted" : "chartpanel.read.raw"));
        }
        if (readings.hours() != SessionChoice.ALWAYS) {
            SessionChoice read = model.reading().hours();
            told.append(" · ").append(texts.get("chartpanel.read.hours." + read.name()));
        }
        return told.toString();
    }

    /** A button that cannot be pressed gets no mouse, so the hint that says why belongs to what stands around it. */
    private Node dress(ToggleButton button, String name, Predicate<ChartSetup> on, Predicate<BarReadings> can) {
        button.setId("chart-" + name);
        button.getStyleClass().addAll("flat", "compact");
        button.textProperty().bind(texts.bind("chartpanel." + name + ".short"));
        button.accessibleTextProperty().bind(texts.bind("chartpanel." + name));
        button.setMinWidth(USE_PREF_SIZE);
        button.setFocusTraversable(false);
        Runnable show = () -> {
            boolean able = can.test(model.readings().get());
            button.setDisable(!able);
            button.setSelected(able && on.test(model.setup().get()));
        };
        model.setup().addListener(change -> show.run());
        model.readings().addListener(change -> show.run());
        show.run();
        Tooltip hint = new Tooltip();
        hint.textProperty()
                .bind(Bindings.when(button.disabledProperty())
                        .then(texts.bind("chartpanel." + name + ".none"))
                        .otherwise(texts.bind("chartpanel." + name)));
        HBox around = new HBox(button);
        Tooltip.install(around, hint);
        return around;
    }
}
