package io.sextant.ui.chart;

import io.sextant.domain.market.Side;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** The line at the last price, working orders as lines with a label, fills as arrows, those of a backtest hollow. */
final class MarksLayer implements PlotLayer {

    private static final double DASH = 3;
    private static final double CHIP_HEIGHT = 18;
    private static final double ARROW = 5;
    private static final double ARROW_GAP = 4;
    private static final double TESTED_LINE = 1.5;

    private final double[] arrowX = new double[3];
    private final double[] arrowY = new double[3];
    private final TextRuler ruler = new TextRuler();

    @Override
    public void draw(GraphicsContext gc, PlotFrame frame) {
        if (!frame.hasBars()) {
            return;
        }
        drawLastPrice(gc, frame);
        drawFills(gc, frame);
        for (OrderLine order : frame.orders) {
            if (frame.dragged.filter(moved -> moved.id().equals(order.id())).isEmpty()) {
                drawOrder(gc, frame, order, order.text());
            }
        }
        frame.dragged.ifPresent(
                order -> drawOrder(gc, frame, order, order.text() + " \u2192 " + frame.formats.price(order.price())));
    }

    static Color colour(ChartPalette palette, Side side) {
        return side == Side.BUY ? palette.buy() : palette.sell();
    }

    private static void drawLastPrice(GraphicsContext gc, PlotFrame frame) {
        double y = Math.floor(frame.priceScale.y(frame.lastPrice()));
        if (y >= 0 && y < frame.priceHeight()) {
            gc.setFill(frame.palette.of(frame.lastRises()));
            for (double x = 0; x < frame.width(); x += 2 * DASH) {
                gc.fillRect(x, y, DASH, 1);
            }
        }
    }

    private void drawOrder(GraphicsContext gc, PlotFrame frame, OrderLine order, String text) {
        double y = Math.floor(frame.priceScale.y(order.price()));
        if (y < 0 || y >= frame.priceHeight()) {
            return;
        }
        Color colour = colour(frame.palette, order.side());
        double textWidth = ruler.width(text, ChartFonts.PLAIN);
        double chipWidth = Math.ceil(textWidth) + 14;
        double chipX = Math.floor(frame.width() - chipWidth - 12);
        double chipY = y - CHIP_HEIGHT / 2;
        gc.setFill(colour);
        gc.fillRect(0, y, frame.width(), 1);
        gc.setFill(frame.palette.background());
        gc.fillRoundRect(chipX, chipY, chipWidth, CHIP_HEIGHT, 6, 6);
        gc.setStroke(colour);
        gc.setLineWidth(1);
        gc.strokeRoundRect(chipX + 0.5, chipY + 0.5, chipWidth - 1, CHIP_HEIGHT - 1, 6, 6);
        gc.setFill(colour);
        gc.setFont(ChartFonts.PLAIN);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(text, chipX + 7, y + 0.5);
    }

    private void drawFills(GraphicsContext gc, PlotFrame frame) {
        int from = frame.view.firstVisible();
        int end = frame.view.endVisible();
        if (from >= end) {
            return;
        }
        long fromNanos = frame.bars.openTimeNanos(from);
        for (FillMark fill : frame.fills) {
            if (fill.timeNanos() >= fromNanos && fill.timeNanos() <= frame.shownUntilNanos) {
                int index = frame.bars.indexAtOrAfter(fill.timeNanos() + 1) - 1;
                if (index < end) {
                    drawFill(gc, frame, fill, index);
                }
            }
        }
    }

    private void drawFill(GraphicsContext gc, PlotFrame frame, FillMark fill, int index) {
        int slot = frame.candles.slotAt(frame.view.x(index + 0.5), frame.view.pixelsPerBar());
        double x = frame.candles.x[slot] + 0.5;
        boolean buy = fill.side() == Side.BUY;
        double tip = buy
                ? frame.priceScale.y(frame.candles.low[slot]) + ARROW_GAP
                : frame.priceScale.y(frame.candles.high[slot]) - ARROW_GAP;
        double foot = buy ? tip + 1.6 * ARROW : tip - 1.6 * ARROW;
        arrowX[0] = x;
        arrowX[1] = x - ARROW;
        arrowX[2] = x + ARROW;
        arrowY[0] = tip;
        arrowY[1] = foot;
        arrowY[2] = foot;
        Color colour = colour(frame.palette, fill.side());
        gc.setFill(colour);
        if (fill.tested()) {
            gc.setStroke(colour);
            gc.setLineWidth(TESTED_LINE);
            gc.strokePolygon(arrowX, arrowY, 3);
        } else {
            gc.fillPolygon(arrowX, arrowY, 3);
        }
        double y = Math.floor(frame.priceScale.y(fill.price()));
        gc.fillRect(x - 4.5, y, 9, 1);
        frame.markSpots.add(new MarkSpot(
                x, (tip + foot) / 2, fill.text(), Optional.of(fill.order()).filter(order -> !fill.tested())));
    }
}
