package io.sextant.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Volume as translucent columns behind the candles, at the foot of the pane. */
final class VolumeLayer implements PlotLayer {

    private static final double OPACITY = 0.28;

    @Override
    public void draw(GraphicsContext gc, PlotFrame frame) {
        drawOf(gc, frame, true);
        drawOf(gc, frame, false);
    }

    /** One colour at a time: changing the paint between rectangles costs more than the rectangles. */
    private static void drawOf(GraphicsContext gc, PlotFrame frame, boolean rising) {
        CandleFrame candles = frame.candles;
        Color colour = frame.palette.of(rising);
        gc.setFill(Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), OPACITY));
        int width = candles.bodyWidth;
        int half = width / 2;
        double bottom = frame.priceHeight();
        for (int i = 0; i < candles.count; i++) {
            if (candles.close[i] >= candles.open[i] == rising && candles.volume[i] > 0) {
                double top = Math.min(bottom - 1, Math.floor(frame.volumeScale.y(candles.volume[i])));
                gc.fillRect(candles.x[i] - half, top, width, bottom - top);
            }
        }
    }
}
