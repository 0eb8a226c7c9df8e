package io.sextant.ui.shell;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import software.coley.bentofx.dockable.Dockable;

/** Where a panel's view goes when it first comes to the front: most tabs are never looked at, and each view costs the window that opens. */
final class LateView extends StackPane {

    private final Supplier<Node> view;

    LateView(Supplier<Node> view) {
        this.view = view;
    }

    static void fill(@Nullable Dockable inFront) {
        if (inFront != null
                && inFront.getNode() instanceof LateView late
                && late.getChildren().isEmpty()) {
            late.getChildren().add(late.view.get());
        }
    }
}
