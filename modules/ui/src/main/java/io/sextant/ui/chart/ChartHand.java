package io.sextant.ui.chart;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * One thing that mouse and keyboard can take hold of in a chart. The hands are asked in turn; the one that takes a press gets the
 * drag and the release that follow.
 */
interface ChartHand {

    /** The cursor where this hand would take hold. */
    Optional<Cursor> cursorAt(double x, double y);

    /** True when it took hold. */
    boolean press(MouseEvent pressed);

    void drag(MouseEvent dragged);

    void release(MouseEvent released);

    /** True when the key was for it. */
    default boolean key(KeyEvent pressed) {
        return false;
    }
}
