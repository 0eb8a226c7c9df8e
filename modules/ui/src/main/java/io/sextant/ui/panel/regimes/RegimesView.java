package io.sextant.ui.panel.regimes;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.regime.RegimeBoard;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.regimes.RegimesModel.Stage;
import io.sextant.ui.parts.EmptyState;
import io.sextant.ui.parts.Scrolled;
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
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** Which series above, the regime of now over its ribbon, and in four tabs what regimes meant and what follows from them. */
final class RegimesView extends StackPane {

    /** Below this the panel scrolls instead of squeezing its parts. */
    private static final double LEAST_HEIGHT = 340;

    private @Nullable ScrollPane scroll;

    private final RegimesModel model;
    private final Texts texts;
    private final RegimeWords words;
    private final Runnable again;
    private final ComboBox<Timeframe> timeframe = new ComboBox<>();
    private final Label state = new Label();
    private final Label problem = new Label();
    private final Label symbol = new Label();
    private final Label mode = new Label();

    RegimesView(
            RegimesModel model,
            Texts texts,
            ObservableValue<ChartPalette> palette,
            FollowPane.Hand hand,
            Runnable again) {
        this.model = model;
        this.texts = texts;
        this.again = again;
        words = new RegimeWords(texts);
        getStyleClass().addAll("panel", "forecasts-panel");
        ScrollPane follow = new ScrollPane(new FollowPane(model, texts, hand));
        follow.getStyleClass().add("bare");
        follow.setFitToWidth(true);
        TabPane tabs = new TabPane(
                tab("meaning", Scrolled.whereLow(new MeaningPane(model, texts))),
                tab("moves", Scrolled.whereLow(new MovesPane(model, texts, palette))),
                tab("models", Scrolled.whereLow(new ModelsPane(model, texts))),
                tab("follow", follow));
        tabs.setId("regimes-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        TurningSplit body = new TurningSplit(new RibbonChart(model, texts, palette), tabs, 0.5, 0.5);
        body.setMinHeight(LEAST_HEIGHT);
        BorderPane shown = new BorderPane(body);
        shown.setTop(new NowBox(model, texts, palette));
        shown.visibleProperty().bind(isAt(Stage.SHOWN));
        problem.setId("regimes-problem");
        problem.getStyleClass().add("options-about");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Tone.WARNING.applyTo(problem);
        BorderPane whole = new BorderPane(new StackPane(
                shown,
                dressed(
                        Stage.EMPTY,
                        new EmptyState(MaterialDesignW.WEATHER_PARTLY_CLOUDY, texts.bind("regimes.empty"))),
                turning(Stage.OPENING, "regimes.opening"),
                turning(Stage.LEARNING, "regimes.learning"),
                few(),
                failed()));
        whole.setTop(new VBox(bar(), problem));
        getChildren().add(whole);
        model.board.addListener(change -> tell());
        model.problem.addListener(change -> tell());
        model.instrument.addListener(change -> tell());
        model.desk.addListener(change -> tell());
        texts.figuresProperty().addListener(change -> tell());
        tell();
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

    void focusFirst() {
        timeframe.requestFocus();
    }

    private FlowPane bar() {
        symbol.setId("regimes-symbol");
        symbol.getStyleClass().add("block-title");
        timeframe.setId("regimes-timeframe");
        timeframe.getStyleClass().add("compact");
        timeframe.getItems().setAll(Timeframe.values());
        SpokenCell.in(timeframe, one -> texts.bind("chartpanel.timeframe." + one.name()));
        timeframe.valueProperty().bindBidirectional(model.timeframe);
        Label title = new Label();
        title.textProperty().bind(texts.bind("regimes.timeframe"));
        title.setLabelFor(timeframe);
        title.getStyleClass().add("field-title");
        HBox frames = new HBox(5, title, timeframe);
        frames.setAlignment(Pos.CENTER_LEFT);
        state.setId("regimes-state");
        mode.setId("regimes-mode");
        mode.getStyleClass().add("muted");
        mode.managedProperty().bind(mode.textProperty().isNotEmpty());
        FlowPane bar = new FlowPane(symbol, frames, state, mode);
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
        Optional<RegimeBoard> board = model.board.get();
        state.setText(board.map(words::state).orElse(""));
        boolean simulated = model.desk
                .get()
                .filter(desk -> desk.mode() == TradingMode.SIMULATED)
                .isPresent();
        mode.setText(simulated ? texts.get("regimes.simulated") : "");
        String why = model.problem.get();
        String trouble = board.flatMap(RegimeBoard::trouble)
                .map(one -> texts.get("regimes.trouble", TroubleWords.sentence(one, texts)))
                .orElse("");
        problem.setText(why.isEmpty() || board.isEmpty() ? trouble : texts.get("regimes.stale", why));
    }

    private Tab tab(String key, Node content) {
        Tab tab = new Tab();
        tab.setId("regimes-tab-" + key);
        tab.textProperty().bind(texts.bind("regimes.tab." + key));
        tab.setContent(content);
        return tab;
    }

    private EmptyState few() {
        return dressed(
                Stage.FEW,
                new EmptyState(
                        MaterialDesignW.WEATHER_PARTLY_CLOUDY,
                        Bindings.createStringBinding(
                                () -> model.board
                                        .get()
                                        .map(told -> texts.get(
                                                "regimes.few",
                                                words.count(told.barsThere()),
                                                words.count(told.barsNeeded()),
                                                words.timeframe(told.timeframe())))
                                        .orElse(""),
                                model.board,
                                texts.figuresProperty())));
    }

    private EmptyState failed() {
        EmptyState made = dressed(
                Stage.FAILED,
                new EmptyState(MaterialDesignA.ALERT_CIRCLE_OUTLINE, texts.bind("regimes.failed", model.problem)));
        Button retry = new Button();
        retry.setId("regimes-again");
        retry.getStyleClass().add("compact");
        retry.textProperty().bind(texts.bind("regimes.again"));
        retry.setOnAction(pressed -> again.run());
        made.getChildren().add(retry);
        return made;
    }

    private EmptyState dressed(Stage stage, EmptyState made) {
        made.setId("regimes-stage-" + stage.name().toLowerCase(Locale.ROOT));
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
        box.setId("regimes-stage-" + stage.name().toLowerCase(Locale.ROOT));
        box.getStyleClass().add("empty-state");
        box.visibleProperty().bind(isAt(stage));
        return box;
    }

    private BooleanBinding isAt(Stage stage) {
        return Bindings.createBooleanBinding(() -> model.stage.get() == stage, model.stage);
    }
}
