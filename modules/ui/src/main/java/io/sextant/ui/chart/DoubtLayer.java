package io.sextant.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** A quiet band behind the bars that are not to be trusted, with a mark at its head that says why. */
final class DoubtLayer implements PlotLayer {

    private static final double BAND_OPACITY = 0.10;
    private static final double HEAD_OPACITY = 0.55;
    private static final double HEAD_HEIGHT = 4;
    private static final double NARROWEST = 2;

    @Override
    public void draw(GraphicsContext gc, PlotFrame frame) {
        if (!frame.hasBars()) {
            return;
        }
        Color colour = frame.palette.mutedText();
        double half = frame.view.pixelsPerBar() / 2;
        for (DoubtBand band : frame.doubts) {
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
