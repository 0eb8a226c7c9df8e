package io.sextant.ui.chart;

import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** The line at the top left: name, open, high, low, close, change and volume of the bar under the crosshair or of the newest one. */
final class ChartLegend extends Group {

    private static final double X = 10;
    private static final double Y = 17;
    private static final double HEIGHT = 24;
    private static final double GAP = 9;
    private static final double LETTER_GAP = 3;

    private final PlotFrame frame;
    private final Rectangle veil = new Rectangle();
    private final Text title = ChartOverlay.text("chart-legend-title");
    private final Text[] letters = new Text[5];
    private final Text[] values = {
        ChartOverlay.text("chart-legend-open"),
        ChartOverlay.text("chart-legend-high"),
        ChartOverlay.text("chart-legend-low"),
        ChartOverlay.text("chart-legend-close"),
        ChartOverlay.text("chart-legend-volume")
    };
    private final Text change = ChartOverlay.text("chart-legend-change");
    private final Text note = ChartOverlay.text("chart-legend-note");

    ChartLegend(PlotFrame frame) {
        this.frame = frame;
        title.setFont(ChartFonts.LEGEND_BOLD);
        change.setFont(ChartFonts.LEGEND);
        note.setFont(ChartFonts.LEGEND);
        getChildren().addAll(veil, title, change, note);
        for (int i = 0; i < letters.length; i++) {
            letters[i] = ChartOverlay.text("chart-legend-letter-" + i);
            letters[i].setFont(ChartFonts.LEGEND);
            values[i].setFont(ChartFonts.LEGEND);
            getChildren().addAll(letters[i], values[i]);
        }
        veil.setArcWidth(6);
        veil.setArcHeight(6);
    }

    void restyle() {
        veil.setFill(ChartOverlay.veilOf(frame.palette.background()));
        title.setFill(frame.palette.text());
        note.setFill(frame.palette.mutedText());
        String[] keys = {"legend.open", "legend.high", "legend.low", "legend.close", "legend.volume"};
        for (int i = 0; i < letters.length; i++) {
            letters[i].setFill(frame.palette.mutedText());
            letters[i].setText(frame.formats.text(keys[i]));
        }
    }

    void setTitle(String name) {
        if (!name.equals(title.getText())) {
            title.setText(name);
            flow();
        }
    }

    void showLast() {
        if (frame.hasBars()) {
            show(frame.bars.endIndex() - 1, frame.bars.endIndex());
        } else {
            figuresVisible(false);
            flow();
        }
    }

    /** The bars of {@code [from, to)} as one; says how many when there are several. */
    void show(int from, int to) {
        var bar = frame.bars.summary(from, to);
        double before = from > frame.bars.firstIndex() ? frame.bars.close(from - 1) : bar.open();
        Color colour = frame.palette.textOf(bar.close() >= bar.open());
        double[] figures = {bar.open(), bar.high(), bar.low(), bar.close()};
        for (int i = 0; i < figures.length; i++) {
            values[i].setText(frame.formats.price(figures[i]));
            values[i].setFill(colour);
        }
        values[4].setText(frame.formats.volume(bar.volume()));
        values[4].setFill(frame.palette.text());
        change.setText(frame.formats.change(before, bar.close()));
        change.setFill(frame.palette.textOf(bar.close() >= before));
        note.setText(to - from > 1 ? frame.formats.bars(to - from) : "");
        figuresVisible(true);
        flow();
    }

    private void figuresVisible(boolean visible) {
        for (int i = 0; i < letters.length; i++) {
            letters[i].setVisible(visible);
            values[i].setVisible(visible);
        }
        change.setVisible(visible);
        note.setVisible(visible);
    }

    private void flow() {
        double x = put(title, X) + GAP;
        for (int i = 0; i < letters.length; i++) {
            if (i == 4) {
                x = put(change, x) + GAP;
            }
            x = put(letters[i], x) + LETTER_GAP;
            x = put(values[i], x) + GAP;
        }
        x = put(note, x);
        boolean anything = !title.getText().isEmpty() || values[0].isVisible();
        veil.setVisible(anything);
        veil.setX(X - 5);
        veil.setY(Y - HEIGHT / 2);
        veil.setHeight(HEIGHT);
        veil.setWidth(
                values[0].isVisible() ? x - X + 10 : title.getLayoutBounds().getWidth() + 10);
    }

    private static double put(Text text, double x) {
        text.setX(Math.rint(x));
        text.setY(Y);
        return Math.rint(x) + text.getLayoutBounds().getWidth();
    }
}
