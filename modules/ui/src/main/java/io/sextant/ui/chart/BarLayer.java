package io.sextant.ui.chart;

import javafx.scene.canvas.GraphicsContext;

/** Bars: a stroke from low to high, the open to its left and the close to its right. */
final class BarLayer implements PlotLayer {

    @Override
    public void draw(GraphicsContext gc, PlotFrame frame) {
        drawOf(gc, frame, true);
        drawOf(gc, frame, false);
    }

    private static void drawOf(GraphicsContext gc, PlotFrame frame, boolean rising) {
        CandleFrame candles = frame.candles;
        int reach = candles.bodyWidth / 2;
        gc.setFill(frame.palette.of(rising));
        for (int i = 0; i < candles.count; i++) {
            if (candles.close[i] >= candles.open[i] == rising) {
                double top = Math.floor(frame.priceScale.y(candles.high[i]));
                double bottom = Math.floor(frame.priceScale.y(candles.low[i])) + 1;
                gc.fillRect(candles.x[i], top, 1, bottom - top);
                if (reach > 0) {
                    gc.fillRect(candles.x[i] - reach, Math.floor(frame.priceScale.y(candles.open[i])), reach, 1);
                    gc.fillRect(candles.x[i] + 1, Math.floor(frame.priceScale.y(candles.close[i])), reach, 1);
                }
            }
        }
    }
}
