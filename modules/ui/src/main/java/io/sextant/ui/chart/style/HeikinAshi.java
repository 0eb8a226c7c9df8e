package io.sextant.ui.chart.style;

/**
 * Heikin-Ashi bars: the close is the mean of a bar's four prices, the open the middle of the Heikin-Ashi bar before it (of the first
 * bar: of its own open and close), and high and low reach as far as any of these and the bar's own do.
 */
public final class HeikinAshi implements BarMaker {

    private double openBefore = Double.NaN;
    private double closeBefore;

    @Override
    public void finished(long time, double open, double high, double low, double close, double volume, BarSink sink) {
        double made = openOf(open, close);
        forming(time, open, high, low, close, volume, sink);
        openBefore = made;
        closeBefore = closeOf(open, high, low, close);
    }

    @Override
    public void forming(long time, double open, double high, double low, double close, double volume, BarSink sink) {
        double madeOpen = openOf(open, close);
        double madeClose = closeOf(open, high, low, close);
        sink.put(
                time,
                madeOpen,
                Math.max(high, Math.max(madeOpen, madeClose)),
                Math.min(low, Math.min(madeOpen, madeClose)),
                madeClose,
                volume);
    }

    private double openOf(double open, double close) {
        return Double.isNaN(openBefore) ? (open + close) / 2 : (openBefore + closeBefore) / 2;
    }

    private static double closeOf(double open, double high, double low, double close) {
        return (open + high + low + close) / 4;
    }
}
