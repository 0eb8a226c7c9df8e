package io.sextant.analytics.indicator;

/**
 * Parabolic SAR (Wilder 1978): a stop that follows the trend faster with each new extreme, never into the range of the last two bars, and turns
 * when it is touched. The first trend is up when the second bar's middle is not below the first's, as in Tulip; TTR and ta4j begin otherwise
 * and agree after some turns.
 */
final class ParabolicStop implements Indicator {

    private final double step;
    private final double most;
    private int bars;
    private boolean up;
    private double stop;
    private double extreme;
    private double speed;
    private double highBefore;
    private double lowBefore;
    private double highEarlier;
    private double lowEarlier;

    ParabolicStop(double step, double most) {
        this.step = step;
        this.most = most;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        out[0] = Double.NaN;
        if (bars >= 1) {
            if (bars == 1) {
                begin(high, low);
            }
            follow(high, low);
            out[0] = stop;
        }
        highEarlier = highBefore;
        lowEarlier = lowBefore;
        highBefore = high;
        lowBefore = low;
        bars = Math.min(bars + 1, 3);
    }

    private void begin(double high, double low) {
        up = highBefore + lowBefore <= high + low;
        extreme = up ? highBefore : lowBefore;
        stop = up ? lowBefore : highBefore;
        speed = step;
    }

    private void follow(double high, double low) {
        stop += (extreme - stop) * speed;
        if (up) {
            if (bars >= 2) {
                stop = Math.min(stop, lowEarlier);
            }
            stop = Math.min(stop, lowBefore);
            if (speed < most && high > extreme) {
                speed = Math.min(most, speed + step);
            }
            extreme = Math.max(extreme, high);
        } else {
            if (bars >= 2) {
                stop = Math.max(stop, highEarlier);
            }
            stop = Math.max(stop, highBefore);
            if (speed < most && low < extreme) {
                speed = Math.min(most, speed + step);
            }
            extreme = Math.min(extreme, low);
        }
        if (up ? low < stop : high > stop) {
            stop = extreme;
            up = !up;
            extreme = up ? high : low;
            speed = step;
        }
    }

    @Override
    public ParabolicStop copy() {
        ParabolicStop copy = new ParabolicStop(step, most);
        copy.bars = bars;
        copy.up = up;
        copy.stop = stop;
        copy.extreme = extreme;
        copy.speed = speed;
        copy.highBefore = highBefore;
        copy.lowBefore = lowBefore;
        copy.highEarlier = highEarlier;
        copy.lowEarlier = lowEarlier;
        return copy;
    }
}
