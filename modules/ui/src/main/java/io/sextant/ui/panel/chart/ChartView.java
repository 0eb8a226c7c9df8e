package io.sextant.ui.panel.chart;

import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.order.Fill;
import io.sextant.ui.chart.CandleSeries;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.chart.ChartStatus;
import io.sextant.ui.chart.FillMark;
import io.sextant.ui.chart.PriceChart;
import io.sextant.ui.chart.TimeBand;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.panel.chart.drawing.ToolMenu;
import io.sextant.ui.panel.chart.setup.ChartSetup;
import io.sextant.ui.parts.Segments;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Timeframes above, the chart below. */
final class ChartView extends VBox {

    private static final PseudoClass REPLAYING = PseudoClass.getPseudoClass("replaying");
    private static final double RETRY_BELOW_MESSAGE = 46;
    static final double ZOOM_STEP = 1.4;

    private final ChartModel model;
    private final Texts texts;
    private final PriceChart chart = new PriceChart();
    private final ChartOrderLines orderLines;
    private final Button studies = new Button();
    private final Button style = new Button();
    private final MenuButton compare = new MenuButton();
    private final ReadingButtons readings;
    private final MoreMenu more;
    private final Button retry = new Button();
    private final Button leave = new Button();
    private final Label notice = new Label();
    private final NewsMarks newsMarks;
    private final ChartPatternWords patternWords;

    ChartView(ChartModel model, Texts texts, ObservableValue<ChartPalette> palette, Node replayBar) {
        this.model = model;
        this.texts = texts;
        nameWords();
        orderLines = new ChartOrderLines(texts);
        newsMarks = new NewsMarks(texts);
        patternWords = new ChartPatternWords(texts);
        readings = new ReadingButtons(model, texts);
        more = new MoreMenu(texts, model.link(), model.pinned());
        getStyleClass().addAll("panel", "chart-panel");
        chart.setId("chart");
        StackPane plot = new StackPane(chart, dressRetry());
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(bar(), replayBar, visit(), dressNotice(), plot);
        chart.setPalette(palette.getValue());
        palette.addListener((property, before, now) -> chart.setPalette(now));
        model.setup().addListener(change -> showSetup());
        chart.setOnPaneShare((study, share) ->
                model.setup().set(model.setup().get().changing(study.id(), same -> same.withShare(share))));
        model.series().addListener(change -> showSeries());
        model.replay().shown().addListener(change -> showSeries());
        model.replay().active().addListener(change -> showReplay());
        model.replay().momentNanos().addListener(change -> showReplay());
        model.news().addListener(change -> showNews());
        model.doubts().addListener(change -> showDoubts());
        model.silentFeed().addListener(change -> showNotice());
        model.status().addListener((property, before, now) -> {
            chart.setStatus(now);
            showNotice();
        });
        model.subject().addListener(change -> describe());
        model.decimals().addListener(change -> describe());
        model.readings().addListener(change -> describe());
        model.timeframe().addListener(change -> describe());
        model.orders().addListener(change -> showOrders());
        model.brackets().addListener(change -> showOrders());
        model.fills().addListener(change -> showFills());
        model.trade().addListener(change -> showFills());
        model.subject().addListener(change -> showFills());
        texts.figuresProperty().addListener(change -> {
            describe();
            showOrders();
            showFills();
            newsMarks.rewrite();
            showNews();
            showDoubts();
            showNotice();
        });
        showSetup();
        describe();
    }

    /** Opens the list of studies. */
    Button studies() {
        return studies;
    }

    /** Opens the choice of styles. */
    Button style() {
        return style;
    }

    /** Switch between raw and adjusted prices, and between all hours and regular ones. */
    ReadingButtons readings() {
        return readings;
    }

    /** Lists the instruments to compare with. */
    MenuButton compare() {
        return compare;
    }

    private void showSetup() {
        ChartSetup setup = model.setup().get();
        chart.setStudies(setup.studies());
        chart.setProfileShown(setup.profile());
        chart.setPatterns(setup.patterns(), patternWords);
        chart.setStyle(setup.style(), setup.brick());
        chart.setLogScale(setup.logScale());
        showNews();
        describe();
    }

    /** Where the words of a text drawing are typed has no label beside it. */
    private void nameWords() {
        if (chart.lookup("#chart-words") instanceof TextField words) {
            words.accessibleTextProperty().bind(texts.bind("chartdraw.tool.TEXT"));
        }
    }

    PriceChart chart() {
        return chart;
    }

    private HBox bar() {
        Segments<Timeframe> timeframes = new Segments<>(
                "chart-timeframe",
                List.of(Timeframe.values()),
                model.timeframe(),
                timeframe -> texts.bind("chartpanel.timeframe." + timeframe.name()));
        for (Timeframe timeframe : Timeframe.values()) {
            Tooltip hint = new Tooltip();
            hint.textProperty()
                    .bind(texts.bind(
                            "chartpanel.timeframe.hint",
                            texts.bind("chartpanel.timeframe." + timeframe.name()),
                            ChartController.keyOf(timeframe)));
            timeframes.button(timeframe).setTooltip(hint);
            timeframes.button(timeframe).setMinWidth(USE_PREF_SIZE);
        }
        studies.setId("chart-studies");
        studies.setGraphic(new FontIcon(MaterialDesignF.FUNCTION_VARIANT));
        style.setId("chart-style");
        style.setGraphic(new FontIcon(MaterialDesignC.CHART_LINE));
        compare.setId("chart-compare");
        compare.setGraphic(new FontIcon(MaterialDesignC.COMPARE_HORIZONTAL));
        ToolMenu draw = new ToolMenu(texts, chart.toolProperty());
        dress(draw, "draw");
        dress(more, "more");
        dress(style, "style");
        dress(studies, "studies");
        dress(compare, "compare");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button latest = button("latest", MaterialDesignP.PAGE_LAST, chart::showLive);
        Button all = button("all", MaterialDesignF.FIT_TO_PAGE_OUTLINE, chart::showAll);
        HBox bar = new HBox(timeframes, style, studies, compare, draw, readings, gap, all, latest, more);
        bar.getStyleClass().add("panel-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Button button(String name, Ikon icon, Runnable action) {
        Button button = new Button();
        button.setId("chart-" + name);
        button.setGraphic(new FontIcon(icon));
        dress(button, name);
        button.setFocusTraversable(false);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void dress(ButtonBase button, String name) {
        button.getStyleClass().addAll("button-icon", "flat", "compact");
        button.accessibleTextProperty().bind(texts.bind("chartpanel." + name));
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind("chartpanel." + name));
        button.setTooltip(hint);
        button.setMinWidth(USE_PREF_SIZE);
    }

    private void describe() {
        chart.setLocale(texts.language().locale());
        chart.setZone(texts.figures().zone());
        chart.setTimeframe(model.timeframe().get());
        model.subject().get().ifPresent(this::describe);
    }

    private void describe(ChartSubject subject) {
        String title = subject.id().symbol() + " · "
                + texts.get("chartpanel.timeframe." + model.timeframe().get().name()) + readings.told();
        chart.setTitle(model.replay().active().get() ? title + " · " + texts.get("replay.badge") : title);
        int decimals = model.decimals().get();
        chart.setTick(subject.instrument()
                .map(instrument -> instrument.rules().tick().toDouble())
                .orElseGet(() -> PriceGrid.tick(decimals)));
        chart.setPriceDecimals(decimals);
    }

    /** Asks for the bars again, where there are none because they could not be loaded. */
    Button retry() {
        return retry;
    }

    /** Goes back from a series of the archive to what the linked panels show. */
    Button leave() {
        return leave;
    }

    /** Says that the shown series is none of the desk's own, where it is so. */
    private HBox visit() {
        Label told = new Label();
        told.setId("chart-visit");
        told.setGraphic(new FontIcon(MaterialDesignD.DATABASE_OUTLINE));
        told.textProperty().bind(texts.bind("chartpanel.archive-only"));
        leave.setId("chart-leave");
        leave.textProperty().bind(texts.bind("chartpanel.leave"));
        leave.getStyleClass().add("compact");
        leave.setMinWidth(USE_PREF_SIZE);
        leave.visibleProperty().bind(model.pinned().not());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox strip = new HBox(told, gap, leave);
        strip.getStyleClass().addAll("chart-visit");
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.subject()
                                .get()
                                .filter(shown -> !shown.isOfDesk())
                                .isPresent(),
                        model.subject()));
        strip.managedProperty().bind(strip.visibleProperty());
        return strip;
    }

    MoreMenu more() {
        return more;
    }

    private Button dressRetry() {
        retry.setId("chart-retry");
        retry.textProperty().bind(texts.bind("chartpanel.retry"));
        retry.getStyleClass().add("accent");
        retry.setTranslateY(RETRY_BELOW_MESSAGE);
        retry.setVisible(false);
        return retry;
    }

    private Label dressNotice() {
        notice.setId("chart-notice");
        notice.setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
        notice.getStyleClass().add("chart-notice");
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.setWrapText(true);
        notice.visibleProperty().bind(notice.textProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }

    /** A replay's bars instead of the market's while there is one. */
    private void showSeries() {
        boolean replaying = !model.replay().shown().get().isEmpty();
        CandleSeries wanted =
                replaying ? model.replay().shown().get() : model.series().get();
        if (chart.getSeries() != wanted) {
            chart.setSeries(wanted);
        }
    }

    private void showReplay() {
        boolean replaying = model.replay().active().get();
        chart.setShownUntil(replaying ? model.replay().momentNanos().get() - 1 : Long.MAX_VALUE);
        chart.setCountdown("");
        pseudoClassStateChanged(REPLAYING, replaying);
        describe();
        showOrders();
    }

    /** Says what keeps the shown bars from being the newest. */
    private void showNotice() {
        boolean failed = model.status().get() == ChartStatus.FAILED;
        boolean empty = model.series().get().isEmpty();
        retry.setVisible(failed && empty);
        Optional<FeedChanged> silent = model.silentFeed().get();
        if (failed && !empty) {
            notice.setText(texts.get("chartpanel.notice.failed"));
        } else {
            notice.setText(silent.map(feed -> texts.get(
                            "chartpanel.notice." + feed.status().name(),
                            feed.feed(),
                            texts.figures().dateTime(feed.timeNanos())))
                    .orElse(""));
        }
    }

    private void showNews() {
        chart.setNews(model.setup().get().news() ? newsMarks.of(model.news().get()) : List.of());
    }

    private void showDoubts() {
        chart.setDoubts(model.doubts().get().stream()
                .map(mark -> new TimeBand(
                        mark.fromNanos(),
                        mark.toNanos(),
                        texts.get(
                                "chartpanel.doubt",
                                texts.figures().dateTime(mark.fromNanos()),
                                texts.figures().dateTime(mark.toNanos()))))
                .toList());
    }

    private void showOrders() {
        if (model.replay().active().get()) {
            chart.setOrderLines(List.of());
            return;
        }
        chart.setOrderLines(orderLines.of(model));
    }

    private void showFills() {
        Stream<FillMark> tested = model.trade().get().stream()
                .filter(trade -> model.subject()
                        .get()
                        .filter(own -> own.id().equals(trade.instrument()))
                        .isPresent())
                .flatMap(trade -> TradeMarks.of(trade, texts).stream());
        chart.setFills(Stream.concat(model.fills().get().stream().map(this::mark), tested)
                .toList());
    }

    private FillMark mark(Fill fill) {
        return new FillMark(
                fill.order().toString(),
                fill.timeNanos(),
                fill.price().toDouble(),
                fill.side(),
                texts.get(
                        "chartpanel.fill",
                        texts.word(fill.side()),
                        texts.figures().quantity(fill.quantity()),
                        texts.figures().price(fill.price()),
                        texts.figures().dateTime(fill.timeNanos())));
    }
}
