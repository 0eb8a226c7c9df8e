package io.sextant.ui.chart;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Points at the mark of a fill; a press that does not move away asks about its order. */
final class FillHand implements ChartHand {

    private final PlotFrame frame;
    private FillClicked listener = (order, screenX, screenY) -> {};
    private @Nullable String held;

    FillHand(PlotFrame frame) {
        this.frame = frame;
    }

    void setListener(FillClicked action) {
        listener = action;
    }

    @Override
    public Optional<Cursor> cursorAt(double x, double y) {
        return orderAt(x, y).map(order -> Cursor.HAND);
    }

    @Override
    public boolean press(MouseEvent pressed) {
        held = pressed.getButton() == MouseButton.PRIMARY
                ? orderAt(pressed.getX(), pressed.getY()).orElse(null)
                : null;
        return held != null;
    }

    @Override
    public void drag(MouseEvent dragged) {
        if (!dragged.isStillSincePress()) {
            held = null;
        }
    }

    @Override
    public void release(MouseEvent released) {
        String order = held;
        held = null;
        if (order != null) {
            listener.clicked(order, released.getScreenX(), released.getScreenY());
        }
    }

    private Optional<String> orderAt(double x, double y) {
        return frame.markSpots.stream()
                .filter(spot -> spot.isAt(x, y))
                .findFirst()
                .flatMap(MarkSpot::order);
    }
}
