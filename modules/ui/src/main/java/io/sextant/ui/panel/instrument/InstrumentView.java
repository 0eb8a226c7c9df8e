package io.sextant.ui.panel.instrument;

import io.sextant.domain.instrument.Equity;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.Tone;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The name of the instrument above; its terms, ratios, cash flow and what others say in four tabs. */
final class InstrumentView extends StackPane {

    private final InstrumentModel model;
    private final Texts texts;
    private final Label name = new Label();
    private final Label about = new Label();
    private final Button open = new Button();
    private final TabPane tabs;
    private final VBox veil = new VBox();

    InstrumentView(InstrumentModel model, Texts texts, Consumer<List<Path>> onDropped) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("panel", "instrument-panel");
        name.setId("instrument-name");
        name.getStyleClass().add("block-title");
        open.setId("instrument-open");
        open.setGraphic(new FontIcon(MaterialDesignF.FOLDER_OPEN_OUTLINE));
        open.getStyleClass().add("compact");
        open.textProperty().bind(texts.bind("instrument.open"));
        FlowPane bar = new FlowPane(name, open);
        bar.getStyleClass().add("wrap-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        about.setId("instrument-about");
        about.getStyleClass().add("options-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.managedProperty().bind(about.textProperty().isNotEmpty());
        tabs = new TabPane(
                tab("terms", new TermsPane(model, texts)),
                tab("ratios", orWhyNot("ratios", new RatiosPane(model, texts))),
                tab("cash-flow", orWhyNot("cash-flow", new CashFlowPane(model, texts))),
                tab("others", orWhyNot("others", new OthersPane(model, texts))));
        tabs.setId("instrument-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        BorderPane whole = new BorderPane(tabs);
        whole.setTop(new VBox(bar, about));
        Label hint = new Label();
        hint.textProperty().bind(texts.bind("instrument.drop"));
        veil.setId("instrument-drop");
        veil.getStyleClass().addAll("drop-veil", "empty-state");
        veil.getChildren().addAll(new FontIcon(MaterialDesignT.TRAY_ARROW_DOWN), hint);
        veil.setMouseTransparent(true);
        veil.setVisible(false);
        getChildren().addAll(whole, veil);
        takeDrops(onDropped);
        model.instrument().addListener(change -> write());
        texts.figuresProperty().addListener(change -> write());
        write();
    }

    Button open() {
        return open;
    }

    TabPane tabs() {
        return tabs;
    }

    /** How new what is known is, and what went wrong. */
    void say(String sentence, boolean isWarning) {
        about.setText(sentence);
        (isWarning ? Tone.WARNING : Tone.PLAIN).applyTo(about);
    }

    private void write() {
        name.setText(model.instrument()
                .get()
                .map(one -> one.id().symbol() + "  " + one.name())
                .orElseGet(() -> texts.get("instrument.none")));
    }

    private Tab tab(String key, Node content) {
        Tab tab = new Tab();
        tab.setId("instrument-tab-" + key);
        tab.textProperty().bind(texts.bind("instrument.tab." + key));
        tab.setContent(content);
        return tab;
    }

    /** What is known of the company, or why nothing is. */
    private StackPane orWhyNot(String key, Node content) {
        EmptyState empty = new EmptyState(
                MaterialDesignD.DOMAIN,
                Bindings.createStringBinding(
                        this::whyNot, model.revision(), model.stage(), model.problem(), texts.figuresProperty()));
        empty.setId("instrument-empty-" + key);
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(32, 32);
        turning.setId("instrument-loading-" + key);
        var known = Bindings.createBooleanBinding(() -> model.company().isPresent(), model.revision());
        var loading = Bindings.createBooleanBinding(
                () -> model.company().isEmpty() && model.stage().get() == InstrumentModel.Stage.LOADING,
                model.revision(),
                model.stage());
        content.visibleProperty().bind(known);
        turning.visibleProperty().bind(loading);
        empty.visibleProperty().bind(known.not().and(loading.not()));
        return new StackPane(content, turning, empty);
    }

    private String whyNot() {
        if (model.stage().get() == InstrumentModel.Stage.FAILED) {
            return texts.get("instrument.failed", model.problem().get());
        }
        boolean company =
                model.instrument().get().filter(Equity.class::isInstance).isPresent();
        return texts.get(company ? "instrument.empty" : "instrument.no-company");
    }

    private void takeDrops(Consumer<List<Path>> onDropped) {
        addEventHandler(DragEvent.DRAG_OVER, over -> {
            if (over.getDragboard().hasFiles()) {
                over.acceptTransferModes(TransferMode.COPY);
                veil.setVisible(true);
                over.consume();
            }
        });
        addEventHandler(DragEvent.DRAG_EXITED, left -> veil.setVisible(false));
        addEventHandler(DragEvent.DRAG_DROPPED, dropped -> {
            veil.setVisible(false);
            if (dropped.getDragboard().hasFiles()) {
                onDropped.accept(dropped.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .toList());
                dropped.setDropCompleted(true);
                dropped.consume();
            }
        });
    }
}
