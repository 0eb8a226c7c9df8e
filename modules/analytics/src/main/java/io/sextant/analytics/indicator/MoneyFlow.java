package io.sextant.analytics.indicator;

/** MFI (Quong and Soudack 1989): 100 times the turnover of bars whose typical price rose over that of all that moved; 50 where none did. */
final class MoneyFlow implements Indicator {

    private final RollingSum rising;
    private final RollingSum falling;
    private double before = Double.NaN;

    MoneyFlow(int length) {
        this(new RollingSum(length), new RollingSum(length));
    }

    private MoneyFlow(RollingSum rising, RollingSum falling) {
        this.rising = rising;
        this.falling = falling;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        double price = (high + low + close) / 3;
        double turnover = price * volume;
        boolean first = Double.isNaN(before);
        double up = rising.next(first ? Double.NaN : price > before ? turnover : 0);
        double down = falling.next(first ? Double.NaN : price < before ? turnover : 0);
        before = price;
        double all = up + down;
        // A sum that lost all its terms may keep a rounding below zero.
        out[0] = all == 0 ? 50 : 100 * Math.clamp(up / all, 0.0, 1.0);
    }

    @Override
    public MoneyFlow copy() {
        MoneyFlow copy = new MoneyFlow(rising.copy(), falling.copy());
        copy.before = before;
        return copy;
    }
}
