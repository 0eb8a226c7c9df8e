package io.sextant.ui.chart;

import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/** Mouse and keyboard of the chart: what the hand does, in terms of the viewport. */
final class ChartInput {

    private static final double ZOOM_PER_NOTCH = 1.25;
    private static final double ZOOM_PER_KEY = 1.25;
    private static final double NOTCH_MIN = 0.1;
    private static final double NOTCH_MAX = 3;
    private static final double KEY_PAN_SHARE = 0.08;
    private static final double FAST_KEY_PAN_SHARE = 0.8;
    private static final double AXIS_DRAG_PIXELS_PER_E = 200;

    private enum Grip {
        NONE,
        HAND,
        PLOT,
        TIME_AXIS
    }

    private final PriceChart chart;
    private final PlotFrame frame;
    private final List<ChartHand> hands;
    private @Nullable ChartHand held;
    private Grip grip = Grip.NONE;
    private double lastX;

    /** What the {@code hands} do not take hold of pans and zooms. */
    ChartInput(PriceChart chart, PlotFrame frame, List<ChartHand> hands) {
        this.chart = chart;
        this.frame = frame;
        this.hands = List.copyOf(hands);
        chart.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        chart.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        chart.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        chart.addEventHandler(
                MouseEvent.MOUSE_EXITED, event -> chart.crosshair().endHover());
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private void scrolled(ScrollEvent event) {
        double sideways = event.isShiftDown() && event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
        if (Math.abs(sideways) > Math.abs(event.getDeltaY()) || event.isShiftDown()) {
            frame.view.panPixels(sideways);
        } else if (event.getDeltaY() != 0) {
            double notches = notches(event.getDeltaY(), event.getMultiplierY());
            double x = Math.min(event.getX(), frame.width());
            frame.view.zoom(Math.pow(ZOOM_PER_NOTCH, Math.signum(event.getDeltaY()) * notches), x);
        }
        chart.viewChanged();
        event.consume();
    }

    /** A wheel turns in notches, a touchpad in many small parts of one. */
    private static double notches(double delta, double deltaPerNotch) {
        double notches = Math.abs(delta) / (deltaPerNotch > 0 ? deltaPerNotch : 40);
        return Math.max(NOTCH_MIN, Math.min(NOTCH_MAX, notches));
    }

    private void pressed(MouseEvent event) {
        chart.requestFocus();
        for (ChartHand hand : hands) {
            if (hand.press(event)) {
                held = hand;
                grip = Grip.HAND;
                event.consume();
                return;
            }
        }
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        lastX = event.getX();
        if (event.getX() < frame.width()) {
            grip = event.getY() < frame.height() ? Grip.PLOT : Grip.TIME_AXIS;
            chart.setCursor(grip == Grip.PLOT ? Cursor.CLOSED_HAND : Cursor.H_RESIZE);
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        double moved = event.getX() - lastX;
        lastX = event.getX();
        switch (grip) {
            case HAND -> {
                if (held != null) {
                    held.drag(event);
                }
            }
            case PLOT -> frame.view.panPixels(moved);
            case TIME_AXIS -> frame.view.zoom(Math.exp(moved / AXIS_DRAG_PIXELS_PER_E), frame.width());
            case NONE -> {
                return;
            }
        }
        chart.crosshair().hover(event.getX(), event.getY());
        if (grip != Grip.HAND) {
            chart.viewChanged();
        }
        event.consume();
    }

    private void moved(MouseEvent event) {
        chart.crosshair().hover(event.getX(), event.getY());
        chart.setCursor(cursorAt(event.getX(), event.getY()));
    }

    private Cursor cursorAt(double x, double y) {
        for (ChartHand hand : hands) {
            Optional<Cursor> cursor = hand.cursorAt(x, y);
            if (cursor.isPresent()) {
                return cursor.get();
            }
        }
        return Cursor.CROSSHAIR;
    }

    private void released(MouseEvent event) {
        if (held != null) {
            held.release(event);
            held = null;
        }
        grip = Grip.NONE;
        chart.setCursor(cursorAt(event.getX(), event.getY()));
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
            chart.showLive();
            event.consume();
        }
    }

    private void keyPressed(KeyEvent event) {
        for (ChartHand hand : hands) {
            if (hand.key(event)) {
                event.consume();
                return;
            }
        }
        if (event.isAltDown() || event.isMetaDown()) {
            return;
        }
        double step = frame.width() * (event.isControlDown() ? FAST_KEY_PAN_SHARE : KEY_PAN_SHARE);
        if (moved(event.getCode(), step)) {
            chart.viewChanged();
            event.consume();
        }
    }

    private boolean moved(KeyCode key, double step) {
        // Keys of an open set: whatever the chart does not know goes on to the window.
        if (key == KeyCode.LEFT) {
            frame.view.panPixels(step);
        } else if (key == KeyCode.RIGHT) {
            frame.view.panPixels(-step);
        } else if (key == KeyCode.PAGE_UP) {
            frame.view.panPixels(frame.width() * FAST_KEY_PAN_SHARE);
        } else if (key == KeyCode.PAGE_DOWN) {
            frame.view.panPixels(-frame.width() * FAST_KEY_PAN_SHARE);
        } else if (key == KeyCode.PLUS || key == KeyCode.EQUALS || key == KeyCode.ADD) {
            frame.view.zoom(ZOOM_PER_KEY, chart.crosshair().anchorX());
        } else if (key == KeyCode.MINUS || key == KeyCode.SUBTRACT) {
            frame.view.zoom(1 / ZOOM_PER_KEY, chart.crosshair().anchorX());
        } else if (key == KeyCode.HOME) {
            frame.view.showFirst();
        } else if (key == KeyCode.END) {
            frame.view.showLive();
        } else {
            return false;
        }
        return true;
    }
}
