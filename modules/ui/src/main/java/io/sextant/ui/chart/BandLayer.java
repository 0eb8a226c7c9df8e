package io.sextant.ui.chart;

import java.util.List;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Quiet bands behind bars, with a mark at the head of each that says why. */
record BandLayer(Function<PlotFrame, List<TimeBand>> bands, Function<ChartPalette, Color> ink) implements PlotLayer {

    private static final double BAND_OPACITY = 0.10;
    private static final double HEAD_OPACITY = 0.55;
    private static final double HEAD_HEIGHT = 4;
    private static final double NARROWEST = 2;

    @Override
    public void draw(GraphicsContext gc, PlotFrame frame) {
        if (!frame.hasBars()) {
            return;
        }
        Color colour = ink.apply(frame.palette);
        double half = frame.view.pixelsPerBar() / 2;
        for (TimeBand band : bands.apply(frame)) {
            double left = Math.max(0, Math.rint(frame.xOf(band.fromNanos()) - half));
            double right =
                    Math.min(frame.width(), Math.max(left + NARROWEST, Math.rint(frame.xOf(band.toNanos()) - half)));
            if (right <= left || band.fromNanos() > frame.shownUntilNanos) {
                continue;
            }
            gc.setFill(colour.deriveColor(0, 1, 1, BAND_OPACITY));
            gc.fillRect(left, 0, right - left, frame.priceHeight());
            gc.setFill(colour.deriveColor(0, 1, 1, HEAD_OPACITY));
            gc.fillRect(left, 0, right - left, HEAD_HEIGHT);
            frame.markSpots.add(new MarkSpot((left + right) / 2, HEAD_HEIGHT, band.text()));
        }
    }
}
