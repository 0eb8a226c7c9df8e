package io.sextant.ui.panel.forecasts;

import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.forecasts.ForecastsModel.Stage;
import io.sextant.ui.panel.forecasts.ForecastsModel.Wish;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.JobBar;
import io.sextant.ui.parts.JobWatch;
import io.sextant.ui.parts.SpokenCell;
import io.sextant.ui.parts.Tone;
import io.sextant.ui.parts.TroubleWords;
import io.sextant.ui.parts.TurningSplit;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Which series above, the verdict over the fan, and under it in six tabs what models were worth and how they are made. */
final class ForecastsView extends StackPane {

    /** What the reader can have done. */
    interface Hand {

        void train();

        void send(Wish wish);

        void again();
    }

    private final ForecastsModel model;
    private final Texts texts;
    private final ForecastsWords words;
    private final Hand hand;
    private final ComboBox<Timeframe> timeframe = new ComboBox<>();
    private final Label state = new Label();
    private final Label problem = new Label();
    private final Label symbol = new Label();
    private final Label mode = new Label();

    ForecastsView(ForecastsModel model, Texts texts, ObservableValue<ChartPalette> palette, JobWatch watch, Hand hand) {
        this.model = model;
        this.texts = texts;
        this.hand = hand;
        words = new ForecastsWords(texts);
        getStyleClass().addAll("panel", "forecasts-panel");
        FanChart fan = new FanChart(model, texts, palette);
        TabPane tabs = new TabPane(
                tab("skill", new SkillPane(model, texts)),
                tab("calibration", new CalibrationPane(model, texts)),
                tab("why", new WhyPane(model, texts)),
                tab("drift", new DriftPane(model, texts)),
                tab("training", new TrainingPane(model, texts)),
                tab("models", new RegistryPane(model, texts, hand::send)));
        tabs.setId("forecasts-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        BorderPane shown = new BorderPane(new TurningSplit(fan, tabs, 0.54, 0.5));
        shown.setTop(new VerdictBox(model, texts));
        shown.visibleProperty().bind(isAt(Stage.SHOWN));
        problem.setId("forecasts-problem");
        problem.getStyleClass().add("options-about");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Tone.WARNING.applyTo(problem);
        JobBar job = new JobBar("forecasts-job", watch, texts);
        job.getStyleClass().add("features-job");
        BorderPane whole = new BorderPane(new StackPane(
                shown,
                state(Stage.EMPTY, "forecasts.empty"),
                turning(Stage.OPENING, "forecasts.opening"),
                turning(Stage.LEARNING, "forecasts.learning"),
                few(),
                failed()));
        whole.setTop(new VBox(bar(), problem));
        whole.setBottom(job);
        getChildren().add(whole);
        model.board.addListener(change -> tell());
        model.problem.addListener(change -> tell());
        model.instrument.addListener(change -> tell());
        model.mode.addListener(change -> tell());
        texts.figuresProperty().addListener(change -> tell());
        tell();
    }

    void focusFirst() {
        timeframe.requestFocus();
    }

    private FlowPane bar() {
        symbol.setId("forecasts-symbol");
        symbol.getStyleClass().add("block-title");
        timeframe.setId("forecasts-timeframe");
        timeframe.getStyleClass().add("compact");
        timeframe.getItems().setAll(Timeframe.values());
        SpokenCell.in(timeframe, one -> texts.bind("chartpanel.timeframe." + one.name()));
        timeframe.valueProperty().bindBidirectional(model.timeframe);
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind("forecasts.timeframe.hint"));
        timeframe.setTooltip(hint);
        Label title = new Label();
        title.textProperty().bind(texts.bind("forecasts.timeframe"));
        title.setMnemonicParsing(true);
        title.setLabelFor(timeframe);
        title.getStyleClass().add("field-title");
        HBox frames = new HBox(5, title, timeframe);
        frames.setAlignment(Pos.CENTER_LEFT);
        state.setId("forecasts-state");
        mode.setId("forecasts-mode");
        mode.getStyleClass().add("muted");
        mode.managedProperty().bind(mode.textProperty().isNotEmpty());
        Button train = new Button();
        train.setId("forecasts-train");
        train.getStyleClass().add("compact");
        train.setMnemonicParsing(true);
        train.textProperty().bind(texts.bind("forecasts.button.train"));
        train.setOnAction(pressed -> hand.train());
        train.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.training.get()
                                || model.board
                                        .get()
                                        .filter(ForecastsView::canTrain)
                                        .isEmpty(),
                        model.training,
                        model.board));
        Tooltip meaning = new Tooltip();
        meaning.textProperty().bind(texts.bind("forecasts.button.train.hint"));
        train.setTooltip(meaning);
        FlowPane bar = new FlowPane(symbol, frames, train, state, mode);
        bar.getStyleClass().add("wrap-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private void tell() {
        symbol.setText(model.instrument
                .get()
                .map(Instrument::id)
                .map(id -> id.symbol())
                .orElse(""));
        Optional<ForecastBoard> board = model.board.get();
        state.setText(board.map(words::state).orElse(""));
        boolean simulated =
                model.mode.get().filter(one -> one == TradingMode.SIMULATED).isPresent();
        mode.setText(simulated ? texts.get("forecasts.simulated") : "");
        String why = model.problem.get();
        String trouble = board.filter(told -> told.champion().isEmpty())
                .flatMap(ForecastBoard::trouble)
                .map(one -> texts.get("forecasts.trouble", TroubleWords.sentence(one, texts)))
                .orElse("");
        problem.setText(why.isEmpty() || board.isEmpty() ? trouble : texts.get("forecasts.stale", why));
    }

    /** While the engine trains by itself it would refuse; what failed may be tried again. */
    private static boolean canTrain(ForecastBoard board) {
        return switch (board.state()) {
            case OPENING, TOO_FEW_BARS -> false;
            case LEARNING -> board.trouble().isPresent();
            case READY -> true;
        };
    }

    private Tab tab(String key, Node content) {
        Tab tab = new Tab();
        tab.setId("forecasts-tab-" + key);
        tab.textProperty().bind(texts.bind("forecasts.tab." + key));
        tab.setContent(content);
        return tab;
    }

    private EmptyState state(Stage stage, String sentence) {
        return dressed(stage, new EmptyState(MaterialDesignC.CHART_TIMELINE_VARIANT, texts.bind(sentence)));
    }

    private EmptyState few() {
        return dressed(
                Stage.FEW,
                new EmptyState(
                        MaterialDesignC.CHART_TIMELINE_VARIANT,
                        Bindings.createStringBinding(
                                () -> model.board
                                        .get()
                                        .map(told -> texts.get(
                                                "forecasts.few",
                                                words.count(told.barsThere()),
                                                words.count(told.barsNeeded()),
                                                words.timeframe(told.timeframe())))
                                        .orElse(""),
                                model.board,
                                texts.figuresProperty())));
    }

    private EmptyState failed() {
        Ikon icon = MaterialDesignA.ALERT_CIRCLE_OUTLINE;
        EmptyState state = dressed(Stage.FAILED, new EmptyState(icon, texts.bind("forecasts.failed", model.problem)));
        Button again = new Button();
        again.setId("forecasts-again");
        again.getStyleClass().add("compact");
        again.textProperty().bind(texts.bind("forecasts.again"));
        again.setOnAction(pressed -> hand.again());
        state.getChildren().add(again);
        return state;
    }

    private EmptyState dressed(Stage stage, EmptyState made) {
        made.setId("forecasts-stage-" + stage.name().toLowerCase(Locale.ROOT));
        made.visibleProperty().bind(isAt(stage));
        return made;
    }

    private VBox turning(Stage stage, String sentence) {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(32, 32);
        Label label = new Label();
        label.textProperty().bind(texts.bind(sentence));
        label.setWrapText(true);
        VBox box = new VBox(turning, label);
        box.setId("forecasts-stage-" + stage.name().toLowerCase(Locale.ROOT));
        box.getStyleClass().add("empty-state");
        box.setMaxWidth(Region.USE_COMPUTED_SIZE);
        box.visibleProperty().bind(isAt(stage));
        return box;
    }

    private BooleanBinding isAt(Stage stage) {
        return Bindings.createBooleanBinding(() -> model.stage.get() == stage, model.stage);
    }
}
