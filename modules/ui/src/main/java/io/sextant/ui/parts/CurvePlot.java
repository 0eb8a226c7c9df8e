package io.sextant.ui.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/**
 * A few curves over a number, with axes, named places and a readout under the pointer or, with the arrow keys, under the keyboard. Its colours
 * come from the theme: a curve's style class is {@code curve-} and its name.
 */
public final class CurvePlot extends Region {

    private static final double LEFT = 62;
    private static final double RIGHT = 26;
    private static final double TOP = 36;
    private static final double BOTTOM = 24;
    private static final double X_TICK_PIXELS = 90;
    private static final double Y_TICK_PIXELS = 36;
    private static final double DOT = 3;
    private static final double MARK_LINE = 14;
    private static final double CURSOR_STEPS = 100;

    /** How the points of a curve are drawn. */
    public enum Drawn {
        LINE,
        DOTS,
        /** Filled down, or up, to zero. */
        AREA
    }

    /** Points by their x; those that are no number are left out. */
    public record Curve(String name, Drawn drawn, double[] x, double[] y) {}

    /** A place on the x axis with a name. */
    public record Mark(double x, String words) {}

    /**
     * @param readout what is said of an x
     * @param withZero whether the y axis shows zero in any case
     */
    public record Content(
            List<Curve> curves,
            List<Mark> marks,
            DoubleFunction<String> xWords,
            DoubleFunction<String> yWords,
            DoubleFunction<String> readout,
            boolean withZero) {

        public Content {
            curves = List.copyOf(curves);
            marks = List.copyOf(marks);
        }
    }

    private static final Content NOTHING = new Content(List.of(), List.of(), x -> "", y -> "", x -> "", false);

    private record Named(Label words, double x, double y) {}

    private final List<Named> named = new ArrayList<>();
    private final Label readout = new Label();
    private final Line cursor = new Line();
    private Content content = NOTHING;
    private double xLow;
    private double xHigh;
    private double yLow;
    private double yHigh;
    private double cursorAt = Double.NaN;

    public CurvePlot(String id) {
        setId(id);
        getStyleClass().add("curve-plot");
        setFocusTraversable(true);
        setMinSize(140, 120);
        setPrefSize(420, 240);
        readout.setId(id + "-readout");
        readout.getStyleClass().add("muted");
        readout.setManaged(false);
        cursor.getStyleClass().add("curve-cursor");
        cursor.setManaged(false);
        setOnMouseMoved(moved -> point(xLow + (moved.getX() - LEFT) / plotWidth() * (xHigh - xLow)));
        setOnMouseExited(left -> point(Double.NaN));
        setOnMousePressed(pressed -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        widthProperty().addListener(change -> rebuild());
        heightProperty().addListener(change -> rebuild());
    }

    public void show(Content newer) {
        content = newer;
        cursorAt = Double.NaN;
        rebuild();
    }

    /** What is said of the place under the pointer; empty when nothing is. */
    public String readout() {
        return readout.getText();
    }

    private void key(KeyEvent pressed) {
        if (pressed.isShortcutDown() || pressed.isAltDown() || xLow >= xHigh) {
            return;
        }
        double from = Double.isNaN(cursorAt) ? (xLow + xHigh) / 2 : cursorAt;
        double step = (xHigh - xLow) / CURSOR_STEPS * (pressed.isShiftDown() ? 10 : 1);
        switch (pressed.getCode()) {
            case LEFT -> point(Math.max(xLow, from - step));
            case RIGHT -> point(Math.min(xHigh, from + step));
            case HOME -> point(xLow);
            case END -> point(xHigh);
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    private void point(double x) {
        boolean inside = x >= xLow && x <= xHigh && xLow < xHigh;
        cursorAt = inside ? x : Double.NaN;
        readout.setText(inside ? content.readout().apply(x) : "");
        setAccessibleText(readout.getText());
        cursor.setVisible(inside);
        if (inside) {
            cursor.setStartX(placeX(x));
            cursor.setEndX(placeX(x));
            cursor.setStartY(TOP);
            cursor.setEndY(getHeight() - BOTTOM);
        }
        layoutReadout();
    }

    private void layoutReadout() {
        readout.resizeRelocate(LEFT, 2, Math.max(0, getWidth() - LEFT - RIGHT), 16);
    }

    private double plotWidth() {
        return Math.max(1, getWidth() - LEFT - RIGHT);
    }

    private double plotHeight() {
        return Math.max(1, getHeight() - TOP - BOTTOM);
    }

    private double placeX(double x) {
        return LEFT + (x - xLow) / (xHigh - xLow) * plotWidth();
    }

    private double placeY(double y) {
        return TOP + (yHigh - y) / (yHigh - yLow) * plotHeight();
    }

    private void rebuild() {
        measure();
        List<Node> nodes = new ArrayList<>();
        named.clear();
        if (xLow < xHigh && yLow < yHigh && getWidth() > LEFT + RIGHT && getHeight() > TOP + BOTTOM) {
            addAxes(nodes);
            for (Curve curve : content.curves()) {
                Path path = path(curve);
                path.getStyleClass().addAll("curve-" + curve.name(), style(curve.drawn()));
                path.setManaged(false);
                path.setClip(new Rectangle(LEFT - DOT, TOP - DOT, plotWidth() + 2 * DOT, plotHeight() + 2 * DOT));
                nodes.add(path);
            }
            addMarks(nodes);
        }
        nodes.add(cursor);
        nodes.add(readout);
        getChildren().setAll(nodes);
        point(cursorAt);
        requestLayout();
    }

    private static String style(Drawn drawn) {
        return switch (drawn) {
            case LINE -> "curve-line";
            case DOTS -> "curve-dots";
            case AREA -> "curve-area";
        };
    }

    private void measure() {
        xLow = Double.POSITIVE_INFINITY;
        xHigh = Double.NEGATIVE_INFINITY;
        yLow = content.withZero() ? 0 : Double.POSITIVE_INFINITY;
        yHigh = content.withZero() ? 0 : Double.NEGATIVE_INFINITY;
        for (Curve curve : content.curves()) {
            for (int i = 0; i < curve.x().length; i++) {
                if (Double.isFinite(curve.x()[i]) && Double.isFinite(curve.y()[i])) {
                    xLow = Math.min(xLow, curve.x()[i]);
                    xHigh = Math.max(xHigh, curve.x()[i]);
                    yLow = Math.min(yLow, curve.y()[i]);
                    yHigh = Math.max(yHigh, curve.y()[i]);
                }
            }
        }
        double room = yHigh > yLow ? 0.06 * (yHigh - yLow) : Math.max(1e-9, Math.abs(yHigh) * 0.1);
        yLow -= content.withZero() && yLow == 0 ? 0 : room;
        yHigh += content.withZero() && yHigh == 0 ? 0 : room;
    }

    private void addAxes(List<Node> nodes) {
        double stepY = niceStep(yHigh - yLow, plotHeight() / Y_TICK_PIXELS);
        for (double y = Math.ceil(yLow / stepY) * stepY; y <= yHigh + stepY * 1e-9; y += stepY) {
            double clean = Math.abs(y) < stepY * 1e-6 ? 0 : y;
            double at = Math.rint(placeY(clean)) + 0.5;
            nodes.add(line(LEFT, at, LEFT + plotWidth(), at, clean == 0 ? "curve-zero" : "curve-grid"));
            nodes.add(label(content.yWords().apply(clean), 0, at - 8, LEFT - 6, "curve-y"));
        }
        double stepX = niceStep(xHigh - xLow, plotWidth() / X_TICK_PIXELS);
        for (double x = Math.ceil(xLow / stepX) * stepX; x <= xHigh + stepX * 1e-9; x += stepX) {
            double clean = Math.abs(x) < stepX * 1e-6 ? 0 : x;
            double at = Math.rint(placeX(clean)) + 0.5;
            nodes.add(line(at, TOP, at, TOP + plotHeight(), "curve-grid"));
            nodes.add(label(
                    content.xWords().apply(clean),
                    at - X_TICK_PIXELS / 2,
                    getHeight() - BOTTOM + 4,
                    X_TICK_PIXELS,
                    "curve-x"));
        }
    }

    /** Names stand at the top of the plot one below the other, left of their place where there is no room to the right. */
    private void addMarks(List<Node> nodes) {
        int row = 0;
        for (Mark mark : content.marks()) {
            if (mark.x() >= xLow && mark.x() <= xHigh) {
                double at = Math.rint(placeX(mark.x())) + 0.5;
                nodes.add(line(at, TOP, at, TOP + plotHeight(), "curve-mark"));
                Label words = new Label(mark.words());
                words.getStyleClass().add("curve-mark-words");
                words.setManaged(false);
                named.add(new Named(words, at, TOP + 2 + row * MARK_LINE));
                nodes.add(words);
                row = (row + 1) % 4;
            }
        }
    }

    private Path path(Curve curve) {
        Path path = new Path();
        boolean begun = false;
        double last = 0;
        for (int i = 0; i < curve.x().length; i++) {
            if (!Double.isFinite(curve.x()[i]) || !Double.isFinite(curve.y()[i])) {
                continue;
            }
            double x = placeX(curve.x()[i]);
            double y = placeY(curve.y()[i]);
            if (curve.drawn() == Drawn.DOTS) {
                path.getElements().addAll(new MoveTo(x, y), new LineTo(x + 0.01, y));
            } else if (!begun) {
                if (curve.drawn() == Drawn.AREA) {
                    path.getElements().addAll(new MoveTo(x, placeY(0)), new LineTo(x, y));
                } else {
                    path.getElements().add(new MoveTo(x, y));
                }
            } else {
                path.getElements().add(new LineTo(x, y));
            }
            begun = true;
            last = x;
        }
        if (begun && curve.drawn() == Drawn.AREA) {
            path.getElements().add(new LineTo(last, placeY(0)));
        }
        return path;
    }

    private static Line line(double x1, double y1, double x2, double y2, String style) {
        Line line = new Line(x1, y1, x2, y2);
        line.getStyleClass().add(style);
        line.setManaged(false);
        return line;
    }

    private static Label label(String text, double x, double y, double width, String style) {
        Label label = new Label(text);
        label.getStyleClass().addAll("curve-words", style);
        label.setManaged(false);
        label.resizeRelocate(x, y, width, 16);
        return label;
    }

    /** One, two or five times a power of ten. */
    private static double niceStep(double range, double parts) {
        double rough = range / Math.max(1, parts);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double share = rough / power;
        return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }

    @Override
    protected void layoutChildren() {
        layoutReadout();
        // How wide a name is, is known only once the theme has dressed it.
        for (Named one : named) {
            one.words().applyCss();
            double width = one.words().prefWidth(-1);
            double from = one.x() + 3 + width > getWidth() ? one.x() - 3 - width : one.x() + 3;
            one.words().resizeRelocate(from, one.y(), width, MARK_LINE);
        }
    }
}
