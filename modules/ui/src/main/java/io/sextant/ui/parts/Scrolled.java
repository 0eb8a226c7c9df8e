package io.sextant.ui.parts;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Content that fills its place and can be scrolled where the place is lower than the least that the content takes. */
public final class Scrolled {

    private Scrolled() {}

    /** It never becomes wider than its place, so that words wrap. */
    public static ScrollPane whereLow(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.getStyleClass().addAll("bare", "panel-scroll");
        // The skin keeps a picture of all that can be scrolled, which a panel that changes would have painted whole for
        // each change.
        scroll.skinProperty().addListener((property, before, skin) -> {
            Node kept = scroll.lookup(".viewport");
            if (kept != null) {
                kept.setCache(false);
            }
        });
        if (content instanceof Region region) {
            region.setMinWidth(0);
        }
        return scroll;
    }
}
