package io.sextant.ui.chart;

import io.sextant.ui.chart.drawing.Anchor;
import io.sextant.ui.chart.drawing.Drawing;
import io.sextant.ui.chart.drawing.DrawingTool;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Draws with the tool that is chosen, and chooses, moves and deletes what is drawn. A drawing of two points is made by dragging
 * from one to the other, or by two clicks.
 */
final class DrawingHand implements ChartHand {

    private static final double CLICK_PIXELS = 4;
    private static final double KEY_PIXELS = 1;
    private static final double FAST = 10;

    private final PlotFrame frame;
    private final Runnable redraw;
    private final Consumer<Drawing> onWordsWanted;
    private final TextRuler ruler = new TextRuler();
    private final ObjectProperty<Optional<DrawingTool>> tool = new SimpleObjectProperty<>(Optional.empty());

    /** The drawing as it was taken hold of, while it is moved. */
    private @Nullable Drawing held;

    private int heldAnchor;
    private double pressX;
    private double pressY;
    private boolean awaitsSecondPoint;

    /** {@code onWordsWanted} is to ask for the words of a text and put it into the book. */
    DrawingHand(PlotFrame frame, Runnable redraw, Consumer<Drawing> onWordsWanted) {
        this.frame = frame;
        this.redraw = redraw;
        this.onWordsWanted = onWordsWanted;
        tool.addListener(change -> {
            awaitsSecondPoint = false;
            show(Optional.empty());
        });
    }

    ObjectProperty<Optional<DrawingTool>> tool() {
        return tool;
    }

    @Override
    public Optional<Cursor> cursorAt(double x, double y) {
        if (tool.get().isPresent()) {
            if (awaitsSecondPoint) {
                stretch(x, y);
            }
            return Optional.of(Cursor.CROSSHAIR);
        }
        return isInPrices(x, y) ? at(x, y).map(drawing -> Cursor.HAND) : Optional.empty();
    }

    @Override
    public boolean press(MouseEvent pressed) {
        double x = pressed.getX();
        double y = pressed.getY();
        if (pressed.getButton() != MouseButton.PRIMARY || !isInPrices(x, y)) {
            return false;
        }
        pressX = x;
        pressY = y;
        if (tool.get().isPresent()) {
            if (!awaitsSecondPoint) {
                beginAt(x, y, tool.get().get());
            }
            return true;
        }
        Optional<Drawing> under = at(x, y);
        frame.drawings.choose(under.map(drawing -> OptionalInt.of(drawing.id())).orElse(OptionalInt.empty()));
        under.ifPresent(drawing -> {
            held = drawing;
            heldAnchor = DrawingShape.of(drawing, frame).anchorAt(x, y);
            if (pressed.getClickCount() == 2 && drawing.tool() == DrawingTool.TEXT) {
                held = null;
                onWordsWanted.accept(drawing);
            }
        });
        return under.isPresent();
    }

    @Override
    public void drag(MouseEvent dragged) {
        if (tool.get().isPresent()) {
            stretch(dragged.getX(), dragged.getY());
            return;
        }
        Drawing taken = held;
        if (taken != null) {
            show(Optional.of(
                    heldAnchor >= 0 && taken.anchors().size() > 1
                            ? taken.withAnchor(heldAnchor, anchorAt(dragged.getX(), dragged.getY()))
                            : moved(taken, dragged.getX() - pressX, dragged.getY() - pressY)));
        }
    }

    @Override
    public void release(MouseEvent released) {
        boolean clicked = Math.hypot(released.getX() - pressX, released.getY() - pressY) < CLICK_PIXELS;
        if (tool.get().isPresent()) {
            if (clicked && !awaitsSecondPoint && tool.get().get().anchors() > 1) {
                awaitsSecondPoint = true;
            } else {
                stretch(released.getX(), released.getY());
                finish();
            }
            return;
        }
        if (!clicked) {
            frame.drawn.ifPresent(frame.drawings::replace);
        }
        held = null;
        show(Optional.empty());
    }

    @Override
    public boolean key(KeyEvent pressed) {
        if (pressed.isShortcutDown()) {
            if (pressed.getCode() == KeyCode.Z && !pressed.isShiftDown()) {
                return frame.drawings.undo();
            }
            return (pressed.getCode() == KeyCode.Y || pressed.getCode() == KeyCode.Z) && frame.drawings.redo();
        }
        if (pressed.getCode() == KeyCode.ESCAPE) {
            return leave();
        }
        if (pressed.isAltDown()) {
            return next(pressed.getCode());
        }
        Optional<Drawing> chosen = frame.drawings.chosen();
        return chosen.isPresent() && keyOn(chosen.get(), pressed);
    }

    private boolean next(KeyCode key) {
        if (key == KeyCode.DOWN || key == KeyCode.UP) {
            frame.drawings.chooseNext(key == KeyCode.DOWN ? 1 : -1);
            return true;
        }
        return false;
    }

    private boolean keyOn(Drawing chosen, KeyEvent pressed) {
        double step = pressed.isShiftDown() ? FAST : 1;
        double bar = Math.max(1, frame.view.pixelsPerBar()) * step;
        double price = KEY_PIXELS * step;
        Drawing moved = switch (pressed.getCode()) {
            case LEFT -> moved(chosen, -bar, 0);
            case RIGHT -> moved(chosen, bar, 0);
            case UP -> moved(chosen, 0, -price);
            case DOWN -> moved(chosen, 0, price);
            default -> chosen;
        };
        if (pressed.getCode() == KeyCode.DELETE || pressed.getCode() == KeyCode.BACK_SPACE) {
            frame.drawings.removeChosen();
            return true;
        }
        if (pressed.getCode() == KeyCode.ENTER && chosen.tool() == DrawingTool.TEXT) {
            onWordsWanted.accept(chosen);
            return true;
        }
        if (!moved.equals(chosen)) {
            frame.drawings.replace(moved);
            return true;
        }
        return false;
    }

    /** Gives up what is being drawn or moved, the tool, or the choice; false when there was none of them. */
    private boolean leave() {
        boolean busy = held != null
                || tool.get().isPresent()
                || frame.drawings.chosen().isPresent();
        held = null;
        tool.set(Optional.empty());
        show(Optional.empty());
        frame.drawings.choose(OptionalInt.empty());
        return busy;
    }

    private void beginAt(double x, double y, DrawingTool chosen) {
        Anchor anchor = anchorAt(x, y);
        List<Anchor> anchors = chosen.anchors() == 1 ? List.of(anchor) : List.of(anchor, anchor);
        show(Optional.of(
                new Drawing(0, chosen, anchors, "", frame.drawings.drawings().size())));
    }

    private void stretch(double x, double y) {
        frame.drawn.ifPresent(
                drawing -> show(Optional.of(drawing.withAnchor(drawing.anchors().size() - 1, anchorAt(x, y)))));
    }

    private void finish() {
        Optional<Drawing> made = frame.drawn;
        tool.set(Optional.empty());
        made.ifPresent(drawing -> {
            if (drawing.tool() == DrawingTool.TEXT) {
                onWordsWanted.accept(drawing);
            } else {
                frame.drawings.add(drawing.tool(), drawing.anchors(), "");
            }
        });
    }

    private void show(Optional<Drawing> drawing) {
        if (!drawing.equals(frame.drawn)) {
            frame.drawn = drawing;
            redraw.run();
        }
    }

    private Optional<Drawing> at(double x, double y) {
        return frame.drawings.drawings().reversed().stream()
                .filter(drawing -> {
                    DrawingShape shape = DrawingShape.of(drawing, frame);
                    boolean chosen = frame.drawings.chosen().equals(Optional.of(drawing));
                    return (chosen && shape.anchorAt(x, y) >= 0)
                            || shape.isAt(
                                    x,
                                    y,
                                    ruler.width(drawing.text(), ChartFonts.LEGEND),
                                    ChartFonts.LEGEND.getSize(),
                                    frame.priceScale);
                })
                .findFirst();
    }

    private boolean isInPrices(double x, double y) {
        return frame.hasBars() && x >= 0 && x < frame.width() && y >= 0 && y < frame.priceHeight();
    }

    /** Moves every point by pixels, so that a drawing keeps its shape on the screen whatever the scale. */
    private Drawing moved(Drawing drawing, double dx, double dy) {
        return drawing.withAnchors(drawing.anchors().stream()
                .map(anchor -> anchorAt(frame.xOf(anchor.timeNanos()) + dx, frame.priceScale.y(anchor.price()) + dy))
                .toList());
    }

    private Anchor anchorAt(double x, double y) {
        return new Anchor(frame.timeAt(x), frame.priceScale.value(y));
    }
}
