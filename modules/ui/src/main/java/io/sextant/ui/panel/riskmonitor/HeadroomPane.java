package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.order.GateControl;
import io.sextant.domain.request.GateStatus;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Columns;
import io.sextant.ui.parts.GateWords;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import io.sextant.ui.parts.Tone;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The gate's limits that something is measured against, the nearest first, with what is left. */
final class HeadroomPane extends VBox {

    private static final double ROW_HEIGHT = 24;
    private static final double NEAR = 0.8;

    private final LiveRows<GateControl, GateStatus.Light> rows = new LiveRows<>(GateStatus.Light::control);
    private final TableView<LiveRow<GateStatus.Light>> table = new TableView<>();

    HeadroomPane(RiskMonitorModel model, Texts texts) {
        GateWords words = new GateWords(texts);
        Columns<GateStatus.Light> columns = new Columns<>(texts);
        table.setId("risk-headroom");
        table.getStyleClass().add("dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.accessibleTextProperty().bind(texts.bind("riskmonitor.limits"));
        Label none = new Label();
        none.textProperty().bind(texts.bind("riskmonitor.limits.none"));
        table.setPlaceholder(none);
        table.getColumns()
                .setAll(List.of(
                        columns.words(
                                "riskmonitor.column.limit",
                                220,
                                light -> sign(light) + "  " + words.control(light.control()),
                                HeadroomPane::tone),
                        columns.words("riskmonitor.column.used", 130, light -> words.light(light.used())),
                        columns.words("riskmonitor.column.most", 120, light -> words.light(light.limit())),
                        columns.figures(
                                "riskmonitor.column.headroom",
                                80,
                                light -> texts.figures().percent(100 * Math.max(0, 1 - light.share()), 0),
                                Comparator.comparingDouble(light -> 1 - light.share()),
                                HeadroomPane::tone)));
        table.setItems(rows.list());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
        model.gate.addListener((property, before, now) -> now.ifPresent(this::show));
        texts.figuresProperty().addListener(change -> table.refresh());
    }

    private void show(GateStatus status) {
        rows.show(status.lights().stream()
                .filter(light -> !light.limit().isEmpty())
                .sorted(Comparator.comparingDouble(GateStatus.Light::share).reversed())
                .toList());
    }

    /** A sign for each colour, so that the colour is never the only one. */
    private static String sign(GateStatus.Light light) {
        return light.share() >= 1 ? "\u25A0" : light.share() >= NEAR ? "\u25B2" : "\u25CF";
    }

    private static Tone tone(GateStatus.Light light) {
        if (light.share() >= 1) {
            return Tone.DOWN;
        }
        return light.share() >= NEAR ? Tone.WARNING : Tone.UP;
    }
}
