package io.sextant.analytics.indicator;

/**
 * Exponential mean, begun with the plain mean of the first {@code length} values as TA-Lib, TTR and Skender do (ta4j and Tulip
 * begin with the first value; the two converge). The common weight is 2 / (length + 1), Wilder's is 1 / length.
 */
final class ExponentialMean implements Smoother {

    private final int length;
    private final double weight;
    private int count;
    private double value;

    private ExponentialMean(int length, double weight) {
        this.length = length;
        this.weight = weight;
    }

    static ExponentialMean of(int length) {
        return new ExponentialMean(length, 2.0 / (length + 1));
    }

    /** J. Welles Wilder, New Concepts in Technical Trading Systems, 1978. */
    static ExponentialMean wilder(int length) {
        return new ExponentialMean(length, 1.0 / length);
    }

    @Override
    public double next(double next) {
        if (Double.isNaN(next)) {
            return Double.NaN;
        }
        if (count < length) {
            value += next;
            count++;
            if (count < length) {
                return Double.NaN;
            }
            value /= length;
        } else {
            value += weight * (next - value);
        }
        return value;
    }

    @Override
    public void each(double[] values, double[] out, int count) {
        int i = 0;
        while (i < count && this.count < length) {
            out[i] = next(values[i]);
            i++;
        }
        double mean = value;
        for (; i < count; i++) {
            double each = values[i];
            if (Double.isNaN(each)) {
                out[i] = Double.NaN;
            } else {
                mean += weight * (each - mean);
                out[i] = mean;
            }
        }
        value = mean;
    }

    @Override
    public ExponentialMean copy() {
        ExponentialMean copy = new ExponentialMean(length, weight);
        copy.count = count;
        copy.value = value;
        return copy;
    }
}
