package io.sextant.ui.chart;

import io.sextant.ui.chart.drawing.Anchor;
import io.sextant.ui.chart.drawing.Drawing;

/** A drawing in pixels of the frame at hand: its points, and what of it lies under the mouse. */
final class DrawingShape {

    static final double[] FIBONACCI = {0, 0.236, 0.382, 0.5, 0.618, 0.786, 1};
    static final double REACH_PIXELS = 5;

    /** So far the lines of a retracement reach at least. */
    private static final double FIBONACCI_WIDTH_MIN = 120;

    final Drawing drawing;
    final double x0;
    final double y0;
    final double x1;
    final double y1;

    private DrawingShape(Drawing drawing, double x0, double y0, double x1, double y1) {
        this.drawing = drawing;
        this.x0 = x0;
        this.y0 = y0;
        this.x1 = x1;
        this.y1 = y1;
    }

    static DrawingShape of(Drawing drawing, PlotFrame frame) {
        Anchor from = drawing.anchors().getFirst();
        Anchor to = drawing.anchors().getLast();
        return new DrawingShape(
                drawing,
                frame.xOf(from.timeNanos()),
                frame.priceScale.y(from.price()),
                frame.xOf(to.timeNanos()),
                frame.priceScale.y(to.price()));
    }

    double left() {
        return Math.min(x0, x1);
    }

    double right() {
        return switch (drawing.tool()) {
            case FIBONACCI -> Math.max(Math.max(x0, x1), left() + FIBONACCI_WIDTH_MIN);
            case TREND_LINE, HORIZONTAL_LINE, RECTANGLE, TEXT, MEASURE -> Math.max(x0, x1);
        };
    }

    double top() {
        return Math.min(y0, y1);
    }

    double bottom() {
        return Math.max(y0, y1);
    }

    /** The price of a retracement's line, counted from its second point back to the first. */
    double levelPrice(double level) {
        double from = drawing.anchors().getFirst().price();
        double to = drawing.anchors().getLast().price();
        return to + (from - to) * level;
    }

    /** The point under the mouse; -1 when there is none. */
    int anchorAt(double x, double y) {
        if (near(x - x1, y - y1)) {
            return drawing.anchors().size() - 1;
        }
        return near(x - x0, y - y0) ? 0 : -1;
    }

    /** Whether the drawing can be taken hold of here. {@code textWidth} and {@code textHeight} are those of its words. */
    boolean isAt(double x, double y, double textWidth, double textHeight, ValueScale scale) {
        return switch (drawing.tool()) {
            case TREND_LINE -> distance(x, y) <= REACH_PIXELS;
            case HORIZONTAL_LINE -> Math.abs(y - y0) <= REACH_PIXELS;
            case RECTANGLE -> isOnBorder(x, y);
            case MEASURE -> x >= left() && x <= right() && y >= top() && y <= bottom();
            case TEXT -> x >= x0 - 4 && x <= x0 + textWidth + 14 && Math.abs(y - y0) <= textHeight / 2 + 3;
            case FIBONACCI -> {
                boolean onLine = false;
                for (double level : FIBONACCI) {
                    onLine |= Math.abs(y - scale.y(levelPrice(level))) <= REACH_PIXELS;
                }
                yield onLine && x >= left() - REACH_PIXELS && x <= right() + REACH_PIXELS;
            }
        };
    }

    private static boolean near(double dx, double dy) {
        return Math.hypot(dx, dy) <= REACH_PIXELS + 3;
    }

    private double distance(double x, double y) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.clamp(((x - x0) * dx + (y - y0) * dy) / length, 0.0, 1.0);
        return Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
    }

    private boolean isOnBorder(double x, double y) {
        boolean within = x >= left() - REACH_PIXELS
                && x <= right() + REACH_PIXELS
                && y >= top() - REACH_PIXELS
                && y <= bottom() + REACH_PIXELS;
        boolean wellInside = x > left() + REACH_PIXELS
                && x < right() - REACH_PIXELS
                && y > top() + REACH_PIXELS
                && y < bottom() - REACH_PIXELS;
        return within && !wellInside;
    }
}
