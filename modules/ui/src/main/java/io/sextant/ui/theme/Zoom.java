package io.sextant.ui.theme;

import javafx.beans.property.DoubleProperty;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows what it holds larger: it is laid out in as much less room, and drawn by the factor, text and drawings alike. Where that room would be
 * narrower than the least that it takes, the factor is what just fits: nothing is cut off for being large.
 */
public final class Zoom extends Region {

    private final Region content;
    private final DoubleProperty factor;
    private final Scale larger = new Scale(1, 1, 0, 0);

    public Zoom(Region content, DoubleProperty factor) {
        this.content = content;
        this.factor = factor;
        content.getTransforms().add(larger);
        getChildren().add(content);
        factor.addListener(changed -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        double fits = Math.min(factor.get(), getWidth() / Math.max(1, content.minWidth(-1)));
        double now = Math.max(1, fits);
        larger.setX(now);
        larger.setY(now);
        content.resizeRelocate(0, 0, getWidth() / now, getHeight() / now);
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
