package io.sextant.analytics.indicator;

import io.sextant.domain.market.BarSeries;

/**
 * RSI: 100 times Wilder's mean gain over the mean gain plus the mean loss. 50 where nothing moved, as nothing was stronger than
 * anything else.
 */
final class RelativeStrength implements Indicator {

    private final Smoother gains;
    private final Smoother losses;
    private double before = Double.NaN;

    RelativeStrength(Smoother gains, Smoother losses) {
        this.gains = gains;
        this.losses = losses;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double change = close - before;
        before = close;
        double gain = gains.next(Double.isNaN(change) ? Double.NaN : Math.max(0, change));
        double loss = losses.next(Double.isNaN(change) ? Double.NaN : Math.max(0, -change));
        double all = gain + loss;
        out[0] = all == 0 ? 50 : 100 * gain / all;
    }

    @Override
    public void fill(BarSeries bars, double[][] columns) {
        int count = bars.size();
        double[] close = bars.close();
        double[] up = columns[0];
        double[] down = new double[count];
        for (int i = 0; i < count; i++) {
            double change = close[i] - before;
            before = close[i];
            up[i] = Double.isNaN(change) ? Double.NaN : Math.max(0, change);
            down[i] = Double.isNaN(change) ? Double.NaN : Math.max(0, -change);
        }
        gains.each(up, up, count);
        losses.each(down, down, count);
        for (int i = 0; i < count; i++) {
            double all = up[i] + down[i];
            up[i] = all == 0 ? 50 : 100 * up[i] / all;
        }
    }

    @Override
    public RelativeStrength copy() {
        RelativeStrength copy = new RelativeStrength(gains.copy(), losses.copy());
        copy.before = before;
        return copy;
    }
}
