package io.sextant.ui.chart;

/**
 * What one frame draws: one slot a bar while a bar has at least a pixel, else one slot a column of pixels that sums up all its bars.
 * Its size, and with it the cost of a frame, depends on the width of the plot and not on the number of bars.
 */
final class CandleFrame {

    private static final double BODY_SHARE = 0.8;

    /** Narrower bars have no room for a body beside the wick. */
    private static final double BODY_VISIBLE_PIXELS_PER_BAR = 3.5;

    /** Slots in use. */
    int count;

    /** Whether a slot sums up a column of pixels. */
    boolean dense;

    /** Width of a slot's body in pixels, odd so that the wick stands in the middle. */
    int bodyWidth;

    double highest;
    double lowest;
    double volumeMax;

    /** The pixel in the middle of the slot. */
    int[] x = new int[0];

    int[] from = new int[0];
    int[] to = new int[0];
    double[] open = new double[0];
    double[] high = new double[0];
    double[] low = new double[0];
    double[] close = new double[0];
    double[] volume = new double[0];

    private final CandleAccumulator sum = new CandleAccumulator();

    void compute(CandleSeries bars, ChartViewport view) {
        count = 0;
        highest = Double.NEGATIVE_INFINITY;
        lowest = Double.POSITIVE_INFINITY;
        volumeMax = 0;
        double pixelsPerBar = view.pixelsPerBar();
        dense = pixelsPerBar < 1;
        bodyWidth = dense ? 1 : bodyWidth(pixelsPerBar);
        if (bars.isEmpty() || view.width() <= 0) {
            return;
        }
        ensureCapacity((int) Math.ceil(view.width()) + 3);
        if (dense) {
            computeColumns(bars, view);
        } else {
            computeBars(bars, view);
        }
    }

    static int bodyWidth(double pixelsPerBar) {
        if (pixelsPerBar < BODY_VISIBLE_PIXELS_PER_BAR) {
            return 1;
        }
        int width = (int) Math.floor(pixelsPerBar * BODY_SHARE);
        return Math.max(3, width % 2 == 0 ? width - 1 : width);
    }

    private void computeBars(CandleSeries bars, ChartViewport view) {
        int end = view.endVisible();
        for (int i = view.firstVisible(); i < end; i++) {
            int slot = count++;
            x[slot] = (int) Math.floor(view.x(i + 0.5));
            from[slot] = i;
            to[slot] = i + 1;
            open[slot] = bars.open(i);
            high[slot] = bars.high(i);
            low[slot] = bars.low(i);
            close[slot] = bars.close(i);
            volume[slot] = bars.volume(i);
            includeInRange(slot);
        }
    }

    /**
     * Column {@code k} sums up the bars from {@code k} to {@code k + 1} times the bars per pixel, wherever the plot starts. So panning
     * moves whole columns and does not redistribute bars among them, which would make the picture flicker.
     */
    private void computeColumns(CandleSeries bars, ChartViewport view) {
        double barsPerPixel = 1 / view.pixelsPerBar();
        long firstColumn = (long) Math.floor(view.left() / barsPerPixel);
        int columns = (int) Math.ceil(view.width()) + 1;
        int start = limit(Math.ceil(firstColumn * barsPerPixel), bars);
        for (int column = 0; column < columns; column++) {
            int end = limit(Math.ceil((firstColumn + column + 1) * barsPerPixel), bars);
            if (end > start) {
                int slot = count++;
                x[slot] = column;
                from[slot] = start;
                to[slot] = end;
                sum.clear();
                bars.accumulate(start, end, sum);
                open[slot] = bars.open(start);
                high[slot] = sum.high;
                low[slot] = sum.low;
                close[slot] = bars.close(end - 1);
                volume[slot] = sum.volume;
                includeInRange(slot);
            }
            start = end;
        }
    }

    /** The slot at pixel {@code pixel}, or the nearest one; -1 when there is none. */
    int slotAt(double pixel, double pixelsPerBar) {
        if (count == 0) {
            return -1;
        }
        double spacing = dense ? 1 : pixelsPerBar;
        int guess = (int) Math.round((pixel - x[0]) / spacing);
        int slot = Math.max(0, Math.min(count - 1, guess));
        while (slot > 0 && Math.abs(x[slot - 1] - pixel) < Math.abs(x[slot] - pixel)) {
            slot--;
        }
        while (slot < count - 1 && Math.abs(x[slot + 1] - pixel) < Math.abs(x[slot] - pixel)) {
            slot++;
        }
        return slot;
    }

    private void includeInRange(int slot) {
        highest = Math.max(highest, high[slot]);
        lowest = Math.min(lowest, low[slot]);
        volumeMax = Math.max(volumeMax, volume[slot]);
    }

    private static int limit(double index, CandleSeries bars) {
        return (int) Math.max(bars.firstIndex(), Math.min(bars.endIndex(), index));
    }

    private void ensureCapacity(int slots) {
        if (slots > x.length) {
            x = new int[slots];
            from = new int[slots];
            to = new int[slots];
            open = new double[slots];
            high = new double[slots];
            low = new double[slots];
            close = new double[slots];
            volume = new double[slots];
        }
    }
}
