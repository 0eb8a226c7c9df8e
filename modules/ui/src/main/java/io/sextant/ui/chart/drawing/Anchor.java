package io.sextant.ui.chart.drawing;

/** A point that a drawing is held by. */
public record Anchor(long timeNanos, double price) {

    public Anchor {
        if (!Double.isFinite(price)) {
            throw new IllegalArgumentException("a drawing is held at a price, not at " + price);
        }
    }
}
