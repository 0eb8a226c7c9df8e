package io.sextant.ui.theme;

import javafx.beans.property.DoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** Menus, lists and hints open in windows of their own; they grow with the window that they belong to. */
public final class ZoomedPopups implements AutoCloseable {

    private final DoubleProperty factor;
    private final ListChangeListener<Window> opened = change -> {
        while (change.next()) {
            change.getAddedSubList().forEach(this::enlarge);
        }
    };

    public ZoomedPopups(DoubleProperty factor) {
        this.factor = factor;
        Window.getWindows().addListener(opened);
    }

    private void enlarge(Window window) {
        if (window instanceof PopupWindow popup) {
            for (Node each : popup.getScene().getRoot().getChildrenUnmodifiable()) {
                each.getTransforms().removeIf(Larger.class::isInstance);
                if (factor.get() != 1) {
                    each.getTransforms().add(new Larger(factor.get()));
                }
            }
        }
    }

    /** Ours, to be told from what others put there. */
    private static final class Larger extends Scale {

        Larger(double factor) {
            super(factor, factor, 0, 0);
        }
    }

    @Override
    public void close() {
        Window.getWindows().removeListener(opened);
    }
}
