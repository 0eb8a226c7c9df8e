package io.sextant.ui.chart;

import java.util.Optional;

/** Where a frame has drawn a mark that has something to tell; {@code order} is whose fill it is. */
record MarkSpot(double x, double y, String text, Optional<String> order) {

    private static final double REACH_PIXELS = 9;

    MarkSpot(double x, double y, String text) {
        this(x, y, text, Optional.empty());
    }

    boolean isExactlyAt(double otherX, double otherY) {
        return x == otherX && y == otherY;
    }

    boolean isAt(double mouseX, double mouseY) {
        return Math.abs(mouseX - x) <= REACH_PIXELS && Math.abs(mouseY - y) <= REACH_PIXELS;
    }
}
