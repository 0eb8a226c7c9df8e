package io.sextant.ui.chart;

/**
 * Which bars are in sight. The x axis counts bars, not time, so that closed sessions leave no holes: bar {@code i} takes the space
 * from {@code i} to {@code i + 1}. Knows nothing of JavaFX.
 */
public final class ChartViewport {

    static final double PIXELS_PER_BAR_MAX = 64;
    static final double PIXELS_PER_BAR_AT_FIRST = 8;

    /** A short history is spread over the plot, up to this. */
    static final double PIXELS_PER_BAR_AT_FIRST_MAX = 14;

    /** Free space at the right of the newest bar while the chart follows the market. */
    static final double LIVE_MARGIN_PIXELS = 64;

    /** However far one pans, so much of the data stays in sight. */
    private static final double KEPT_IN_SIGHT_PIXELS = 80;

    private double width;
    private double pixelsPerBar = PIXELS_PER_BAR_AT_FIRST;
    private double right;
    private int first;
    private int end;

    public double width() {
        return width;
    }

    public double pixelsPerBar() {
        return pixelsPerBar;
    }

    /** The position, in bars, of the left edge of the plot. */
    public double left() {
        return right - width / pixelsPerBar;
    }

    /** The position, in bars, of the right edge of the plot. */
    public double right() {
        return right;
    }

    /** Index of the first bar of which something is in sight. */
    public int firstVisible() {
        return clamp((int) Math.floor(left()));
    }

    /** One more than the index of the last bar of which something is in sight. */
    public int endVisible() {
        return clamp((int) Math.ceil(right));
    }

    /** Whether the newest bar is in sight; new bars then push the picture to the left. */
    public boolean isLive() {
        return right >= end - 0.01 && left() < end;
    }

    /** Pixels from the left edge of the plot to the left edge of the bar's space. */
    public double x(double position) {
        return width - (right - position) * pixelsPerBar;
    }

    public double positionAt(double x) {
        return right - (width - x) / pixelsPerBar;
    }

    void resize(double newWidth) {
        boolean firstSize = width == 0;
        width = newWidth;
        if (firstSize && newWidth > 0) {
            reset(first, end);
        }
        keepInSight();
    }

    /** Starts on other data, at its newest bar. */
    void reset(int firstIndex, int endIndex) {
        first = firstIndex;
        end = endIndex;
        double filling = (width - LIVE_MARGIN_PIXELS) / Math.max(1, endIndex - firstIndex);
        pixelsPerBar = Math.max(PIXELS_PER_BAR_AT_FIRST, Math.min(PIXELS_PER_BAR_AT_FIRST_MAX, filling));
        showLive();
    }

    /** The data grew at one of its ends. */
    void dataChanged(int firstIndex, int endIndex) {
        if (first == end) {
            reset(firstIndex, endIndex);
            return;
        }
        boolean live = isLive();
        int added = endIndex - end;
        first = firstIndex;
        end = endIndex;
        if (live) {
            right += added;
        }
        keepInSight();
    }

    void showLive() {
        right = end + LIVE_MARGIN_PIXELS / pixelsPerBar;
        keepInSight();
    }

    void showFirst() {
        right = first + width / pixelsPerBar;
        keepInSight();
    }

    /** Puts this position at the right edge. */
    void showUntil(double position) {
        right = position;
        keepInSight();
    }

    void showRange(double from, double to) {
        if (width > 0 && to > from) {
            pixelsPerBar = limited(width / (to - from));
            right = to;
            keepInSight();
        }
    }

    void showAll() {
        pixelsPerBar = pixelsPerBarMin();
        showLive();
    }

    void panPixels(double pixels) {
        right -= pixels / pixelsPerBar;
        keepInSight();
    }

    void zoom(double factor, double anchorX) {
        double anchor = positionAt(anchorX);
        pixelsPerBar = limited(pixelsPerBar * factor);
        right = anchor + (width - anchorX) / pixelsPerBar;
        keepInSight();
    }

    private double limited(double wanted) {
        return Math.max(pixelsPerBarMin(), Math.min(PIXELS_PER_BAR_MAX, wanted));
    }

    /** Zoomed out as far as this, all bars and the margin are in sight. */
    private double pixelsPerBarMin() {
        if (first == end || width <= 2 * LIVE_MARGIN_PIXELS) {
            return 1e-3;
        }
        return Math.min(PIXELS_PER_BAR_AT_FIRST, (width - LIVE_MARGIN_PIXELS) / (end - first));
    }

    private void keepInSight() {
        double kept = Math.min(KEPT_IN_SIGHT_PIXELS, width / 2) / pixelsPerBar;
        right = Math.max(first + Math.min(kept, end - first), Math.min(end + width / pixelsPerBar - kept, right));
    }

    private int clamp(int index) {
        return Math.max(first, Math.min(end, index));
    }
}
