package io.sextant.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/** Headlines as diamonds at the foot of the prices; those that would cover each other share one. */
final class NewsLayer implements PlotLayer {

    private static final double SIZE = 5;
    private static final double FOOT = 10;
    private static final double SPACING_MIN = 10;

    private final double[] xs = new double[4];
    private final double[] ys = new double[4];

    @Override
    public void draw(GraphicsContext gc, PlotFrame frame) {
        if (!frame.hasBars()) {
            return;
        }
        double y = frame.priceHeight() - FOOT;
        gc.setFill(frame.palette.study(1));
        List<String> told = new ArrayList<>();
        double at = Double.NaN;
        for (NewsMark mark : frame.news) {
            double x = Math.rint(frame.xOf(mark.timeNanos()));
            if (x < 0 || x > frame.width() || mark.timeNanos() > frame.shownUntilNanos) {
                continue;
            }
            if (!told.isEmpty() && x - at > SPACING_MIN) {
                tell(frame, at, y, told);
                told.clear();
            }
            if (told.isEmpty()) {
                at = x;
                diamond(gc, x, y);
            }
            told.add(mark.text());
        }
        if (!told.isEmpty()) {
            tell(frame, at, y, told);
        }
    }

    private static void tell(PlotFrame frame, double x, double y, List<String> told) {
        frame.markSpots.add(new MarkSpot(x, y, String.join("\n", told)));
    }

    private void diamond(GraphicsContext gc, double x, double y) {
        xs[0] = x - SIZE;
        xs[1] = x;
        xs[2] = x + SIZE;
        xs[3] = x;
        ys[0] = y;
        ys[1] = y - SIZE;
        ys[2] = y;
        ys[3] = y + SIZE;
        gc.fillPolygon(xs, ys, 4);
    }
}
