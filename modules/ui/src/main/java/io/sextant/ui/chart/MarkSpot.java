package io.sextant.ui.chart;

/** Where a frame has drawn a mark that has something to tell. */
record MarkSpot(double x, double y, String text) {

    private static final double REACH_PIXELS = 9;

    boolean isAt(double mouseX, double mouseY) {
        return Math.abs(mouseX - x) <= REACH_PIXELS && Math.abs(mouseY - y) <= REACH_PIXELS;
    }
}
