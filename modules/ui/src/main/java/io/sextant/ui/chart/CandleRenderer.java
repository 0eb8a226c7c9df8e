package io.sextant.ui.chart;

import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.renderer.spi.AbstractRenderer;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/**
 * Draws the layers of a {@link PlotFrame} on the canvas of a ChartFX chart. It has no ChartFX data sets: those are read point by
 * point, and ChartFX's own candle renderer draws every bar however many share a pixel.
 */
final class CandleRenderer extends AbstractRenderer<CandleRenderer> {

    private final PlotFrame frame;
    private final List<PlotLayer> layers;
    private final Runnable beforeLayout;
    private final Runnable afterLayout;

    CandleRenderer(PlotFrame frame, List<PlotLayer> layers, Runnable beforeLayout, Runnable afterLayout) {
        this.frame = frame;
        this.layers = layers;
        this.beforeLayout = beforeLayout;
        this.afterLayout = afterLayout;
    }

    @Override
    protected CandleRenderer getThis() {
        return this;
    }

    @Override
    public void updateAxisRange(Axis axis, AxisRange range) {
        // The axes follow the viewport.
    }

    @Override
    public void runPreLayout() {
        beforeLayout.run();
    }

    @Override
    public void runPostLayout() {
        afterLayout.run();
    }

    @Override
    public void render() {
        Canvas canvas = getChart().getCanvas();
        frame.prepare(canvas.getWidth(), canvas.getHeight());
        GraphicsContext gc = canvas.getGraphicsContext2D();
        frame.markSpots.clear();
        for (PlotLayer layer : layers) {
            layer.draw(gc, frame);
        }
    }
}
