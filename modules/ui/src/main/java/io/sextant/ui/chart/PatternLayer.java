package io.sextant.ui.chart;

import io.sextant.analytics.pattern.PatternHit;
import io.sextant.analytics.pattern.PatternKind.Family;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Shapes of swings as lines from turn to turn with their name where they were known, shapes of candles as small marks beside them. */
final class PatternLayer implements PlotLayer {

    /** Marks of single candles would cover each other below this. */
    private static final double CANDLE_PIXELS_MIN = 4;

    private static final double MARK = 3;
    private static final double MARK_GAP = 9;
    private static final int MOST_DRAWN = 400;

    @Override
    public void draw(GraphicsContext gc, PlotFrame frame) {
        PatternRun run = frame.patterns.run();
        if (run == null || !frame.hasBars()) {
            return;
        }
        gc.save();
        gc.beginPath();
        gc.rect(0, 0, frame.width(), frame.priceHeight());
        gc.clip();
        int end = frame.view.endVisible();
        boolean candles = frame.view.pixelsPerBar() >= CANDLE_PIXELS_MIN;
        int drawn = 0;
        for (int i = run.firstAtOrAfter(frame.view.firstVisible()); i < run.size() && drawn < MOST_DRAWN; i++) {
            PatternHit hit = run.hit(i);
            int index = run.index(hit.bar());
            if (index >= end || index >= frame.bars.endIndex() || isLater(frame, index)) {
                break;
            }
            if (hit.kind().family() == Family.SWING) {
                drawSwings(gc, frame, run, hit, index);
                drawn++;
            } else if (candles) {
                drawCandle(gc, frame, run, hit, index);
                drawn++;
            }
        }
        gc.restore();
    }

    private static boolean isLater(PlotFrame frame, int index) {
        return frame.bars.openTimeNanos(index) > frame.shownUntilNanos;
    }

    private static void drawSwings(GraphicsContext gc, PlotFrame frame, PatternRun run, PatternHit hit, int index) {
        Color colour = colour(frame.palette, hit.direction());
        gc.setStroke(colour);
        gc.setLineWidth(1.5);
        List<PatternHit.Point> points = hit.points();
        double x = 0;
        double y = 0;
        for (int i = 0; i < points.size(); i++) {
            double nextX = frame.view.x(run.index(points.get(i).bar()) + 0.5);
            double nextY = frame.priceScale.y(points.get(i).price());
            if (i > 0) {
                gc.strokeLine(x, y, nextX, nextY);
            }
            x = nextX;
            y = nextY;
        }
        double knownX = frame.view.x(index + 0.5);
        double knownY = frame.priceScale.y(frame.bars.close(index));
        gc.strokeLine(x, y, knownX, knownY);
        gc.setFill(colour);
        gc.fillOval(knownX - MARK, knownY - MARK, 2 * MARK, 2 * MARK);
        gc.setFont(ChartFonts.PLAIN);
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.setTextBaseline(hit.direction() >= 0 ? VPos.BOTTOM : VPos.TOP);
        gc.fillText(frame.patternWords.name(hit.kind()), knownX - MARK, knownY + (hit.direction() >= 0 ? -MARK : MARK));
        tell(frame, run, hit, index, knownX, knownY);
    }

    private static void drawCandle(GraphicsContext gc, PlotFrame frame, PatternRun run, PatternHit hit, int index) {
        double x = frame.view.x(index + 0.5);
        double y = hit.direction() > 0
                ? frame.priceScale.y(frame.bars.low(index)) + MARK_GAP
                : frame.priceScale.y(frame.bars.high(index)) - MARK_GAP;
        gc.setFill(colour(frame.palette, hit.direction()));
        gc.fillOval(x - MARK, y - MARK, 2 * MARK, 2 * MARK);
        tell(frame, run, hit, index, x, y);
    }

    /** Several shapes of one candle share a mark and its words. */
    private static void tell(PlotFrame frame, PatternRun run, PatternHit hit, int index, double x, double y) {
        String said = frame.patternWords.say(
                hit, frame.bars.openTimeNanos(index) + frame.formats.barNanos(), run.findEffect(hit.kind()));
        int last = frame.markSpots.size() - 1;
        if (last >= 0 && frame.markSpots.get(last).isExactlyAt(x, y)) {
            said = frame.markSpots.remove(last).text() + "\n\n" + said;
        }
        frame.markSpots.add(new MarkSpot(x, y, said));
    }

    private static Color colour(ChartPalette palette, int direction) {
        return direction > 0 ? palette.upText() : direction < 0 ? palette.downText() : palette.mutedText();
    }
}
