package io.sextant.ui.panel.options;

import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.Tone;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What is open and what is said about it above; a chain in six tabs below, or why there is none. */
final class OptionsView extends StackPane {

    private final OptionsModel model;
    private final Texts texts;
    private final OptionsWords words;
    private final Button open = new Button();
    private final Button firstOpen = new Button();
    private final Button again = new Button();
    private final ComboBox<LocalDate> day = new ComboBox<>();
    private final ComboBox<LocalDate> expiry = new ComboBox<>();
    private final Label about = new Label();
    private final TermsBar terms;
    private final ChainTable chain;
    private final TabPane tabs;
    private final VBox veil = new VBox();
    private boolean filling;

    OptionsView(OptionsModel model, Texts texts, Consumer<List<Path>> onDropped) {
        this.model = model;
        this.texts = texts;
        words = new OptionsWords(texts);
        getStyleClass().addAll("panel", "options-panel");
        terms = new TermsBar(model, texts);
        chain = new ChainTable(model, texts);
        tabs = new TabPane(
                tab("chain", chain),
                tab("smile", new SmilePane(model, texts)),
                tab("surface", new SurfacePane(model, texts)),
                tab("density", new DensityPane(model, texts)),
                tab("gamma", new GammaPane(model, texts)),
                tab("what-if", new WhatIfPane(model, texts)));
        tabs.setId("options-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.visibleProperty().bind(isAt(OptionsModel.Stage.SHOWN));
        StackPane body = new StackPane(tabs, empty(), loading(), failed(), spotWanted());
        BorderPane whole = new BorderPane(body);
        VBox top = new VBox(bar(), about, terms, new SummaryLine(model, texts));
        about.setId("options-about");
        about.getStyleClass().add("options-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.managedProperty().bind(about.textProperty().isNotEmpty());
        terms.visibleProperty().bind(model.sheet().map(Optional::isPresent));
        terms.managedProperty().bind(terms.visibleProperty());
        whole.setTop(top);
        dressVeil();
        getChildren().addAll(whole, veil);
        takeDrops(onDropped);
        model.sheet().addListener(change -> fillDays());
        model.reckoning().addListener(change -> fillExpiries());
        model.expiry().addListener(change -> fillExpiries());
        texts.figuresProperty().addListener(change -> {
            fillDays();
            fillExpiries();
        });
        fillDays();
        fillExpiries();
    }

    Button open() {
        return open;
    }

    Button firstOpen() {
        return firstOpen;
    }

    Button again() {
        return again;
    }

    ComboBox<LocalDate> day() {
        return day;
    }

    ComboBox<LocalDate> expiry() {
        return expiry;
    }

    /** Where the file comes from, how old its quotes are, and what went wrong when it was read last. */
    void say(String sentence, boolean isWarning) {
        about.setText(sentence);
        (isWarning ? Tone.WARNING : Tone.PLAIN).applyTo(about);
    }

    /** Whether the choosers are being filled, which is no choice of the reader's. */
    boolean isFilling() {
        return filling;
    }

    void focusFirst() {
        switch (model.stage().get()) {
            case SHOWN -> chain.table().requestFocus();
            case SPOT_WANTED -> terms.spot().requestFocus();
            case EMPTY, FAILED, LOADING -> firstOpen.requestFocus();
        }
    }

    private FlowPane bar() {
        dress(open, "options-open", "options.open");
        open.setGraphic(new FontIcon(MaterialDesignF.FOLDER_OPEN_OUTLINE));
        Label file = new Label();
        file.setId("options-file");
        file.textProperty().bind(model.file().map(OptionsView::nameOf));
        file.setMinWidth(0);
        Tooltip path = new Tooltip();
        path.textProperty().bind(model.file());
        file.setTooltip(path);
        FlowPane bar = new FlowPane(
                open, file, chooser("day", day, "options.day"), chooser("expiry", expiry, "options.expiry"));
        bar.getStyleClass().add("wrap-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private static String nameOf(String file) {
        Path name = file.isEmpty() ? null : Path.of(file).getFileName();
        return name == null ? "" : name.toString();
    }

    private HBox chooser(String name, ComboBox<LocalDate> chooser, String key) {
        chooser.setId("options-" + name);
        chooser.getStyleClass().add("compact");
        chooser.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate value) {
                return value == null ? "" : words.day(value);
            }

            @Override
            public @Nullable LocalDate fromString(String text) {
                return null;
            }
        });
        Label label = new Label();
        label.textProperty().bind(texts.bind(key));
        label.getStyleClass().add("field-title");
        label.setLabelFor(chooser);
        HBox pair = new HBox(5, label, chooser);
        pair.setAlignment(Pos.CENTER_LEFT);
        pair.visibleProperty().bind(Bindings.isNotEmpty(chooser.getItems()));
        pair.managedProperty().bind(pair.visibleProperty());
        return pair;
    }

    private void dress(Button button, String id, String key) {
        button.setId(id);
        button.getStyleClass().add("compact");
        button.textProperty().bind(texts.bind(key));
        button.setMinWidth(USE_PREF_SIZE);
    }

    private Tab tab(String name, Node content) {
        Tab tab = new Tab();
        tab.setId("options-tab-" + name);
        tab.textProperty().bind(texts.bind("options.tab." + name));
        tab.setContent(content);
        return tab;
    }

    private void fillDays() {
        fill(
                day,
                model.sheet().get().map(sheet -> sheet.days()).orElse(List.of()),
                model.sheet().get().map(sheet -> sheet.day()));
    }

    private void fillExpiries() {
        fill(expiry, model.expiries(), model.expiry().get());
    }

    private void fill(ComboBox<LocalDate> chooser, List<LocalDate> days, Optional<LocalDate> chosen) {
        filling = true;
        chooser.getItems().setAll(days);
        chooser.setValue(null);
        chosen.ifPresent(chooser::setValue);
        filling = false;
    }

    private VBox empty() {
        EmptyState empty = new EmptyState(MaterialDesignC.CHART_BELL_CURVE, texts.bind("options.empty"));
        dress(firstOpen, "options-first-open", "options.open");
        empty.getChildren().add(firstOpen);
        empty.setId("options-empty");
        empty.visibleProperty().bind(isAt(OptionsModel.Stage.EMPTY));
        return empty;
    }

    private VBox loading() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(32, 32);
        Label label = new Label();
        label.textProperty().bind(texts.bind("options.loading", model.file().map(OptionsView::nameOf)));
        VBox loading = new VBox(turning, label);
        loading.setId("options-loading");
        loading.getStyleClass().add("empty-state");
        loading.visibleProperty().bind(isAt(OptionsModel.Stage.LOADING));
        return loading;
    }

    private VBox failed() {
        EmptyState failed = new EmptyState(MaterialDesignF.FILE_ALERT_OUTLINE, model.problem());
        dress(again, "options-again", "options.again");
        failed.getChildren().add(again);
        failed.setId("options-failed");
        failed.visibleProperty().bind(isAt(OptionsModel.Stage.FAILED));
        return failed;
    }

    private VBox spotWanted() {
        EmptyState wanted = new EmptyState(MaterialDesignC.CURRENCY_USD, texts.bind("options.spot-wanted"));
        wanted.setId("options-spot-wanted");
        wanted.visibleProperty().bind(isAt(OptionsModel.Stage.SPOT_WANTED));
        return wanted;
    }

    private BooleanBinding isAt(OptionsModel.Stage stage) {
        return Bindings.createBooleanBinding(() -> model.stage().get() == stage, model.stage());
    }

    private void dressVeil() {
        Label hint = new Label();
        hint.textProperty().bind(texts.bind("options.drop"));
        veil.setId("options-drop");
        veil.getStyleClass().addAll("drop-veil", "empty-state");
        veil.getChildren().addAll(new FontIcon(MaterialDesignT.TRAY_ARROW_DOWN), hint);
        veil.setMouseTransparent(true);
        veil.setVisible(false);
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
