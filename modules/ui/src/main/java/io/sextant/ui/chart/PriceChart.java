package io.sextant.ui.chart;

import io.sextant.domain.market.Timeframe;
import io.sextant.ui.chart.drawing.DrawingBook;
import io.sextant.ui.chart.drawing.DrawingTool;
import io.sextant.ui.chart.style.BrickSize;
import io.sextant.ui.chart.style.ChartStyle;
import io.sextant.ui.theme.FocusEdge;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;

/**
 * Candles with volume, crosshair and marks. It shows a {@link CandleSeries} and follows its changes; it fetches nothing itself. All
 * methods belong to the JavaFX thread. However many bars are in sight, a frame costs about the same.
 */
public final class PriceChart extends Region {

    private final PlotFrame frame = new PlotFrame();
    private final BarStage stage = new BarStage(frame, this::refresh);
    private final DrawingHand drawingHand =
            new DrawingHand(frame, this::refresh, text -> words().ask(text, frame, this::requestFocus));
    private final WordsField words = new WordsField();
    private final ChartHost host = new ChartHost(frame, PlotLayer.all(), this::updateOverlay, this::afterLayout);
    private final ChartOverlay overlay = new ChartOverlay(frame, this::showLive);
    private final ChartCrosshair crosshair = new ChartCrosshair(frame, overlay);
    private final OrderHand orderHand = new OrderHand(frame, this::refresh);
    private final FillHand fillHand = new FillHand(frame);
    private final Runnable redrawListener = this::refresh;

    private String title = "";
    private ChartStatus status = ChartStatus.NO_DATA;
    private Locale locale = Locale.getDefault();
    private ZoneId zone = ZoneId.systemDefault();
    private Timeframe timeframe = Timeframe.M1;
    private int priceDecimals = 2;
    private BiConsumer<Study, Double> paneShareWanted = (study, share) -> {};
    private LongConsumer historyWanted = timeNanos -> {};
    private long historyAskedBeforeNanos = Long.MAX_VALUE;
    private double overlayWidth;
    private double overlayHeight;

    public PriceChart() {
        getStyleClass().add("price-chart");
        setAccessibleRole(AccessibleRole.NODE);
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        setMinSize(120, 90);
        setPrefSize(800, 480);
        getChildren().addAll(host.region(), overlay, words, new FocusEdge(this));
        new ChartInput(
                this,
                frame,
                List.of(
                        new PaneHand(frame, (study, share) -> paneShareWanted.accept(study, share)),
                        fillHand,
                        orderHand,
                        drawingHand));
        reformat();
        setPalette(ChartPalette.LIGHT);
    }

    /** Shows other bars, from their newest on, and lets go of those shown before. */
    public void setSeries(CandleSeries series) {
        historyAskedBeforeNanos = Long.MAX_VALUE;
        stage.setSeries(series);
    }

    /** How bars are drawn or what is made of them; {@code brick} is for Renko only. */
    public void setStyle(ChartStyle style, BrickSize brick) {
        stage.setStyle(style, brick);
    }

    /** Whether equal ratios take equal heights; prices at or below zero are drawn as ever. */
    public void setLogScale(boolean on) {
        frame.logScale = on;
        refresh();
    }

    /** What is drawn on this chart; the reader's changes go into it. */
    public void setDrawings(DrawingBook book) {
        frame.drawings.removeListener(redrawListener);
        frame.drawings = book;
        frame.drawn = Optional.empty();
        book.addListener(redrawListener);
        refresh();
    }

    private WordsField words() {
        return words;
    }

    public DrawingBook getDrawings() {
        return frame.drawings;
    }

    /** The lines of working orders, those being dragged at their old price. */
    public List<OrderLine> getOrderLines() {
        return frame.orders;
    }

    /** Where a price stands, in this chart's own pixels. */
    public double yOf(double price) {
        return frame.priceScale.y(price);
    }

    /** Where the newest drawn mark is that tells of this, in this chart's own pixels. */
    public Point2D markSpot(String told) {
        return frame.markSpots.stream()
                .filter(spot -> spot.text().contains(told))
                .map(spot -> new Point2D(spot.x(), spot.y()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** The tool that the next press draws with; empty to choose and move instead. */
    public ObjectProperty<Optional<DrawingTool>> toolProperty() {
        return drawingHand.tool();
    }

    /** Other instruments beside this one, all in percent from the first bar in sight. */
    public void setComparisons(List<Comparison> others) {
        frame.comparisons.forEach(plot -> plot.comparison.bars().removeListener(redrawListener));
        frame.comparisons = others.stream().map(ComparisonPlot::new).toList();
        frame.comparisons.forEach(plot -> plot.comparison.bars().addListener(redrawListener));
        refresh();
    }

    /** The market's own bars, whatever is made of them. */
    public CandleSeries getSeries() {
        return stage.styled().source();
    }

    /** What stands before the figures at the top left, such as "BTC-USDT · 1m". */
    public void setTitle(String text) {
        title = text;
        refresh();
    }

    public String getTitle() {
        return title;
    }

    /** Decimals of the instrument's tick. */
    public void setPriceDecimals(int decimals) {
        priceDecimals = decimals;
        reformat();
    }

    public void setTimeframe(Timeframe barLength) {
        timeframe = barLength;
        reformat();
    }

    /** Language of words, numbers and dates. */
    public void setLocale(Locale language) {
        locale = language;
        reformat();
    }

    /** Zone of the times shown; bars of a day and longer are always labelled in UTC. */
    public void setZone(ZoneId readerZone) {
        zone = readerZone;
        reformat();
    }

    public void setPalette(ChartPalette palette) {
        frame.palette = palette;
        setBackground(Background.fill(palette.background()));
        overlay.restyle();
        refresh();
    }

    /** What to say while there are no bars. */
    public void setStatus(ChartStatus newStatus) {
        status = newStatus;
        refresh();
    }

    public void setOrderLines(List<OrderLine> orders) {
        frame.orders = List.copyOf(orders);
        refresh();
    }

    public void setFills(List<FillMark> fills) {
        frame.fills = List.copyOf(fills);
        refresh();
    }

    /** Indicators over the bars, drawn and listed in this order. */
    public void setStudies(List<Study> shown) {
        stage.studies().show(shown);
        refresh();
    }

    /** Whether a study still waits for its values. */
    public boolean isComputing() {
        return stage.studies().isComputing() || stage.patterns().isComputing();
    }

    /** Whether candle and chart patterns are shown, and in which words. */
    public void setPatterns(boolean shown, PatternWords inWords) {
        frame.patternWords = inWords;
        stage.patterns().show(shown);
        refresh();
    }

    /** Told when the reader drags the border of a study's pane: what share of the height it is to have. */
    public void setOnPaneShare(BiConsumer<Study, Double> action) {
        paneShareWanted = action;
    }

    /** Whether the volume by price of the bars in sight is shown at the side. */
    public void setProfileShown(boolean shown) {
        frame.profileShown = shown;
        refresh();
    }

    public void setNews(List<NewsMark> headlines) {
        frame.news = headlines.stream()
                .sorted(Comparator.comparingLong(NewsMark::timeNanos))
                .toList();
        refresh();
    }

    /** Times whose bars are not to be trusted. */
    public void setDoubts(List<TimeBand> bands) {
        frame.doubts = List.copyOf(bands);
        refresh();
    }

    /** Times that a person marked. */
    public void setEvents(List<TimeBand> bands) {
        frame.events = List.copyOf(bands);
        refresh();
    }

    /** Marks of later times are not shown, as in a replay; {@link Long#MAX_VALUE} shows all. */
    public void setShownUntil(long timeNanos) {
        frame.shownUntilNanos = timeNanos;
        refresh();
    }

    /** The grid that dragged orders move on, and the smallest brick. */
    public void setTick(double tick) {
        frame.tick = tick;
        stage.styled().setTick(tick);
    }

    /** Told where an order's line was let go; the line stays there until {@link #endOrderDrag()}. */
    public void setOnOrderDragged(OrderDragged action) {
        orderHand.setListener(action);
    }

    /** Told whose fill was clicked. */
    public void setOnFillClicked(FillClicked action) {
        fillHand.setListener(action);
    }

    public void endOrderDrag() {
        orderHand.end();
    }

    /** Told the moment and the price under the mouse, and when it leaves. */
    public void setOnCrosshair(CrosshairListener action) {
        crosshair.setListener(action);
    }

    /** The moment under the mouse in another chart, and the price where that means something here. */
    public void showLinkedCrosshair(OptionalLong timeNanos, OptionalDouble price) {
        crosshair.link(timeNanos, price);
    }

    /** The time in the middle of the bars in sight. */
    public long middleNanos() {
        return frame.timeAt((frame.view.x(frame.view.firstVisible()) + frame.view.x(frame.view.endVisible())) / 2);
    }

    /** Puts a moment in the middle, at the zoom there is. */
    public void showTime(long timeNanos) {
        frame.view.showUntil(frame.positionOf(timeNanos) + frame.view.width() / frame.view.pixelsPerBar() / 2);
        viewChanged();
    }

    /** A short text under the last price, such as the time to the end of the bar; empty for none. */
    public void setCountdown(String text) {
        if (!text.equals(frame.countdown)) {
            frame.countdown = text;
            refresh();
        }
    }

    /**
     * Called with the time of the oldest bar when the reader comes near it, once for each oldest bar. The answer goes to {@link
     * CandleSeries#prepend}.
     */
    public void setOnHistoryWanted(LongConsumer action) {
        historyWanted = action;
    }

    /** The bar under the mouse; {@link Integer#MIN_VALUE} when there is none. */
    public ReadOnlyIntegerProperty hoveredIndexProperty() {
        return crosshair.hoveredIndexProperty();
    }

    /** What is in sight; to be changed by the methods of this class only. */
    public ChartViewport viewport() {
        return frame.view;
    }

    /** Back to the newest bar; the chart follows the market from there. */
    public void showLive() {
        frame.view.showLive();
        viewChanged();
    }

    /** Puts the bars of {@code [from, to)} in sight, as far as the limits of zooming allow. */
    public void showBars(int from, int to) {
        frame.view.showRange(from, to);
        viewChanged();
    }

    public void showAll() {
        frame.view.showAll();
        viewChanged();
    }

    public void panPixels(double pixels) {
        frame.view.panPixels(pixels);
        viewChanged();
    }

    /** Greater than 1 to come closer; the bar under the mouse, else the newest one in sight, stays where it is. */
    public void zoom(double factor) {
        frame.view.zoom(factor, crosshair.anchorX());
        viewChanged();
    }

    ChartCrosshair crosshair() {
        return crosshair;
    }

    void viewChanged() {
        refresh();
        CandleSeries source = stage.styled().source();
        boolean nearOldest = frame.hasBars()
                && frame.view.firstVisible() - frame.view.width() / frame.view.pixelsPerBar() < frame.bars.firstIndex();
        if (nearOldest && source.openTimeNanos(source.firstIndex()) < historyAskedBeforeNanos) {
            historyAskedBeforeNanos = source.openTimeNanos(source.firstIndex());
            historyWanted.accept(historyAskedBeforeNanos);
        }
    }

    private void reformat() {
        frame.formats = new ChartFormats(locale, zone, timeframe, priceDecimals);
        setAccessibleText(frame.formats.text("accessible.chart"));
        overlay.restyle();
        refresh();
    }

    /** Has the next pulse draw; any number of changes between two pulses is one frame. */
    private void refresh() {
        host.redraw();
    }

    /** The layout may have changed the size that the overlay was placed for. */
    private void afterLayout() {
        if (frame.width() != overlayWidth || frame.height() != overlayHeight) {
            updateOverlay();
        }
    }

    private void updateOverlay() {
        overlayWidth = frame.width();
        overlayHeight = frame.height();
        overlay.update(stage.styled().isWaiting() ? ChartStatus.LOADING : status, title, overlayWidth, overlayHeight);
        crosshair.update();
    }

    @Override
    protected void layoutChildren() {
        host.region().resizeRelocate(0, 0, getWidth(), getHeight());
        overlay.resizeRelocate(0, 0, getWidth(), getHeight());
        refresh();
    }
}
