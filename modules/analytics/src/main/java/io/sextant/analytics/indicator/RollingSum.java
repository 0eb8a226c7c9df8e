package io.sextant.analytics.indicator;

/** Sum of the last {@code length} values, taken anew each round so that rounding cannot pile up. */
final class RollingSum implements Smoother {

    private final Recent recent;
    private double sum;

    RollingSum(int length) {
        this(new Recent(length), 0);
    }

    private RollingSum(Recent recent, double sum) {
        this.recent = recent;
        this.sum = sum;
    }

    @Override
    public double next(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        double gone = recent.push(value);
        sum += Double.isNaN(gone) ? value : value - gone;
        if (recent.isRound()) {
            sum = 0;
            for (int i = recent.length() - 1; i >= 0; i--) {
                sum += recent.back(i);
            }
        }
        return recent.isFull() ? sum : Double.NaN;
    }

    @Override
    public void each(double[] values, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = next(values[i]);
        }
    }

    @Override
    public RollingSum copy() {
        return new RollingSum(recent.copy(), sum);
    }
}
