package io.sextant.analytics.indicator;

import io.sextant.domain.market.BarSeries;

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
        out[0] = next(close, volume);
    }

    private double next(double close, double volume) {
        if (Double.isNaN(before) || close > before) {
            total += volume;
        } else if (close < before) {
            total -= volume;
        }
        before = close;
        return total;
    }

    @Override
    public void fill(BarSeries bars, double[][] columns) {
        for (int i = 0; i < bars.size(); i++) {
            columns[0][i] = next(bars.close()[i], bars.volume()[i]);
        }
    }

    @Override
    public OnBalanceVolume copy() {
        OnBalanceVolume copy = new OnBalanceVolume();
        copy.before = before;
        copy.total = total;
        return copy;
    }
}
