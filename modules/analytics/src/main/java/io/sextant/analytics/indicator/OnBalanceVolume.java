package io.sextant.analytics.indicator;

/** OBV (Granville 1963): volume added when the close rises and taken when it falls, begun with the first volume as TTR does. */
final class OnBalanceVolume implements Indicator {

    private double before = Double.NaN;
    private double total;

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        if (Double.isNaN(before) || close > before) {
            total += volume;
        } else if (close < before) {
            total -= volume;
        }
        before = close;
        out[0] = total;
    }

    @Override
    public OnBalanceVolume copy() {
        OnBalanceVolume copy = new OnBalanceVolume();
        copy.before = before;
        copy.total = total;
        return copy;
    }
}
