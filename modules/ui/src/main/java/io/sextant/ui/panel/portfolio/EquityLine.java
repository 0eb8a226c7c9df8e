package io.sextant.ui.panel.portfolio;

import io.sextant.domain.request.EquityCurve;
import io.sextant.ui.chart.ChartPalette;
import io.sextant.ui.i18n.Texts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** The equity curve: a line over time, round values at the right, times below, and the value under the mouse. */
final class EquityLine extends Region {

    private static final double TIME_AXIS_HEIGHT = 22;
    private static final double LABEL_GAP = 6;
    private static final double TOP = 10;
    private static final double VALUE_SPACING = 36;
    private static final double TIME_SPACING = 110;
    private static final Font FONT = Font.font("Roboto", 11);
    private static final long NANOS = 1_000_000_000L;

    private final Canvas canvas = new Canvas();
    private final Texts texts;
    private final ObservableValue<ChartPalette> palette;
    private final ObservableValue<EquityCurve> curve;
    private final Text ruler = new Text();
    private double mouseX = Double.NaN;

    EquityLine(ObservableValue<EquityCurve> curve, Texts texts, ObservableValue<ChartPalette> palette) {
        this.curve = curve;
        this.texts = texts;
        this.palette = palette;
        setId("equity-line");
        getStyleClass().add("equity-line");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(160, 90);
        setPrefSize(380, 200);
        canvas.setManaged(false);
        getChildren().add(canvas);
        ruler.setFont(FONT);
        curve.addListener(change -> requestLayout());
        palette.addListener(change -> requestLayout());
        texts.figuresProperty().addListener(change -> requestLayout());
        setOnMouseMoved(moved -> hover(moved.getX()));
        setOnMouseExited(exited -> hover(Double.NaN));
    }

    private void hover(double x) {
        mouseX = x;
        requestLayout();
    }

    /** One drawing a pulse, however many points came. */
    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, getWidth(), getHeight());
        EquityCurve points = curve.getValue();
        if (points.size() < 2) {
            return;
        }
        Plot plot = new Plot(points);
        drawValues(gc, plot);
        drawTimes(gc, plot);
        drawLine(gc, plot);
        drawLast(gc, plot);
        if (mouseX >= 0 && mouseX <= plot.width) {
            drawHover(gc, plot);
        }
        describe(plot);
    }

    /** Where values and times lie on the canvas. */
    private final class Plot {
        private final EquityCurve points;
        private final double step;
        private final int decimals;
        private final double low;
        private final double high;
        private final double width;
        private final double height;
        private final long from;
        private final long to;

        Plot(EquityCurve points) {
            this.points = points;
            double least = Arrays.stream(points.equity()).min().orElse(0);
            double most = Arrays.stream(points.equity()).max().orElse(0);
            double span = Math.max(most - least, Math.max(1e-9, Math.abs(most) * 1e-6));
            height = Math.max(1, getHeight() - TIME_AXIS_HEIGHT);
            step = roundStep(span / Math.max(2, height / VALUE_SPACING));
            decimals = (int) Math.clamp(-Math.floor(Math.log10(step)), 0, 8);
            low = least - span * 0.06;
            high = most + span * 0.06;
            from = points.timeNanos()[0];
            to = points.timeNanos()[points.size() - 1];
            width = getWidth() - widthOf(texts.figures().number(most, decimals)) - 2 * LABEL_GAP;
        }

        double x(long timeNanos) {
            return to == from ? width : (timeNanos - from) / (double) (to - from) * width;
        }

        double y(double value) {
            return TOP + (high - value) / (high - low) * (height - TOP);
        }
    }

    private void drawValues(GraphicsContext gc, Plot plot) {
        gc.setFont(FONT);
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.setLineWidth(1);
        for (double value = Math.ceil(plot.low / plot.step) * plot.step; value <= plot.high; value += plot.step) {
            double y = Math.rint(plot.y(value)) + 0.5;
            gc.setStroke(palette.getValue().grid());
            gc.strokeLine(0, y, plot.width, y);
            gc.setFill(palette.getValue().mutedText());
            gc.fillText(texts.figures().number(value, plot.decimals), getWidth() - LABEL_GAP, y);
        }
    }

    private void drawTimes(GraphicsContext gc, Plot plot) {
        int labels = (int) Math.clamp(plot.width / TIME_SPACING, 2, 8);
        DateTimeFormatter format = timeFormat(plot.to - plot.from);
        gc.setFill(palette.getValue().mutedText());
        for (int i = 0; i < labels; i++) {
            double share = (i + 0.5) / labels;
            long time = plot.from + (long) ((plot.to - plot.from) * share);
            gc.setTextAlign(TextAlignment.CENTER);
            gc.fillText(format.format(instant(time)), plot.width * share, plot.height + TIME_AXIS_HEIGHT / 2);
        }
    }

    private void drawLine(GraphicsContext gc, Plot plot) {
        int size = plot.points.size();
        double[] xs = new double[size + 2];
        double[] ys = new double[size + 2];
        for (int i = 0; i < size; i++) {
            xs[i] = plot.x(plot.points.timeNanos()[i]);
            ys[i] = plot.y(plot.points.equity()[i]);
        }
        Color colour = colour(plot);
        xs[size] = xs[size - 1];
        ys[size] = plot.height;
        xs[size + 1] = 0;
        ys[size + 1] = plot.height;
        gc.setFill(new LinearGradient(
                0,
                0,
                0,
                1,
                true,
                CycleMethod.NO_CYCLE,
                new Stop(0, colour.deriveColor(0, 1, 1, 0.22)),
                new Stop(1, colour.deriveColor(0, 1, 1, 0))));
        gc.fillPolygon(xs, ys, size + 2);
        gc.setStroke(colour);
        gc.setLineWidth(1.6);
        gc.strokePolyline(xs, ys, size);
    }

    private void drawLast(GraphicsContext gc, Plot plot) {
        double last = plot.points.equity()[plot.points.size() - 1];
        String text = texts.figures().number(last, plot.decimals);
        double y = plot.y(last);
        double width = widthOf(text) + 2 * LABEL_GAP;
        gc.setFill(colour(plot));
        gc.fillRoundRect(getWidth() - width, y - 9, width, 18, 4, 4);
        gc.setFill(palette.getValue().badgeText());
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.fillText(text, getWidth() - LABEL_GAP, y);
    }

    private void drawHover(GraphicsContext gc, Plot plot) {
        long time = plot.from + (long) (mouseX / plot.width * (plot.to - plot.from));
        int index = Arrays.binarySearch(plot.points.timeNanos(), time);
        int nearest = Math.clamp(index >= 0 ? index : -index - 1, 0, plot.points.size() - 1);
        double x = plot.x(plot.points.timeNanos()[nearest]);
        double y = plot.y(plot.points.equity()[nearest]);
        gc.setStroke(palette.getValue().crosshair());
        gc.setLineWidth(1);
        gc.strokeLine(x, TOP, x, plot.height);
        gc.setFill(palette.getValue().text());
        gc.fillOval(x - 3, y - 3, 6, 6);
        gc.setTextAlign(x < plot.width / 2 ? TextAlignment.LEFT : TextAlignment.RIGHT);
        gc.fillText(
                texts.figures().dateTime(plot.points.timeNanos()[nearest]) + "   "
                        + texts.figures().number(plot.points.equity()[nearest], 2),
                x + (x < plot.width / 2 ? LABEL_GAP : -LABEL_GAP),
                TOP + 2);
    }

    private Color colour(Plot plot) {
        boolean rises =
                plot.points.equity()[plot.points.size() - 1] >= plot.points.equity()[0];
        return rises ? palette.getValue().upText() : palette.getValue().downText();
    }

    private void describe(Plot plot) {
        setAccessibleText(texts.get(
                "portfolio.curve.spoken",
                texts.figures().dateTime(plot.from),
                texts.figures().number(plot.points.equity()[0], 2),
                texts.figures().dateTime(plot.to),
                texts.figures().number(plot.points.equity()[plot.points.size() - 1], 2)));
    }

    /** The time of day for spans up to two days, else the date. */
    private DateTimeFormatter timeFormat(long spanNanos) {
        String pattern = spanNanos <= 2 * CurveRange.DAY.lengthNanos() ? "HH:mm" : "d MMM";
        return DateTimeFormatter.ofPattern(pattern, texts.language().locale())
                .withZone(texts.figures().zone());
    }

    /** 1, 2 or 5 times a power of ten, not below {@code wanted}. */
    static double roundStep(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double lead = wanted / power;
        if (lead <= 1) {
            return power;
        }
        if (lead <= 2) {
            return 2 * power;
        }
        return lead <= 5 ? 5 * power : 10 * power;
    }

    private double widthOf(String text) {
        ruler.setText(text);
        return Math.ceil(ruler.getLayoutBounds().getWidth());
    }

    private static Instant instant(long timeNanos) {
        return Instant.ofEpochSecond(Math.floorDiv(timeNanos, NANOS), Math.floorMod(timeNanos, NANOS));
    }
}
