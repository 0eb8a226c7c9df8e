package io.sextant.ui.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.fair_acc.dataset.events.ChartBits;
import io.sextant.domain.market.Timeframe;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;

/**
 * Candles with volume, crosshair and marks. It shows a {@link CandleSeries} and follows its changes; it fetches nothing itself. All
 * methods belong to the JavaFX thread. However many bars are in sight, a frame costs about the same.
 */
public final class PriceChart extends Region {

    private static final double PRICE_AXIS_WIDTH_MIN = 56;
    private static final double TIME_AXIS_HEIGHT = 26;

    private final PlotFrame frame = new PlotFrame();
    private final AxisPainters painters = new AxisPainters(frame);
    private final StripAxis timeAxis = new StripAxis(Side.BOTTOM, TIME_AXIS_HEIGHT, painters::times);
    private final StripAxis priceAxis = new StripAxis(Side.RIGHT, PRICE_AXIS_WIDTH_MIN, painters::prices);
    private final XYChart chart = new XYChart(timeAxis, priceAxis);
    private final List<PlotLayer> layers =
            List.of(new GridLayer(), new VolumeLayer(), new CandleLayer(), new MarksLayer());
    private final ChartOverlay overlay = new ChartOverlay(frame, this::showLive);
    private final TextRuler ruler = new TextRuler();
    private final Runnable seriesListener = this::seriesChanged;
    private final ReadOnlyIntegerWrapper hoveredIndex =
            new ReadOnlyIntegerWrapper(this, "hoveredIndex", Integer.MIN_VALUE);

    private String title = "";
    private ChartStatus status = ChartStatus.NO_DATA;
    private Locale locale = Locale.getDefault();
    private ZoneId zone = ZoneId.systemDefault();
    private Timeframe timeframe = Timeframe.M1;
    private int priceDecimals = 2;
    private LongConsumer historyWanted = timeNanos -> {};
    private int historyAskedBefore = Integer.MAX_VALUE;
    private boolean hovering;
    private double mouseX;
    private double mouseY;
    private double overlayWidth;
    private double overlayHeight;

    public PriceChart() {
        getStyleClass().add("price-chart");
        setAccessibleRole(AccessibleRole.NODE);
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        setMinSize(120, 90);
        setPrefSize(800, 480);
        hostInChartFx();
        getChildren().addAll(chart, overlay);
        new ChartInput(this, frame);
        reformat();
        setPalette(ChartPalette.LIGHT);
    }

    private void hostInChartFx() {
        priceAxis.setSide(Side.RIGHT);
        chart.getRenderers().setAll(List.of(new CandleRenderer(frame, layers, this::beforeLayout, this::afterLayout)));
        chart.setLegendVisible(false);
        chart.getToolBar().setVisible(false);
        chart.getMenuPane().setTriggerDistance(0);
        chart.getGridRenderer().getHorizontalMajorGrid().setVisible(false);
        chart.getGridRenderer().getVerticalMajorGrid().setVisible(false);
        chart.getCanvas().setCache(false);
        chart.setMouseTransparent(true);
        chart.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        chart.setMinSize(0, 0);
        // Inline, because themes style these classes for JavaFX's own charts with paddings and backgrounds.
        List<Region> inner = List.of(
                chart,
                chart.getMeasurementPane(),
                chart.getTitleLegendPane(),
                chart.getAxesAndCanvasPane(),
                chart.getPlotBackground(),
                chart.getPlotForeground());
        for (Region region : inner) {
            region.setStyle(
                    "-fx-padding: 0; -fx-background-color: null; -fx-background-insets: 0; -fx-border-width: 0;");
        }
    }

    /** Shows other bars, from their newest on, and lets go of those shown before. */
    public void setSeries(CandleSeries series) {
        frame.bars.removeListener(seriesListener);
        frame.bars = series;
        series.addListener(seriesListener);
        historyAskedBefore = Integer.MAX_VALUE;
        frame.view.reset(series.firstIndex(), series.endIndex());
        refresh();
    }

    public CandleSeries getSeries() {
        return frame.bars;
    }

    /** What stands before the figures at the top left, such as "BTC-USDT · 1m". */
    public void setTitle(String text) {
        title = text;
        refresh();
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
        return hoveredIndex.getReadOnlyProperty();
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
        frame.view.zoom(factor, anchorX());
        viewChanged();
    }

    double anchorX() {
        if (hovering && mouseX < frame.width()) {
            return mouseX;
        }
        return frame.view.isLive() ? frame.view.x(frame.bars.endIndex()) : frame.width() / 2;
    }

    void hover(double x, double y) {
        hovering = true;
        mouseX = x;
        mouseY = y;
        crosshairMoved();
    }

    void endHover() {
        hovering = false;
        crosshairMoved();
    }

    /** While a redraw is due, the frame at hand may show other bars: the redraw then sets the crosshair. */
    private void crosshairMoved() {
        if (!frame.isStale()) {
            updateCrosshair();
        }
    }

    void viewChanged() {
        refresh();
        if (frame.hasBars()
                && frame.view.firstVisible() - frame.view.width() / frame.view.pixelsPerBar() < frame.bars.firstIndex()
                && frame.bars.firstIndex() < historyAskedBefore) {
            historyAskedBefore = frame.bars.firstIndex();
            historyWanted.accept(frame.bars.openTimeNanos(frame.bars.firstIndex()));
        }
    }

    private void seriesChanged() {
        frame.view.dataChanged(frame.bars.firstIndex(), frame.bars.endIndex());
        refresh();
    }

    private void reformat() {
        frame.formats = new ChartFormats(locale, zone, timeframe, priceDecimals);
        setAccessibleText(frame.formats.text("accessible.chart"));
        overlay.restyle();
        refresh();
    }

    /** Has the next pulse draw; any number of changes between two pulses is one frame. */
    private void refresh() {
        frame.markStale();
        timeAxis.redraw();
        priceAxis.redraw();
        chart.fireInvalidated(ChartBits.ChartCanvas);
    }

    private void beforeLayout() {
        frame.prepare(chart.getCanvas().getWidth(), chart.getCanvas().getHeight());
        fitPriceAxis();
        updateOverlay();
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
        overlay.update(status, title, overlayWidth, overlayHeight);
        updateCrosshair();
    }

    private void fitPriceAxis() {
        if (!frame.hasBars()) {
            return;
        }
        String widest =
                frame.formats.price(Math.max(frame.priceScale.value(0), frame.bars.close(frame.bars.endIndex() - 1)));
        double wanted =
                Math.ceil(ruler.width(widest.replaceAll("\\d", "0"), ChartFonts.BOLD)) + 2 * AxisPainters.LABEL_GAP + 2;
        double width = Math.max(PRICE_AXIS_WIDTH_MIN, wanted);
        priceAxis.setThickness(width);
    }

    private void updateCrosshair() {
        boolean inPlot = hovering
                && frame.hasBars()
                && mouseX >= 0
                && mouseX < frame.width()
                && mouseY >= 0
                && mouseY < frame.height();
        if (inPlot) {
            overlay.showCrosshair(mouseX, mouseY);
            int slot = frame.candles.slotAt(mouseX, frame.view.pixelsPerBar());
            hoveredIndex.set(slot < 0 ? Integer.MIN_VALUE : frame.candles.to[slot] - 1);
        } else {
            overlay.hideCrosshair();
            hoveredIndex.set(Integer.MIN_VALUE);
        }
    }

    @Override
    protected void layoutChildren() {
        chart.resizeRelocate(0, 0, getWidth(), getHeight());
        overlay.resizeRelocate(0, 0, getWidth(), getHeight());
        refresh();
    }
}
