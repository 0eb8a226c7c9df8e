package io.sextant.ui.chart;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Draws the strips of prices and times beside the plot. */
final class AxisPainters {

    static final double LABEL_GAP = 8;
    static final double BADGE_HEIGHT = 18;
    private static final double COUNTDOWN_HEIGHT = 14;
    private static final double EMPHASISED_WIDTH = 30;

    private final PlotFrame frame;

    AxisPainters(PlotFrame frame) {
        this.frame = frame;
    }

    void prices(GraphicsContext gc, double width, double height) {
        frame.prepare(frame.width(), height);
        double priceHeight = frame.priceHeight();
        gc.setFill(frame.palette.border());
        gc.fillRect(0, 0, 1, height);
        if (!frame.hasBars()) {
            return;
        }
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        gc.setFont(ChartFonts.PLAIN);
        gc.setFill(frame.palette.mutedText());
        for (int i = 0; i < frame.priceTicks.count; i++) {
            double y = Math.floor(frame.priceScale.y(frame.priceTicks.value[i]));
            if (y > 6 && y < priceHeight - 6 && !isBehindBadge(y)) {
                gc.fillText(frame.priceText(frame.priceTicks.value[i]), LABEL_GAP, y + 0.5);
            }
        }
        for (OrderLine order : frame.orders) {
            badge(gc, width, priceHeight, order.price(), MarksLayer.colour(frame.palette, order.side()), "");
        }
        badge(gc, width, priceHeight, frame.lastPrice(), frame.palette.textOf(frame.lastRises()), frame.countdown);
        compared(gc, width, priceHeight);
        panes(gc, width);
    }

    private void compared(GraphicsContext gc, double width, double height) {
        for (ComparisonPlot plot : frame.comparisons) {
            double value = plot.frame.count == 0 ? Double.NaN : plot.frame.last[plot.frame.count - 1];
            if (!Double.isNaN(value)) {
                badge(gc, width, height, value, frame.palette.study(plot.comparison.colour()), "");
            }
        }
    }

    private void panes(GraphicsContext gc, double width) {
        for (StudyPlot plot : frame.studies) {
            if (plot.isBelow() && plot.height > 0) {
                gc.setFill(frame.palette.border());
                gc.fillRect(0, plot.top, width, 1);
                gc.setFont(ChartFonts.PLAIN);
                gc.setFill(frame.palette.mutedText());
                for (int i = 0; i < plot.ticks.count; i++) {
                    double y = Math.floor(plot.scale.y(plot.ticks.value[i]));
                    if (y > plot.top + 7 && y < plot.top + plot.height - 6) {
                        gc.fillText(frame.formats.tick(plot.ticks.value[i]), LABEL_GAP, y + 0.5);
                    }
                }
            }
        }
    }

    private boolean isBehindBadge(double y) {
        double reach = BADGE_HEIGHT / 2 + 5;
        double last = frame.priceScale.y(frame.lastPrice());
        double below = frame.countdown.isEmpty() ? reach : reach + COUNTDOWN_HEIGHT;
        if (y > last - reach && y < last + below) {
            return true;
        }
        for (OrderLine order : frame.orders) {
            if (Math.abs(y - frame.priceScale.y(order.price())) < reach) {
                return true;
            }
        }
        return false;
    }

    private void badge(GraphicsContext gc, double width, double height, double price, Color colour, String below) {
        double y = Math.floor(frame.priceScale.y(price));
        if (y < 0 || y >= height) {
            return;
        }
        double top = y - BADGE_HEIGHT / 2;
        gc.setFill(colour);
        gc.fillRoundRect(1, top, width - 4, below.isEmpty() ? BADGE_HEIGHT : BADGE_HEIGHT + COUNTDOWN_HEIGHT, 4, 4);
        gc.setFill(textOn(colour));
        gc.setFont(ChartFonts.BOLD);
        gc.fillText(frame.priceText(price), LABEL_GAP, y + 0.5);
        if (!below.isEmpty()) {
            gc.setFont(ChartFonts.PLAIN);
            gc.fillText(below, LABEL_GAP, y + BADGE_HEIGHT / 2 + COUNTDOWN_HEIGHT / 2 - 1);
        }
    }

    /** Dark text on light colours, else the palette's. */
    private Color textOn(Color colour) {
        double luminance = 0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue();
        return luminance > 0.55 ? Color.web("#0f141b") : frame.palette.badgeText();
    }

    void times(GraphicsContext gc, double width, double height) {
        frame.prepare(width, frame.height());
        gc.setFill(frame.palette.border());
        gc.fillRect(0, 0, width, 1);
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < frame.timeTicks.count; i++) {
            TimeTicks.Rank rank = frame.timeTicks.rank[i];
            boolean emphasised = rank.compareTo(frame.timeTicks.base) > 0;
            String label = frame.formats.tick(frame.timeTicks.timeNanos[i], rank, frame.timeTicks.showsSeconds);
            double x = frame.view.x(frame.timeTicks.index[i] + 0.5);
            if (x > EMPHASISED_WIDTH / 2 && x < width - EMPHASISED_WIDTH / 2) {
                gc.setFont(emphasised ? ChartFonts.BOLD : ChartFonts.PLAIN);
                gc.setFill(emphasised ? frame.palette.text() : frame.palette.mutedText());
                gc.fillText(label, x, height / 2 + 0.5);
            }
        }
    }
}
