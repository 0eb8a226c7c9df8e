package io.sextant.analytics.indicator;

/** Heikin-Ashi bars: the close is the mean of the bar, the open the middle of the body before; the first open is the middle of its own body. */
final class HeikinAshi implements Indicator {

    private double openBefore = Double.NaN;
    private double closeBefore = Double.NaN;

    @Override
    public int outputs() {
        return 4;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double begin = Double.isNaN(openBefore) ? (open + close) / 2 : (openBefore + closeBefore) / 2;
        double end = (open + high + low + close) / 4;
        out[0] = begin;
        out[1] = Math.max(high, Math.max(begin, end));
        out[2] = Math.min(low, Math.min(begin, end));
        out[3] = end;
        openBefore = begin;
        closeBefore = end;
    }

    @Override
    public HeikinAshi copy() {
        HeikinAshi copy = new HeikinAshi();
        copy.openBefore = openBefore;
        copy.closeBefore = closeBefore;
        return copy;
    }
}
