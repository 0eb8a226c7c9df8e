package io.sextant.ui.panel.features;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.features.FeaturesModel.Stage;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.JobBar;
import io.sextant.ui.parts.JobWatch;
import io.sextant.ui.parts.Scrolled;
import io.sextant.ui.parts.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** What is looked at above, all features to the left, and the chosen one in six tabs. */
final class FeaturesView extends StackPane {

    private final FeaturesModel model;
    private final Texts texts;
    private final FeaturesWords words;
    private final Runnable again;
    private final Label about = new Label();
    private final Label name = new Label();
    private final Label formula = new Label();
    private final FeaturePicker picker;
    private final TabPane tabs;
    private final Tab alike;
    private final Tab sets;
    private final List<Runnable> refills = new ArrayList<>();
    private boolean filling;

    FeaturesView(FeaturesModel model, Texts texts, InstrumentCatalog catalog, JobWatch watch, Runnable again) {
        this.model = model;
        this.texts = texts;
        this.again = again;
        words = new FeaturesWords(texts);
        getStyleClass().addAll("panel", "features-panel");
        picker = new FeaturePicker(model, texts);
        alike = tab("alike", new AlikePane(model, texts));
        sets = tab("sets", new SetsPane(model, texts));
        tabs = new TabPane(
                tab("look", orWhyNot("look", new LookPane(model, texts))),
                tab("distribution", orWhyNot("distribution", new DistributionPane(model, texts))),
                tab("stability", orWhyNot("stability", new StabilityPane(model, texts))),
                tab("afterwards", orWhyNot("afterwards", new AfterwardsPane(model, texts))),
                alike,
                sets);
        tabs.setId("features-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        dress(about, "features-about");
        about.managedProperty().bind(about.textProperty().isNotEmpty());
        dress(formula, "features-formula");
        name.setId("features-name");
        name.getStyleClass().addAll("block-title", "options-block");
        BorderPane right = new BorderPane(tabs);
        right.setTop(new VBox(name, formula));
        SplitPane split = new SplitPane(picker, right);
        split.getStyleClass().add("bare");
        split.setDividerPositions(0.27);
        SplitPane.setResizableWithParent(picker, false);
        BorderPane whole = new BorderPane(split);
        whole.setTop(new VBox(bar(catalog), about));
        JobBar job = new JobBar("features-job", watch, texts);
        job.getStyleClass().add("features-job");
        job.setMaxHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(job, Pos.BOTTOM_CENTER);
        getChildren().addAll(Scrolled.whereLow(whole), job);
        model.feature.addListener(change -> describe());
        model.material.addListener(change -> tell());
        model.problem.addListener(change -> tell());
        model.subject.addListener(change -> refill());
        texts.figuresProperty().addListener(change -> {
            refill();
            describe();
            tell();
        });
        describe();
        tell();
    }

    void focusFirst() {
        picker.search().requestFocus();
    }

    /** Whether what is in front compares features with each other, which takes longer. */
    boolean isComparing() {
        Tab now = tabs.getSelectionModel().getSelectedItem();
        return now == alike || now == sets;
    }

    void onTab(Runnable turned) {
        tabs.getSelectionModel().selectedItemProperty().addListener(change -> turned.run());
    }

    private static void dress(Label label, String id) {
        label.setId(id);
        label.getStyleClass().add("options-about");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
    }

    private FlowPane bar(InstrumentCatalog catalog) {
        List<Optional<InstrumentId>> peers = new ArrayList<>();
        peers.add(Optional.empty());
        catalog.all().stream().map(Instrument::id).map(Optional::of).forEach(peers::add);
        FlowPane bar = new FlowPane(
                chooser(
                        "timeframe",
                        List.of(Timeframe.values()),
                        Subject::timeframe,
                        one -> texts.get("chartpanel.timeframe." + one.name()),
                        one -> change(subject -> subject.withTimeframe(one))),
                chooser(
                        "bars",
                        Subject.BARS,
                        Subject::bars,
                        one -> words.count(one),
                        one -> change(all -> all.withBars(one))),
                chooser(
                        "horizon",
                        Subject.HORIZONS,
                        Subject::horizonBars,
                        one -> words.count(one),
                        one -> change(all -> all.withHorizon(one))),
                chooser(
                        "periods",
                        Subject.PERIODS,
                        Subject::periods,
                        one -> words.count(one),
                        one -> change(all -> all.withPeriods(one))),
                chooser(
                        "peer",
                        peers,
                        Subject::peer,
                        one -> one.map(InstrumentId::symbol).orElseGet(() -> texts.get("features.peer.none")),
                        one -> change(all -> all.withPeer(one))));
        bar.getStyleClass().add("wrap-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void change(Function<Subject, Subject> change) {
        model.subject.set(change.apply(model.subject.get()));
    }

    private <T> HBox chooser(
            String key, List<T> all, Function<Subject, T> now, Function<T, String> written, Consumer<T> chosen) {
        ComboBox<T> chooser = new ComboBox<>();
        chooser.setId("features-" + key);
        chooser.getStyleClass().add("compact");
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind("features.choose." + key + ".hint"));
        chooser.setTooltip(hint);
        Runnable refill = () -> {
            filling = true;
            chooser.setConverter(new StringConverter<>() {
                @Override
                public String toString(@Nullable T value) {
                    return value == null ? "" : written.apply(value);
                }

                @Override
                public @Nullable T fromString(String text) {
                    return null;
                }
            });
            chooser.getItems().setAll(all);
            chooser.setValue(now.apply(model.subject.get()));
            filling = false;
        };
        refills.add(refill);
        refill.run();
        chooser.valueProperty().addListener((property, before, value) -> {
            if (!filling && value != null) {
                chosen.accept(value);
            }
        });
        Label label = new Label();
        label.textProperty().bind(texts.bind("features.choose." + key));
        label.getStyleClass().add("field-title");
        label.setLabelFor(chooser);
        HBox pair = new HBox(5, label, chooser);
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }

    private void refill() {
        refills.forEach(Runnable::run);
    }

    private Tab tab(String key, Node content) {
        Tab tab = new Tab();
        tab.setId("features-tab-" + key);
        tab.textProperty().bind(texts.bind("features.tab." + key));
        tab.setContent(content);
        return tab;
    }

    private void describe() {
        var feature = model.feature.get();
        name.setText(feature.name() + "  ·  " + words.family(feature.family()));
        formula.setText(texts.get(
                "features.formula",
                feature.formula(),
                words.unit(feature),
                feature.warmUpBars(),
                words.count(feature.warmUpBars())));
    }

    private void tell() {
        String told = model.material
                .get()
                .filter(one -> !one.bars().isEmpty())
                .map(one -> texts.get(
                        "features.about",
                        one.instrument().id().symbol(),
                        words.count(one.bars().size()),
                        texts.get("chartpanel.timeframe."
                                + one.subject().timeframe().name()),
                        words.moment(one.bars().firstTimeNanos()),
                        words.moment(one.bars().lastTimeNanos())))
                .orElse("");
        String problem = model.problem.get();
        boolean stale = !told.isEmpty() && !problem.isEmpty();
        about.setText(stale ? told + " " + texts.get("features.stale", problem) : told);
        (stale ? Tone.WARNING : Tone.PLAIN).applyTo(about);
    }

    /** What was found, or why there is nothing to be seen. */
    private StackPane orWhyNot(String key, Node content) {
        content.visibleProperty().bind(isAt(Stage.SHOWN));
        return new StackPane(
                content,
                state(key, Stage.EMPTY, MaterialDesignC.CHART_HISTOGRAM, "features.empty"),
                state(key, Stage.FEW, MaterialDesignC.CHART_HISTOGRAM, "features.few"),
                loading(key),
                needs(key),
                withButton(key, Stage.STOPPED, "features.stopped"),
                withButton(key, Stage.FAILED, "features.failed"));
    }

    private EmptyState state(String key, Stage stage, Ikon icon, String sentence) {
        EmptyState state = new EmptyState(icon, texts.bind(sentence, model.problem));
        state.setId("features-" + stage.name().toLowerCase(Locale.ROOT) + "-" + key);
        state.visibleProperty().bind(isAt(stage));
        return state;
    }

    private EmptyState withButton(String key, Stage stage, String sentence) {
        EmptyState state = state(key, stage, MaterialDesignA.ALERT_CIRCLE_OUTLINE, sentence);
        Button anew = new Button();
        anew.setId("features-again-" + stage.name().toLowerCase(Locale.ROOT) + "-" + key);
        anew.getStyleClass().add("compact");
        anew.textProperty().bind(texts.bind("features.again"));
        anew.setOnAction(pressed -> again.run());
        state.getChildren().add(anew);
        return state;
    }

    private EmptyState needs(String key) {
        EmptyState state = new EmptyState(
                MaterialDesignD.DATABASE_OFF_OUTLINE,
                Bindings.createStringBinding(
                        () -> texts.get("features.needs", words.missing(model.feature.get(), model.data())),
                        model.feature,
                        model.material,
                        texts.figuresProperty()));
        state.setId("features-needs-" + key);
        state.visibleProperty().bind(isAt(Stage.NEEDS));
        return state;
    }

    private VBox loading(String key) {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(32, 32);
        Label label = new Label();
        label.textProperty().bind(texts.bind("features.loading"));
        VBox loading = new VBox(turning, label);
        loading.setId("features-loading-" + key);
        loading.getStyleClass().add("empty-state");
        loading.visibleProperty().bind(isAt(Stage.LOADING));
        return loading;
    }

    private BooleanBinding isAt(Stage stage) {
        return Bindings.createBooleanBinding(() -> model.stage.get() == stage, model.stage);
    }
}
