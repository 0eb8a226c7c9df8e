package io.sextant.ui.panel.lab;

import io.sextant.domain.backtest.BacktestReport.Trade;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.JobWatch;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The setup beside what came of it. */
final class LabView extends VBox {

    private static final double SETUP_SHARE = 0.3;

    private final LabModel model;
    private final Texts texts;
    private final LabWords words;
    private final SetupPane setup;
    private final ScrollPane result;
    private final TabPane tabs;
    private final EmptyState nothing;
    private final StringProperty why = new SimpleStringProperty("");

    /** What a person can ask of the lab. */
    record Wishes(Runnable start, Runnable examine, Runnable sweep, Runnable goOn, Consumer<Trade> inChart) {}

    LabView(LabModel model, Texts texts, JobWatch watch, Node rules, Wishes wishes) {
        this.model = model;
        this.texts = texts;
        words = new LabWords(texts);
        getStyleClass().addAll("panel", "lab-panel");
        setup = new SetupPane(model, texts, watch, wishes.start());
        result = new ScrollPane(new ResultPane(model, texts));
        result.setFitToWidth(true);
        result.setFitToHeight(true);
        result.getStyleClass().add("bare");
        nothing = new EmptyState(MaterialDesignF.FLASK_OUTLINE, why);
        nothing.setId("lab-nothing");
        tabs = new TabPane(
                tab("result", new StackPane(result, nothing)),
                tab("trades", new TradesPane(model, texts, wishes.inChart())),
                tab("runs", new RunsPane(model, texts)),
                tab("verdict", new VerdictPane(model, texts, watch, wishes.examine())),
                tab("walk", new WalkPane(model, texts)),
                tab("sweep", new SweepPane(model, texts, watch, wishes.sweep(), wishes.goOn())),
                tab("rules", rules));
        tabs.setId("lab-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinSize(0, 0);
        SplitPane body = new SplitPane(setup, tabs);
        body.setDividerPositions(SETUP_SHARE);
        SplitPane.setResizableWithParent(setup, false);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().add(body);
        model.shown.addListener(change -> choose());
        model.refused.addListener(change -> choose());
        model.problem.addListener(change -> choose());
        texts.figuresProperty().addListener(change -> choose());
        choose();
    }

    void focusFirst() {
        setup.focusFirst();
    }

    void showResult() {
        tabs.getSelectionModel().selectFirst();
    }

    private Tab tab(String name, Node content) {
        Tab tab = new Tab();
        tab.setId("lab-tab-" + name);
        tab.textProperty().bind(texts.bind("lab.tab." + name));
        tab.setContent(content);
        return tab;
    }

    /** A refusal takes the place of the result before it, so that nobody takes that for the answer; runs before it stay. */
    private void choose() {
        String problem = model.problem.get().isEmpty()
                ? model.refused.get().map(words::why).orElse("")
                : model.problem.get();
        boolean seen = problem.isEmpty() && model.shown.get().isPresent();
        result.setVisible(seen);
        nothing.setVisible(!seen);
        why.set(problem.isEmpty() ? texts.get("lab.nothing") : problem);
    }
}
