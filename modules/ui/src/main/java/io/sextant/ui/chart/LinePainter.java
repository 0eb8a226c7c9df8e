package io.sextant.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;

/**
 * Draws lines over the slots of a frame. Where a pixel holds many bars, a column reaches from the lowest to the highest value and
 * on to where the column before it ended, so no extreme is lost and the line has no holes.
 */
final class LinePainter {

    private static final double WIDTH = 1.5;

    private double[] xs = new double[0];
    private double[] ys = new double[0];

    void line(GraphicsContext gc, PlotFrame frame, LineFrame line, ValueScale scale, Color colour) {
        if (frame.candles.dense) {
            columns(gc, frame, line, scale, colour);
        } else {
            points(gc, frame, line, scale, colour);
        }
    }

    private void points(GraphicsContext gc, PlotFrame frame, LineFrame line, ValueScale scale, Color colour) {
        if (xs.length < line.count) {
            xs = new double[line.count];
            ys = new double[line.count];
        }
        gc.setStroke(colour);
        gc.setLineWidth(WIDTH);
        gc.setLineJoin(StrokeLineJoin.ROUND);
        int held = 0;
        for (int i = 0; i < line.count; i++) {
            if (Double.isNaN(line.last[i])) {
                stroke(gc, held);
                held = 0;
            } else {
                xs[held] = frame.candles.x[i] + 0.5;
                ys[held] = scale.y(line.last[i]);
                held++;
            }
        }
        stroke(gc, held);
    }

    private void stroke(GraphicsContext gc, int held) {
        if (held > 1) {
            gc.strokePolyline(xs, ys, held);
        } else if (held == 1) {
            gc.strokeLine(xs[0] - 1, ys[0], xs[0] + 1, ys[0]);
        }
    }

    private static void columns(GraphicsContext gc, PlotFrame frame, LineFrame line, ValueScale scale, Color colour) {
        gc.setFill(colour);
        double before = Double.NaN;
        for (int i = 0; i < line.count; i++) {
            double low = line.min[i];
            double high = line.max[i];
            if (!Double.isNaN(low)) {
                boolean joined = !Double.isNaN(before) && !Double.isNaN(line.first[i]);
                double top = Math.floor(scale.y(joined ? Math.max(high, before) : high));
                double bottom = Math.floor(scale.y(joined ? Math.min(low, before) : low)) + 1;
                gc.fillRect(frame.candles.x[i], top, 1, bottom - top);
            }
            before = line.last[i];
        }
    }

    /** Columns up from zero in the colour of rising prices and down from it in that of falling ones. */
    void histogram(GraphicsContext gc, PlotFrame frame, LineFrame line, ValueScale scale) {
        histogramOf(gc, frame, line, scale, true);
        histogramOf(gc, frame, line, scale, false);
    }

    private static void histogramOf(
            GraphicsContext gc, PlotFrame frame, LineFrame line, ValueScale scale, boolean rising) {
        gc.setFill(frame.palette.of(rising).deriveColor(0, 1, 1, 0.55));
        double zero = Math.floor(scale.y(0));
        int width = frame.candles.bodyWidth;
        for (int i = 0; i < line.count; i++) {
            double reach = rising ? line.max[i] : line.min[i];
            if (rising ? reach > 0 : reach < 0) {
                double y = Math.floor(scale.y(reach));
                double top = Math.min(y, zero);
                gc.fillRect(frame.candles.x[i] - width / 2, top, width, Math.max(1, Math.abs(zero - y)));
            }
        }
    }
}
