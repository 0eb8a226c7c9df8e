package io.sextant.ui.chart;

import io.sextant.analytics.indicator.IndicatorKind;
import javafx.scene.canvas.GraphicsContext;

/** The studies: those on the prices over the candles, the others in their panes below, each with its grid and guides. */
final class StudyLayer implements PlotLayer {

    private static final double GUIDE_DASH = 4;

    private final LinePainter lines = new LinePainter();

    @Override
    public void draw(GraphicsContext gc, PlotFrame frame) {
        if (!frame.hasBars()) {
            return;
        }
        gc.save();
        gc.beginPath();
        gc.rect(0, 0, frame.width(), frame.priceHeight());
        gc.clip();
        for (StudyPlot plot : frame.studies) {
            if (!plot.isBelow()) {
                drawOutputs(gc, frame, plot, frame.priceScale);
            }
        }
        gc.restore();
        for (StudyPlot plot : frame.studies) {
            if (plot.isBelow() && plot.height > 0) {
                drawPane(gc, frame, plot);
            }
        }
    }

    private void drawPane(GraphicsContext gc, PlotFrame frame, StudyPlot plot) {
        gc.setFill(frame.palette.grid());
        for (int i = 0; i < plot.ticks.count; i++) {
            gc.fillRect(0, Math.floor(plot.scale.y(plot.ticks.value[i])), frame.width(), 1);
        }
        gc.setFill(frame.palette.crosshair().deriveColor(0, 1, 1, 0.6));
        for (double guide : StudyLook.of(plot.study.spec().kind()).guides()) {
            double y = Math.floor(plot.scale.y(guide));
            for (double x = 0; x < frame.width(); x += 2 * GUIDE_DASH) {
                gc.fillRect(x, y, GUIDE_DASH, 1);
            }
        }
        drawOutputs(gc, frame, plot, plot.scale);
        gc.setFill(frame.palette.border());
        gc.fillRect(0, plot.top, frame.width(), 1);
    }

    private void drawOutputs(GraphicsContext gc, PlotFrame frame, StudyPlot plot, ValueScale scale) {
        IndicatorKind kind = plot.study.spec().kind();
        for (int output = 0; output < plot.outputs(); output++) {
            if (StudyLook.isColumns(kind, output)) {
                lines.histogram(gc, frame, plot.frame(output), scale);
            }
        }
        for (int output = 0; output < plot.outputs(); output++) {
            if (!StudyLook.isColumns(kind, output)) {
                lines.line(gc, frame, plot.frame(output), scale, plot.colour(frame.palette, output));
            }
        }
    }
}
