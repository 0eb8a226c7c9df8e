package io.sextant.ui.panel.features;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Two parts one above the other, or side by side where there is too little height for both. */
final class TwoPlots extends SplitPane {

    private static final double LOW = 330;

    TwoPlots(Node first, Node second, double share) {
        super(first, second);
        getStyleClass().add("bare");
        setOrientation(Orientation.VERTICAL);
        setDividerPositions(share);
        heightProperty().addListener((property, before, height) -> {
            Orientation fitting = height.doubleValue() < LOW ? Orientation.HORIZONTAL : Orientation.VERTICAL;
            if (fitting != getOrientation()) {
                setOrientation(fitting);
                setDividerPositions(share);
            }
        });
    }
}
