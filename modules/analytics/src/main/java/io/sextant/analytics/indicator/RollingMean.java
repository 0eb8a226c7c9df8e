package io.sextant.analytics.indicator;

/**
 * Mean of the last {@code length} values. The sum is taken anew each time the ring comes round, so that rounding cannot pile up
 * over millions of bars.
 */
final class RollingMean implements Smoother {

    private final double[] ring;
    private int at;
    private long count;
    private double sum;

    RollingMean(int length) {
        ring = new double[length];
    }

    private RollingMean(RollingMean from) {
        ring = from.ring.clone();
        at = from.at;
        count = from.count;
        sum = from.sum;
    }

    @Override
    public double next(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        sum += value - ring[at];
        ring[at] = value;
        count++;
        at++;
        if (at == ring.length) {
            at = 0;
            sum = 0;
            for (double each : ring) {
                sum += each;
            }
        }
        return count < ring.length ? Double.NaN : sum / ring.length;
    }

    @Override
    public void each(double[] values, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = next(values[i]);
        }
    }

    @Override
    public RollingMean copy() {
        return new RollingMean(this);
    }
}
