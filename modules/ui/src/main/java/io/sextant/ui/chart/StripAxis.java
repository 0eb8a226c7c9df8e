package io.sextant.ui.chart;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.fair_acc.dataset.events.ChartBits;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import javafx.scene.canvas.GraphicsContext;

/**
 * A ChartFX axis that takes part in the chart's layout and redrawing and leaves its face to a painter: ChartFX's own ticks know
 * neither bars without time between them nor the tick size of an instrument.
 */
final class StripAxis extends DefaultNumericAxis {

    /** Draws the strip of an axis. */
    interface Painter {
        void paint(GraphicsContext gc, double width, double height);
    }

    private final Painter painter;
    private double thickness;

    StripAxis(Side side, double thickness, Painter painter) {
        super(0, 1, 1);
        this.painter = painter;
        this.thickness = thickness;
        setSide(side);
        setAutoRanging(false);
        setAxisPadding(0);
        setName("");
        getCanvas().setCache(false);
    }

    double thickness() {
        return thickness;
    }

    /** To be called before the layout of a pulse. */
    void setThickness(double pixels) {
        if (pixels != thickness) {
            thickness = pixels;
            requestAxisLayout();
        }
    }

    void redraw() {
        fireInvalidated(ChartBits.AxisCanvas);
    }

    @Override
    protected boolean isTickLabelsVisible() {
        return false;
    }

    @Override
    protected boolean isTickMarkVisible() {
        return false;
    }

    @Override
    protected double computePrefWidth(double height) {
        return thickness;
    }

    @Override
    protected double computePrefHeight(double width) {
        return thickness;
    }

    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList tickValues) {
        // The painter has ticks of its own.
    }

    @Override
    protected void calculateMinorTickValues(DoubleArrayList tickValues) {
        // The painter has ticks of its own.
    }

    @Override
    public void drawAxis(GraphicsContext gc, double width, double height) {
        painter.paint(gc, width, height);
    }
}
