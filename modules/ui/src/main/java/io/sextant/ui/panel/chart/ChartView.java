package io.sextant.ui.panel.chart;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderType;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.chart.FillMark;
import io.sextant.ui.chart.OrderLine;
import io.sextant.ui.chart.PriceChart;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.Segments;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Timeframes above, the chart below. */
final class ChartView extends VBox {

    private static final double ZOOM_STEP = 1.4;

    private final ChartModel model;
    private final Texts texts;
    private final PriceChart chart = new PriceChart();

    ChartView(ChartModel model, Texts texts, ObservableValue<ChartPalette> palette) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("panel", "chart-panel");
        chart.setId("chart");
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(bar(), chart);
        chart.setPalette(palette.getValue());
        palette.addListener((property, before, now) -> chart.setPalette(now));
        model.series().addListener((property, before, now) -> chart.setSeries(now));
        model.status().addListener((property, before, now) -> chart.setStatus(now));
        model.instrument().addListener(change -> describe());
        model.timeframe().addListener(change -> describe());
        model.orders().addListener(change -> showOrders());
        model.fills().addListener(change -> showFills());
        texts.figuresProperty().addListener(change -> {
            describe();
            showOrders();
        });
        describe();
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
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button out = button("zoom-out", MaterialDesignM.MAGNIFY_MINUS_OUTLINE, () -> chart.zoom(1 / ZOOM_STEP));
        Button in = button("zoom-in", MaterialDesignM.MAGNIFY_PLUS_OUTLINE, () -> chart.zoom(ZOOM_STEP));
        Button latest = button("latest", MaterialDesignP.PAGE_LAST, chart::showLive);
        Button all = button("all", MaterialDesignF.FIT_TO_PAGE_OUTLINE, chart::showAll);
        HBox bar = new HBox(timeframes, gap, out, in, all, latest);
        bar.getStyleClass().add("panel-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Button button(String name, Ikon icon, Runnable action) {
        Button button = new Button();
        button.setId("chart-" + name);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat", "compact");
        button.accessibleTextProperty().bind(texts.bind("chartpanel." + name));
        Tooltip hint = new Tooltip();
        hint.textProperty().bind(texts.bind("chartpanel." + name));
        button.setTooltip(hint);
        button.setFocusTraversable(false);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void describe() {
        chart.setLocale(texts.language().locale());
        chart.setZone(texts.figures().zone());
        chart.setTimeframe(model.timeframe().get());
        model.instrument().get().ifPresent(this::describe);
    }

    private void describe(Instrument instrument) {
        chart.setTitle(instrument.id().symbol() + " · "
                + texts.get("chartpanel.timeframe." + model.timeframe().get().name()));
        chart.setPriceDecimals(instrument.rules().tick().scale());
    }

    private void showOrders() {
        chart.setOrderLines(model.orders().get().stream().flatMap(this::line).toList());
    }

    private Stream<OrderLine> line(Order order) {
        return switch (order.terms().type()) {
            case OrderType.Market market -> Stream.empty();
            case OrderType.Limit limit ->
                Stream.of(new OrderLine(
                        order.id().toString(),
                        limit.price().toDouble(),
                        order.terms().side(),
                        texts.word(order.terms().side()) + " " + texts.figures().quantity(order.remaining())));
        };
    }

    private void showFills() {
        chart.setFills(model.fills().get().stream().map(ChartView::mark).toList());
    }

    private static FillMark mark(Fill fill) {
        return new FillMark(fill.timeNanos(), fill.price().toDouble(), fill.side());
    }
}
