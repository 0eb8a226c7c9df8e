package io.sextant.ui.chart;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Drags the line of a working order to another price. Nothing is sent here: where it is let go, somebody else asks. */
final class OrderHand implements ChartHand {

    private static final double REACH_PIXELS = 4;

    private final PlotFrame frame;
    private final Runnable redraw;
    private OrderDragged listener = (order, price, screenX, screenY) -> {};
    private @Nullable OrderLine held;

    OrderHand(PlotFrame frame, Runnable redraw) {
        this.frame = frame;
        this.redraw = redraw;
    }

    void setListener(OrderDragged action) {
        listener = action;
    }

    @Override
    public Optional<Cursor> cursorAt(double x, double y) {
        return at(x, y).map(order -> Cursor.V_RESIZE);
    }

    @Override
    public boolean press(MouseEvent pressed) {
        held = pressed.getButton() == MouseButton.PRIMARY
                ? at(pressed.getX(), pressed.getY()).orElse(null)
                : null;
        return held != null;
    }

    @Override
    public void drag(MouseEvent dragged) {
        OrderLine order = held;
        if (order != null) {
            double y = Math.clamp(dragged.getY(), 0, frame.priceHeight());
            frame.dragged = Optional.of(order.at(frame.onTick(frame.priceScale.value(y))));
            redraw.run();
        }
    }

    @Override
    public void release(MouseEvent released) {
        OrderLine order = held;
        held = null;
        Optional<OrderLine> dragged = frame.dragged;
        if (order == null || dragged.isEmpty() || dragged.get().price() == order.price()) {
            end();
        } else {
            listener.dragged(order, dragged.get().price(), released.getScreenX(), released.getScreenY());
        }
    }

    @Override
    public boolean key(KeyEvent pressed) {
        boolean dragging = pressed.getCode() == KeyCode.ESCAPE && held != null;
        if (dragging) {
            held = null;
            end();
        }
        return dragging;
    }

    /** The line goes back to where its order is. */
    void end() {
        frame.dragged = Optional.empty();
        redraw.run();
    }

    private Optional<OrderLine> at(double x, double y) {
        if (!frame.hasBars() || x < 0 || x >= frame.width() || y >= frame.priceHeight()) {
            return Optional.empty();
        }
        return frame.orders.stream()
                .filter(OrderLine::movable)
                .filter(order -> Math.abs(frame.priceScale.y(order.price()) - y) <= REACH_PIXELS)
                .findFirst();
    }
}
