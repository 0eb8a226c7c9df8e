package io.sextant.ui.theme;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows what it holds larger: it is laid out in as much less room, and drawn by the factor, text and drawings alike. Where that room would be
 * narrower than the least that it takes, the factor is what just fits: nothing is cut off for being large.
 */
public final class Zoom extends Region {

    private final Region content;
    private final DoubleProperty factor;
    /** Held here only, so that a window that was closed is forgotten. */
    private final InvalidationListener changed = unused -> requestLayout();

    private final Scale larger = new Scale(1, 1, 0, 0);

    public Zoom(Region content, DoubleProperty factor) {
        this.content = content;
        this.factor = factor;
        content.getTransforms().add(larger);
        getChildren().add(content);
        factor.addListener(new WeakInvalidationListener(changed));
    }

    /** What the scene shows grows from now on. */
    public static void grow(Scene scene, DoubleProperty factor) {
        if (scene.getRoot() instanceof Region content && !(content instanceof Zoom)) {
            // A root that another scene has cannot be a child.
            scene.setRoot(new Region());
            scene.setRoot(new Zoom(content, factor));
        }
    }

    /** What a scene shows, larger or not. */
    public static Parent contentOf(Scene scene) {
        return scene.getRoot() instanceof Zoom zoom ? zoom.content : scene.getRoot();
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
