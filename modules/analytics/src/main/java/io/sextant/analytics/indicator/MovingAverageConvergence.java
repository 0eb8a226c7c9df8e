package io.sextant.analytics.indicator;

import io.sextant.domain.market.BarSeries;

/** MACD line, its signal line, and their difference (Appel): in units of price, where TTR's default is percent. */
record MovingAverageConvergence(Smoother fast, Smoother slow, Smoother signal) implements Indicator {

    @Override
    public int outputs() {
        return 3;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double line = fast.next(close) - slow.next(close);
        double smoothed = signal.next(line);
        out[0] = line;
        out[1] = smoothed;
        out[2] = line - smoothed;
    }

    @Override
    public void fill(BarSeries bars, double[][] columns) {
        int count = bars.size();
        double[] line = columns[0];
        fast.each(bars.close(), line, count);
        slow.each(bars.close(), columns[2], count);
        for (int i = 0; i < count; i++) {
            line[i] -= columns[2][i];
        }
        signal.each(line, columns[1], count);
        for (int i = 0; i < count; i++) {
            columns[2][i] = line[i] - columns[1][i];
        }
    }

    @Override
    public MovingAverageConvergence copy() {
        return new MovingAverageConvergence(fast.copy(), slow.copy(), signal.copy());
    }
}
