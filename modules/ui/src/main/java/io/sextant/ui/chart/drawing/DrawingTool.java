package io.sextant.ui.chart.drawing;

/** What can be drawn, and by how many points it is held. */
public enum DrawingTool {
    TREND_LINE(2),
    HORIZONTAL_LINE(1),
    RECTANGLE(2),
    FIBONACCI(2),
    TEXT(1),
    MEASURE(2);

    private final int anchors;

    DrawingTool(int anchors) {
        this.anchors = anchors;
    }

    public int anchors() {
        return anchors;
    }
}
