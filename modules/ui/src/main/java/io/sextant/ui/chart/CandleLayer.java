package io.sextant.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Candles, or, where a pixel holds many bars, one column a pixel: the whole range from lowest to highest in a lighter tone and from
 * the first open to the last close in the full one. Everything is rectangles on whole pixels, which need no anti-aliasing.
 */
final class CandleLayer implements PlotLayer {

    private static final double RANGE_OPACITY = 0.55;

    @Override
    public void draw(GraphicsContext gc, PlotFrame frame) {
        drawOf(gc, frame, true);
        drawOf(gc, frame, false);
    }

    private static void drawOf(GraphicsContext gc, PlotFrame frame, boolean rising) {
        Color colour = frame.palette.of(rising);
        gc.setFill(frame.candles.dense ? frame.palette.background().interpolate(colour, RANGE_OPACITY) : colour);
        drawRanges(gc, frame, rising);
        gc.setFill(colour);
        drawBodies(gc, frame, rising);
    }

    private static void drawRanges(GraphicsContext gc, PlotFrame frame, boolean rising) {
        CandleFrame candles = frame.candles;
        for (int i = 0; i < candles.count; i++) {
            if (candles.close[i] >= candles.open[i] == rising) {
                double top = Math.floor(frame.priceScale.y(candles.high[i]));
                double bottom = Math.floor(frame.priceScale.y(candles.low[i])) + 1;
                gc.fillRect(candles.x[i], top, 1, bottom - top);
            }
        }
    }

    private static void drawBodies(GraphicsContext gc, PlotFrame frame, boolean rising) {
        CandleFrame candles = frame.candles;
        int width = candles.bodyWidth;
        int half = width / 2;
        for (int i = 0; i < candles.count; i++) {
            if (candles.close[i] >= candles.open[i] == rising) {
                double upper = Math.floor(frame.priceScale.y(Math.max(candles.open[i], candles.close[i])));
                double lower = Math.floor(frame.priceScale.y(Math.min(candles.open[i], candles.close[i]))) + 1;
                gc.fillRect(candles.x[i] - half, upper, width, lower - upper);
            }
        }
    }
}
