package io.sextant.ui.chart;

import io.sextant.ui.chart.drawing.Anchor;
import io.sextant.ui.chart.drawing.Drawing;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** The reader's own drawings, the chosen one with its handles, and the one that is just being drawn. */
final class DrawingLayer implements PlotLayer {

    private static final double TINT = 0.14;
    private static final double HANDLE = 4;
    private static final double ROW = 16;

    private final TextRuler ruler = new TextRuler();

    @Override
    public void draw(GraphicsContext gc, PlotFrame frame) {
        if (!frame.hasBars() || (frame.drawings.drawings().isEmpty() && frame.drawn.isEmpty())) {
            return;
        }
        gc.save();
        gc.beginPath();
        gc.rect(0, 0, frame.width(), frame.priceHeight());
        gc.clip();
        Optional<Drawing> chosen = frame.drawings.chosen();
        for (Drawing drawing : frame.drawings.drawings()) {
            boolean beingMoved =
                    frame.drawn.filter(moved -> moved.id() == drawing.id()).isPresent();
            if (!beingMoved) {
                draw(gc, frame, drawing, chosen.equals(Optional.of(drawing)));
            }
        }
        frame.drawn.ifPresent(drawing -> draw(gc, frame, drawing, true));
        gc.restore();
    }

    private void draw(GraphicsContext gc, PlotFrame frame, Drawing drawing, boolean chosen) {
        DrawingShape shape = DrawingShape.of(drawing, frame);
        Color colour = frame.palette.study(drawing.colour());
        gc.setStroke(colour);
        gc.setLineWidth(chosen ? 2 : 1.5);
        switch (drawing.tool()) {
            case TREND_LINE -> gc.strokeLine(shape.x0, shape.y0, shape.x1, shape.y1);
            case HORIZONTAL_LINE -> horizontal(gc, frame, shape, colour);
            case RECTANGLE -> box(gc, shape, colour);
            case FIBONACCI -> fibonacci(gc, frame, shape, colour);
            case TEXT -> words(gc, frame, drawing.text(), shape.x0 + 8, shape.y0, colour);
            case MEASURE -> measure(gc, frame, shape);
        }
        if (chosen) {
            handle(gc, frame, shape.x0, shape.y0, colour);
            if (drawing.tool().anchors() > 1) {
                handle(gc, frame, shape.x1, shape.y1, colour);
            }
        }
    }

    private void horizontal(GraphicsContext gc, PlotFrame frame, DrawingShape shape, Color colour) {
        gc.strokeLine(0, Math.floor(shape.y0) + 0.5, frame.width(), Math.floor(shape.y0) + 0.5);
        String label = frame.priceText(shape.drawing.anchors().getFirst().price());
        words(gc, frame, label, 10, shape.y0 - ROW / 2 - 2, colour);
    }

    private static void box(GraphicsContext gc, DrawingShape shape, Color colour) {
        gc.setFill(colour.deriveColor(0, 1, 1, TINT));
        gc.fillRect(shape.left(), shape.top(), shape.right() - shape.left(), shape.bottom() - shape.top());
        gc.strokeRect(shape.left(), shape.top(), shape.right() - shape.left(), shape.bottom() - shape.top());
    }

    private void fibonacci(GraphicsContext gc, PlotFrame frame, DrawingShape shape, Color colour) {
        gc.setLineWidth(1);
        double labelled = Double.NaN;
        for (double level : DrawingShape.FIBONACCI) {
            double price = shape.levelPrice(level);
            double y = Math.floor(frame.priceScale.y(price)) + 0.5;
            gc.setStroke(colour);
            gc.strokeLine(shape.left(), y, shape.right(), y);
            String label = frame.formats.tick(level) + "  " + frame.formats.price(price);
            // Labels of a small retracement would cover each other.
            if (!(Math.abs(y - labelled) < ROW - 2)) {
                words(gc, frame, label, shape.right() + 6, y, colour);
                labelled = y;
            }
        }
        gc.setStroke(colour.deriveColor(0, 1, 1, 0.5));
        gc.strokeLine(shape.x0, shape.y0, shape.x1, shape.y1);
    }

    private void measure(GraphicsContext gc, PlotFrame frame, DrawingShape shape) {
        Anchor from = shape.drawing.anchors().getFirst();
        Anchor to = shape.drawing.anchors().getLast();
        Color colour = frame.palette.textOf(to.price() >= from.price());
        gc.setStroke(colour);
        gc.setLineWidth(1);
        box(gc, shape, colour);
        int bars = (int) Math.round(frame.positionOf(to.timeNanos()) - frame.positionOf(from.timeNanos()));
        String change = frame.formats.change(from.price(), to.price());
        String length = frame.formats.bars(bars) + ", " + frame.formats.duration(to.timeNanos() - from.timeNanos());
        double middle = (shape.left() + shape.right()) / 2;
        double y = shape.y1 <= shape.y0 ? shape.top() - ROW - 8 : shape.bottom() + 12;
        centred(gc, frame, change, middle, y, colour);
        centred(gc, frame, length, middle, y + ROW, colour);
    }

    private void centred(GraphicsContext gc, PlotFrame frame, String text, double middle, double y, Color colour) {
        words(gc, frame, text, middle - ruler.width(text, ChartFonts.LEGEND) / 2, y, colour);
    }

    private void words(GraphicsContext gc, PlotFrame frame, String text, double x, double y, Color colour) {
        gc.setFill(ChartOverlay.veilOf(frame.palette.background()));
        gc.fillRoundRect(x - 3, y - ROW / 2, ruler.width(text, ChartFonts.LEGEND) + 6, ROW, 4, 4);
        gc.setFill(colour);
        gc.setFont(ChartFonts.LEGEND);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(text, x, y);
    }

    private static void handle(GraphicsContext gc, PlotFrame frame, double x, double y, Color colour) {
        gc.setFill(frame.palette.background());
        gc.fillOval(x - HANDLE, y - HANDLE, 2 * HANDLE, 2 * HANDLE);
        gc.setStroke(colour);
        gc.setLineWidth(1.5);
        gc.strokeOval(x - HANDLE, y - HANDLE, 2 * HANDLE, 2 * HANDLE);
    }
}
