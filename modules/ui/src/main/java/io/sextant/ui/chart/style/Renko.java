package io.sextant.ui.chart.style;

/**
 * Renko bricks by closing prices: a brick is laid whenever the close is a whole brick above the top or below the bottom of the last
 * one, so turning takes twice as far as going on. A brick opens when the one before it was laid; of several laid by one bar the
 * later ones open a nanosecond apart, so that times stay in order. What was traded since the last brick is the volume of the next.
 */
public final class Renko implements BarMaker {

    private final double size;
    private boolean begun;
    private double top;
    private double bottom;
    private long opensNanos;
    private double volumeSince;

    public Renko(double size) {
        if (!(size > 0) || Double.isInfinite(size)) {
            throw new IllegalArgumentException("a brick is taller than zero, not " + size);
        }
        this.size = size;
    }

    @Override
    public void finished(long time, double open, double high, double low, double close, double volume, BarSink sink) {
        begin(time, close);
        volumeSince += volume;
        long laid = 0;
        while (close >= top + size || close <= bottom - size) {
            boolean up = close >= top + size;
            double from = up ? top : bottom;
            double to = up ? top + size : bottom - size;
            sink.put(opensNanos, from, Math.max(from, to), Math.min(from, to), to, volumeSince);
            top = Math.max(from, to);
            bottom = Math.min(from, to);
            volumeSince = 0;
            laid++;
            opensNanos = time + laid;
        }
    }

    /** The brick that is being laid reaches to the close, however far that is. */
    @Override
    public void forming(long time, double open, double high, double low, double close, double volume, BarSink sink) {
        double from = begun ? Math.clamp(close, bottom, top) : close;
        sink.put(
                begun ? opensNanos : time,
                from,
                Math.max(from, close),
                Math.min(from, close),
                close,
                volumeSince + volume);
    }

    private void begin(long time, double close) {
        if (!begun) {
            begun = true;
            top = close;
            bottom = close;
            opensNanos = time;
        }
    }
}
