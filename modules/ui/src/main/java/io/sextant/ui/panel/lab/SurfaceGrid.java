package io.sextant.ui.panel.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A figure over two settings as coloured cells, the highest and the stable one framed; the cell under the pointer, or the keyboard's, is told in
 * words. Colours come from the theme.
 */
final class SurfaceGrid extends Region {

    private static final double LEFT = 64;
    private static final double RIGHT = 12;
    private static final double TOP = 24;
    private static final double BOTTOM = 40;
    private static final double LABEL_WIDTH = 56;
    private static final double LABEL_HEIGHT = 16;
    private static final double LEAST_SHADE = 0.12;

    /** What is known of one cell; {@code place} is its point's. */
    record Cell(int across, int up, int place, double value) {}

    /**
     * @param readout what is said of a cell
     * @param best its place
     * @param stable its place, below nought where there is none
     */
    record Content(
            String across,
            String up,
            double[] acrossValues,
            double[] upValues,
            List<Cell> cells,
            int best,
            int stable,
            String legend,
            DoubleFunction<String> words,
            Function<Cell, String> readout) {}

    private final Label readout = new Label();
    private final Rectangle cursor = new Rectangle();
    private final IntConsumer chosen;
    private Content content =
            new Content("", "", new double[0], new double[0], List.of(), -1, -1, "", value -> "", cell -> "");
    private int atAcross;
    private int atUp;

    /** @param chosen hears the place of the point whose cell was pressed */
    SurfaceGrid(String id, IntConsumer chosen) {
        this.chosen = chosen;
        setId(id);
        getStyleClass().add("surface-grid");
        setFocusTraversable(true);
        setMinSize(220, 180);
        setPrefSize(420, 260);
        readout.setId(id + "-readout");
        readout.getStyleClass().add("muted");
        readout.setManaged(false);
        cursor.getStyleClass().add("surface-cursor");
        cursor.setManaged(false);
        cursor.setMouseTransparent(true);
        setOnMouseMoved(moved -> {
            if (!content.cells().isEmpty()) {
                point(column(moved.getX()), row(moved.getY()));
            }
        });
        setOnMousePressed(pressed -> {
            requestFocus();
            choose();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        widthProperty().addListener(change -> rebuild());
        heightProperty().addListener(change -> rebuild());
    }

    void show(Content newer) {
        content = newer;
        newer.cells().stream()
                .filter(each -> each.place() == newer.best())
                .findFirst()
                .ifPresent(each -> {
                    atAcross = each.across();
                    atUp = each.up();
                });
        rebuild();
    }

    String readout() {
        return readout.getText();
    }

    private void key(KeyEvent pressed) {
        if (content.cells().isEmpty()) {
            return;
        }
        switch (pressed.getCode()) {
            case LEFT -> point(atAcross - 1, atUp);
            case RIGHT -> point(atAcross + 1, atUp);
            case UP -> point(atAcross, atUp + 1);
            case DOWN -> point(atAcross, atUp - 1);
            case ENTER, SPACE -> choose();
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    private void choose() {
        content.cells().stream()
                .filter(each -> each.across() == atAcross && each.up() == atUp)
                .findFirst()
                .ifPresent(each -> chosen.accept(each.place()));
    }

    private void point(int across, int up) {
        atAcross = Math.clamp(across, 0, content.acrossValues().length - 1);
        atUp = Math.clamp(up, 0, content.upValues().length - 1);
        tell();
    }

    private void tell() {
        readout.setText(content.cells().stream()
                .filter(each -> each.across() == atAcross && each.up() == atUp)
                .findFirst()
                .map(content.readout())
                .orElse(""));
        setAccessibleText(readout.getText());
        place(cursor, atAcross, atUp);
        cursor.setVisible(!readout.getText().isEmpty());
        readout.resizeRelocate(LEFT, 2, Math.max(0, getWidth() - LEFT - RIGHT), LABEL_HEIGHT);
    }

    private double cellWidth() {
        return Math.max(1, getWidth() - LEFT - RIGHT) / Math.max(1, content.acrossValues().length);
    }

    private double cellHeight() {
        return Math.max(1, getHeight() - TOP - BOTTOM) / Math.max(1, content.upValues().length);
    }

    private int column(double x) {
        return (int) Math.floor((x - LEFT) / cellWidth());
    }

    private int row(double y) {
        return content.upValues().length - 1 - (int) Math.floor((y - TOP) / cellHeight());
    }

    private void place(Rectangle cell, int across, int up) {
        double x = Math.floor(LEFT + across * cellWidth());
        double y = Math.floor(TOP + (content.upValues().length - 1 - up) * cellHeight());
        cell.setX(x);
        cell.setY(y);
        cell.setWidth(Math.max(1, Math.floor(LEFT + (across + 1) * cellWidth()) - x - 1));
        cell.setHeight(Math.max(1, Math.floor(TOP + (content.upValues().length - up) * cellHeight()) - y - 1));
    }

    private void rebuild() {
        List<Node> nodes = new ArrayList<>();
        List<Rectangle> frames = new ArrayList<>();
        double highest = content.cells().stream()
                .mapToDouble(each -> Math.abs(each.value()))
                .max()
                .orElse(0);
        for (Cell each : content.cells()) {
            Rectangle cell = new Rectangle();
            cell.setManaged(false);
            place(cell, each.across(), each.up());
            cell.getStyleClass().add(each.value() >= 0 ? "surface-good" : "surface-bad");
            cell.setOpacity(
                    highest > 0 ? LEAST_SHADE + (1 - LEAST_SHADE) * Math.abs(each.value()) / highest : LEAST_SHADE);
            nodes.add(cell);
            if (each.place() == content.best()) {
                frames.add(frame(each, "surface-best"));
            }
            if (each.place() == content.stable()) {
                frames.add(frame(each, "surface-stable"));
            }
        }
        nodes.addAll(frames);
        addAxes(nodes);
        nodes.add(cursor);
        nodes.add(readout);
        getChildren().setAll(nodes);
        tell();
    }

    private Rectangle frame(Cell of, String style) {
        Rectangle frame = new Rectangle();
        frame.setManaged(false);
        place(frame, of.across(), of.up());
        frame.getStyleClass().add(style);
        return frame;
    }

    /** As many values as there is room for, the first among them. */
    private void addAxes(List<Node> nodes) {
        int across = content.acrossValues().length;
        int each = Math.max(1, (int) Math.ceil(LABEL_WIDTH / cellWidth()));
        for (int i = 0; i < across; i += each) {
            double middle = LEFT + (i + 0.5) * cellWidth();
            nodes.add(label(
                    content.words().apply(content.acrossValues()[i]),
                    middle - LABEL_WIDTH / 2,
                    getHeight() - BOTTOM + 2,
                    LABEL_WIDTH,
                    "curve-x"));
        }
        int up = content.upValues().length;
        int every = Math.max(1, (int) Math.ceil(LABEL_HEIGHT / cellHeight()));
        for (int i = 0; i < up; i += every) {
            double middle = TOP + (up - 0.5 - i) * cellHeight();
            nodes.add(label(
                    content.words().apply(content.upValues()[i]), 0, middle - LABEL_HEIGHT / 2, LEFT - 6, "curve-y"));
        }
        nodes.add(label(
                content.across() + " \u2192   " + content.up() + " \u2191   " + content.legend(),
                LEFT,
                getHeight() - LABEL_HEIGHT - 2,
                Math.max(0, getWidth() - LEFT - RIGHT),
                "curve-x"));
    }

    private static Label label(String text, double x, double y, double width, String style) {
        Label label = new Label(text);
        label.getStyleClass().addAll("curve-words", style);
        label.setManaged(false);
        label.resizeRelocate(x, y, width, LABEL_HEIGHT);
        return label;
    }

    @Override
    protected void layoutChildren() {
        readout.resizeRelocate(LEFT, 2, Math.max(0, getWidth() - LEFT - RIGHT), LABEL_HEIGHT);
    }
}
