package io.sextant.ui.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.fair_acc.dataset.events.ChartBits;
import java.util.List;
import javafx.scene.layout.Region;

/** The ChartFX chart that the plot lives in: its canvas and its axes are used, its own drawing and mouse handling are not. */
final class ChartHost {

    private static final double PRICE_AXIS_WIDTH_MIN = 56;
    private static final double TIME_AXIS_HEIGHT = 26;

    private final PlotFrame frame;
    private final StripAxis timeAxis;
    private final StripAxis priceAxis;
    private final XYChart chart;
    private final TextRuler ruler = new TextRuler();

    ChartHost(PlotFrame frame, List<PlotLayer> layers, Runnable beforeLayout, Runnable afterLayout) {
        this.frame = frame;
        AxisPainters painters = new AxisPainters(frame);
        timeAxis = new StripAxis(Side.BOTTOM, TIME_AXIS_HEIGHT, painters::times);
        priceAxis = new StripAxis(Side.RIGHT, PRICE_AXIS_WIDTH_MIN, painters::prices);
        chart = new XYChart(timeAxis, priceAxis);
        priceAxis.setSide(Side.RIGHT);
        Runnable prepare = () -> {
            frame.prepare(chart.getCanvas().getWidth(), chart.getCanvas().getHeight());
            fitPriceAxis();
            beforeLayout.run();
        };
        chart.getRenderers().setAll(List.of(new CandleRenderer(frame, layers, prepare, afterLayout)));
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

    Region region() {
        return chart;
    }

    /** Has the next pulse draw; any number of changes between two pulses is one frame. */
    void redraw() {
        frame.markStale();
        timeAxis.redraw();
        priceAxis.redraw();
        chart.fireInvalidated(ChartBits.ChartCanvas);
    }

    private void fitPriceAxis() {
        if (!frame.hasBars()) {
            return;
        }
        double widest = width(frame.priceText(Math.max(frame.priceScale.value(0), frame.lastPrice())));
        for (StudyPlot plot : frame.studies) {
            for (int i = 0; plot.isBelow() && i < plot.ticks.count; i++) {
                widest = Math.max(widest, width(frame.formats.tick(plot.ticks.value[i])));
            }
        }
        double wanted = Math.ceil(widest) + 2 * AxisPainters.LABEL_GAP + 2;
        priceAxis.setThickness(Math.max(PRICE_AXIS_WIDTH_MIN, wanted));
    }

    private double width(String label) {
        return ruler.width(label.replaceAll("\\d", "0"), ChartFonts.BOLD);
    }
}
