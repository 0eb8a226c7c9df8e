package io.sextant.ui.panel.riskmonitor;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.risk.RiskBoard;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.Scrolled;
import io.sextant.ui.parts.Segments;
import io.sextant.ui.parts.TurningSplit;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Gauges above, the losses of past days beside contributions, stress, limits and what came true; or why there is nothing to see. */
final class RiskMonitorView extends VBox {

    /** Below this the panel scrolls instead of squeezing its parts. */
    private static final double LEAST_HEIGHT = 340;

    private @Nullable ScrollPane scroll;

    private final RiskMonitorModel model;
    private final Texts texts;
    private final TextField limit = new TextField();
    private final WhatIfPane whatIf;
    private final Node figures;
    private final EmptyState nothing;
    private final StringProperty why = new SimpleStringProperty("");

    RiskMonitorView(
            RiskMonitorModel model,
            List<Instrument> instruments,
            Texts texts,
            ObservableValue<ChartPalette> palette,
            BiConsumer<InstrumentId, String> durations) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("panel", "risk-panel");
        whatIf = new WhatIfPane(model, instruments, texts, durations);
        Tab whatIfTab = tab("whatif", whatIf);
        model.whatIfSeen.bind(whatIfTab.selectedProperty());
        TabPane tabs = new TabPane(
                tab("parts", new PartsPane(model, texts)),
                tab("stress", new StressPane(model, texts)),
                whatIfTab,
                tab("limits", new HeadroomPane(model, texts)),
                tab("truth", new TruthPane(model, texts)));
        tabs.setId("risk-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        figures = new TurningSplit(new LossPane(model, texts), tabs, 0.42, 0.4);
        nothing = new EmptyState(MaterialDesignS.SHIELD_OUTLINE, why);
        nothing.setId("risk-nothing");
        StackPane body = new StackPane(figures, nothing);
        body.setMinHeight(LEAST_HEIGHT);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(bar(), new RiskGauges(model, texts, palette), body);
        model.board.addListener(change -> choose());
        model.problem.addListener(change -> choose());
        texts.figuresProperty().addListener(change -> choose());
        choose();
    }

    WhatIfPane whatIf() {
        return whatIf;
    }

    TextField limit() {
        return limit;
    }

    private HBox bar() {
        Label confidence = new Label();
        confidence.textProperty().bind(texts.bind("riskmonitor.confidence"));
        Segments<Confidence> levels = new Segments<>(
                "risk-confidence",
                List.of(Confidence.values()),
                model.confidence,
                level -> texts.bind("riskmonitor.confidence." + level.name()));
        Label title = new Label();
        title.textProperty().bind(texts.bind("riskmonitor.limit"));
        limit.setId("risk-limit");
        limit.setPrefColumnCount(4);
        limit.getStyleClass().add("figure-field");
        limit.accessibleTextProperty().bind(title.textProperty());
        limit.promptTextProperty().bind(texts.bind("riskmonitor.limit.prompt"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(8, confidence, levels, gap, title, limit);
        bar.getStyleClass().add("panel-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    /** The whole of it, which scrolls in a low dock. */
    ScrollPane scrolled() {
        ScrollPane known = scroll;
        if (known == null) {
            known = Scrolled.whereLow(this);
            scroll = known;
        }
        return known;
    }

    private Tab tab(String name, Node content) {
        Tab tab = new Tab();
        tab.setId("risk-tab-" + name);
        tab.textProperty().bind(texts.bind("riskmonitor." + name));
        tab.setContent(Scrolled.whereLow(content));
        return tab;
    }

    private void choose() {
        boolean measured = model.measured().isPresent();
        figures.setVisible(measured);
        nothing.setVisible(!measured);
        why.set(
                model.problem.get().isEmpty()
                        ? model.board.get().map(this::why).orElseGet(() -> texts.get("riskmonitor.opening"))
                        : texts.get("riskmonitor.failed", model.problem.get()));
    }

    private String why(RiskBoard board) {
        return switch (board) {
            case RiskBoard.Measured measured -> "";
            case RiskBoard.NothingHeld held -> texts.get("riskmonitor.nothing");
            case RiskBoard.TooLittleHistory few ->
                texts.get(
                        "riskmonitor.few",
                        few.instruments().stream().map(InstrumentId::symbol).collect(Collectors.joining(", ")),
                        texts.figures().count(few.days()),
                        texts.figures().count(few.neededDays()));
        };
    }
}
