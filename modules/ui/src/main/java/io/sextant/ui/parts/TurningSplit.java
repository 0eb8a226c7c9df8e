package io.sextant.ui.parts;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Two parts one under the other, or side by side where there is too little height for both, as at the bottom of the window. */
public final class TurningSplit extends SplitPane {

    private static final double LOW = 360;
    private static final double WIDE = 640;

    private final double upright;
    private final double lying;

    /**
     * @param upright the share of the first part where they stand one under the other
     * @param lying its share where they lie side by side
     */
    public TurningSplit(Node first, Node second, double upright, double lying) {
        super(first, second);
        this.upright = upright;
        this.lying = lying;
        getStyleClass().add("bare");
        setOrientation(Orientation.VERTICAL);
        setDividerPositions(upright);
        widthProperty().addListener(change -> turn());
        heightProperty().addListener(change -> turn());
    }

    private void turn() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        Orientation fits = getHeight() < LOW && getWidth() > WIDE ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        if (fits != getOrientation()) {
            setOrientation(fits);
            setDividerPositions(fits == Orientation.HORIZONTAL ? lying : upright);
        }
    }
}
