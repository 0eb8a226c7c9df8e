package io.sextant.analytics.indicator;

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
    public MovingAverageConvergence copy() {
        return new MovingAverageConvergence(fast.copy(), slow.copy(), signal.copy());
    }
}
