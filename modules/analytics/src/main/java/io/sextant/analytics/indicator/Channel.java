package io.sextant.analytics.indicator;

/** Lower line, middle, upper line: a mean of the close and average true ranges to either side (Keltner 1960, Raschke). */
final class Channel implements Indicator {

    private final Smoother mean;
    private final TrueRange range;
    private final double width;
    private final double[] held = new double[1];

    Channel(Smoother mean, TrueRange range, double width) {
        this.mean = mean;
        this.range = range;
        this.width = width;
    }

    @Override
    public int outputs() {
        return 3;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        range.next(time, open, high, low, close, volume, held);
        double middle = mean.next(close);
        out[0] = middle - width * held[0];
        out[1] = middle;
        out[2] = middle + width * held[0];
    }

    @Override
    public Channel copy() {
        return new Channel(mean.copy(), range.copy(), width);
    }
}
