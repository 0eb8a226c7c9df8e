package io.sextant.ui.parts;

import javafx.scene.Node;
import org.controlsfx.control.PopOver;

/** A pop-over in the colours of the theme: PopOver's own sheet, which its skin adds last, has a white ground in every theme. */
public final class ThemedPopOver extends PopOver {

    public ThemedPopOver(Node content, ArrowLocation arrow) {
        super(content);
        setArrowLocation(arrow);
        setDetachable(false);
        setAnimated(false);
        showingProperty().addListener((property, before, now) -> {
            if (now && getSkin() != null && getSkin().getNode() != null) {
                getSkin()
                        .getNode()
                        .lookupAll(".border")
                        .forEach(border ->
                                border.setStyle("-fx-fill: -color-bg-overlay; -fx-stroke: -color-border-default;"));
            }
        });
    }
}
