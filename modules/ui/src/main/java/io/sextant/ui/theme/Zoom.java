package io.sextant.ui.theme;

import javafx.beans.property.DoubleProperty;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Shows what it holds larger: it is laid out in as much less room, and drawn by the factor, text and drawings alike. */
public final class Zoom extends Region {

    private final Region content;
    private final DoubleProperty factor;

    public Zoom(Region content, DoubleProperty factor) {
        this.content = content;
        this.factor = factor;
        Scale larger = new Scale(1, 1, 0, 0);
        larger.xProperty().bind(factor);
        larger.yProperty().bind(factor);
        content.getTransforms().add(larger);
        getChildren().add(content);
        factor.addListener(changed -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor.get(), getHeight() / factor.get());
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1) * factor.get();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(-1) * factor.get();
    }
}
