package io.sextant.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** One line for each study, in its pane or under the legend of the prices: its name and its values at the crosshair. */
final class StudyLegend extends Group {

    private static final double X = 10;
    private static final double FIRST_Y = 41;
    private static final double PANE_Y = 14;
    private static final double ROW = 20;
    private static final double GAP = 7;

    private final PlotFrame frame;
    private final List<Row> rows = new ArrayList<>();

    StudyLegend(PlotFrame frame) {
        this.frame = frame;
    }

    /** Shows the values at the bar {@code index}. */
    void show(int index) {
        int wanted = frame.comparisons.size() + frame.studies.size();
        while (rows.size() > wanted) {
            getChildren().remove(rows.removeLast().group);
        }
        while (rows.size() < wanted) {
            Row row = new Row(rows.size());
            rows.add(row);
            getChildren().add(row.group);
        }
        double y = FIRST_Y;
        rows.forEach(row -> row.group.setVisible(frame.hasBars()));
        for (int i = 0; i < frame.comparisons.size(); i++) {
            rows.get(frame.studies.size() + i).show(frame.comparisons.get(i), index, y);
            y += ROW;
        }
        for (int i = 0; i < frame.studies.size(); i++) {
            StudyPlot plot = frame.studies.get(i);
            if (plot.isBelow()) {
                rows.get(i).show(plot, index, plot.top + PANE_Y);
            } else {
                rows.get(i).show(plot, index, y);
                y += ROW;
            }
        }
    }

    private final class Row {
        private final int number;
        private final Group group = new Group();
        private final Rectangle veil = new Rectangle();
        private final Text name;
        private final List<Text> values = new ArrayList<>();

        Row(int number) {
            this.number = number;
            name = ChartOverlay.text("chart-study-" + number);
            name.setFont(ChartFonts.LEGEND);
            veil.setArcWidth(6);
            veil.setArcHeight(6);
            veil.setHeight(ROW - 1);
            group.getChildren().addAll(veil, name);
        }

        void show(StudyPlot plot, int index, double y) {
            values(plot.run == null ? 0 : plot.outputs());
            name.setText(plot.run == null ? plot.study.title() + " \u2026" : plot.study.title());
            name.setFill(frame.palette.mutedText());
            double x = put(name, X, y);
            for (int output = 0; output < values.size(); output++) {
                double value = plot.value(output, index);
                Text text = values.get(output);
                text.setText(say(plot, value));
                text.setFill(
                        StudyLook.isColumns(plot.study.spec().kind(), output)
                                ? frame.palette.textOf(value >= 0)
                                : plot.colour(frame.palette, output));
                x = put(text, x + GAP, y);
            }
            cover(x, y);
        }

        /** The change of a compared instrument since the first bar in sight. */
        void show(ComparisonPlot plot, int index, double y) {
            values(1);
            name.setText(plot.comparison.label());
            name.setFill(frame.palette.mutedText());
            double ratio = plot.value(index) / plot.base;
            values.getFirst().setText(Double.isNaN(ratio) ? "\u2013" : frame.formats.percent((ratio - 1) * 100));
            values.getFirst().setFill(frame.palette.study(plot.comparison.colour()));
            cover(put(values.getFirst(), put(name, X, y) + GAP, y), y);
        }

        private void values(int wanted) {
            while (values.size() > wanted) {
                group.getChildren().remove(values.removeLast());
            }
            while (values.size() < wanted) {
                Text text = ChartOverlay.text("chart-study-" + number + "-value-" + values.size());
                text.setFont(ChartFonts.LEGEND);
                values.add(text);
                group.getChildren().add(text);
            }
        }

        private void cover(double end, double y) {
            veil.setFill(ChartOverlay.veilOf(frame.palette.background()));
            veil.setX(X - 5);
            veil.setY(y - ROW / 2);
            veil.setWidth(end - X + 10);
        }

        private String say(StudyPlot plot, double value) {
            if (Double.isNaN(value)) {
                return "\u2013";
            }
            return plot.isBelow() ? frame.formats.value(value) : frame.formats.price(value);
        }

        private static double put(Text text, double x, double y) {
            text.setX(Math.rint(x));
            text.setY(Math.rint(y));
            return Math.rint(x) + text.getLayoutBounds().getWidth();
        }
    }
}
