package io.sextant.analytics.indicator;

import io.sextant.domain.market.BarSeries;

/**
 * ADX, +DI, -DI (Wilder 1978): directional movement over true range, both smoothed his way; their relative distance smoothed once more. A bar
 * that widens both ways or neither has no direction.
 */
final class DirectionalMovement implements Indicator {

    private final Smoother plus;
    private final Smoother minus;
    private final Smoother range;
    private final Smoother strength;
    private double highBefore = Double.NaN;
    private double lowBefore = Double.NaN;
    private double closeBefore = Double.NaN;

    DirectionalMovement(Smoother plus, Smoother minus, Smoother range, Smoother strength) {
        this.plus = plus;
        this.minus = minus;
        this.range = range;
        this.strength = strength;
    }

    static DirectionalMovement of(int length) {
        return new DirectionalMovement(
                ExponentialMean.wilder(length),
                ExponentialMean.wilder(length),
                ExponentialMean.wilder(length),
                ExponentialMean.wilder(length));
    }

    @Override
    public int outputs() {
        return 3;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        if (Double.isNaN(closeBefore)) {
            out[0] = Double.NaN;
            out[1] = Double.NaN;
            out[2] = Double.NaN;
        } else {
            double up = high - highBefore;
            double down = lowBefore - low;
            double rose = plus.next(up > down && up > 0 ? up : 0);
            double fell = minus.next(down > up && down > 0 ? down : 0);
            double wide = range.next(Math.max(high, closeBefore) - Math.min(low, closeBefore));
            out[1] = wide == 0 ? 0 : 100 * rose / wide;
            out[2] = wide == 0 ? 0 : 100 * fell / wide;
            double both = rose + fell;
            out[0] = strength.next(both == 0 ? 0 : 100 * Math.abs(rose - fell) / both);
        }
        highBefore = high;
        lowBefore = low;
        closeBefore = close;
    }

    @Override
    public void fill(BarSeries bars, double[][] columns) {
        int count = bars.size();
        double[] wide = new double[count];
        for (int i = 0; i < count; i++) {
            boolean first = Double.isNaN(closeBefore);
            double up = bars.high()[i] - highBefore;
            double down = lowBefore - bars.low()[i];
            columns[1][i] = first ? Double.NaN : up > down && up > 0 ? up : 0;
            columns[2][i] = first ? Double.NaN : down > up && down > 0 ? down : 0;
            double range = Math.max(bars.high()[i], closeBefore) - Math.min(bars.low()[i], closeBefore);
            wide[i] = first ? Double.NaN : range;
            highBefore = bars.high()[i];
            lowBefore = bars.low()[i];
            closeBefore = bars.close()[i];
        }
        plus.each(columns[1], columns[1], count);
        minus.each(columns[2], columns[2], count);
        range.each(wide, wide, count);
        for (int i = 0; i < count; i++) {
            double rose = columns[1][i];
            double fell = columns[2][i];
            double both = rose + fell;
            columns[0][i] = both == 0 ? 0 : 100 * Math.abs(rose - fell) / both;
            columns[1][i] = wide[i] == 0 ? 0 : 100 * rose / wide[i];
            columns[2][i] = wide[i] == 0 ? 0 : 100 * fell / wide[i];
        }
        strength.each(columns[0], columns[0], count);
    }

    @Override
    public DirectionalMovement copy() {
        DirectionalMovement copy = new DirectionalMovement(plus.copy(), minus.copy(), range.copy(), strength.copy());
        copy.highBefore = highBefore;
        copy.lowBefore = lowBefore;
        copy.closeBefore = closeBefore;
        return copy;
    }
}
