package io.sextant.ui.theme;

import javafx.scene.layout.Region;

/** The edge of something drawn, which has none of its own: shown over all that is in it while it has the keyboard. */
public final class FocusEdge extends Region {

    public FocusEdge(Region around) {
        getStyleClass().add("focus-edge");
        setManaged(false);
        setMouseTransparent(true);
        // Before whatever is added later.
        setViewOrder(-1);
        visibleProperty().bind(around.focusedProperty());
        around.widthProperty().addListener(change -> fit(around));
        around.heightProperty().addListener(change -> fit(around));
        fit(around);
    }

    private void fit(Region around) {
        resize(around.getWidth(), around.getHeight());
    }
}
