package io.sextant.analytics.indicator;

/** Mean of the last n values with weights 1, 2, ..., n, the newest the heaviest. */
final class WeightedMean implements Smoother {

    private final Recent recent;
    private double sum;
    private double weighted;

    WeightedMean(int length) {
        recent = new Recent(length);
    }

    private WeightedMean(WeightedMean from) {
        recent = from.recent.copy();
        sum = from.sum;
        weighted = from.weighted;
    }

    @Override
    public double next(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        int n = recent.length();
        double gone = recent.push(value);
        if (recent.isRound()) {
            sum = 0;
            weighted = 0;
            for (int i = n - 1; i >= 0; i--) {
                sum += recent.back(i);
                weighted += (n - i) * recent.back(i);
            }
        } else if (recent.isFull()) {
            weighted += n * value - sum;
            sum += value - gone;
        }
        return recent.isFull() ? weighted / (n * (n + 1.0) / 2) : Double.NaN;
    }

    @Override
    public void each(double[] values, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = next(values[i]);
        }
    }

    @Override
    public WeightedMean copy() {
        return new WeightedMean(this);
    }
}
