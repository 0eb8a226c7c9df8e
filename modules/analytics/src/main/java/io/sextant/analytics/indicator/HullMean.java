package io.sextant.analytics.indicator;

/** HMA: twice the weighted mean of half the length less that of the whole, smoothed over the root of the length (Hull 2005); whole parts. */
record HullMean(WeightedMean half, WeightedMean whole, WeightedMean last) implements Smoother {

    static HullMean of(int length) {
        return new HullMean(
                new WeightedMean(Math.max(1, length / 2)), new WeightedMean(length), new WeightedMean(root(length)));
    }

    static int root(int length) {
        return (int) Math.sqrt(length);
    }

    @Override
    public double next(double value) {
        return last.next(2 * half.next(value) - whole.next(value));
    }

    @Override
    public void each(double[] values, double[] out, int count) {
        double[] fast = new double[count];
        half.each(values, fast, count);
        whole.each(values, out, count);
        for (int i = 0; i < count; i++) {
            out[i] = 2 * fast[i] - out[i];
        }
        last.each(out, out, count);
    }

    @Override
    public HullMean copy() {
        return new HullMean(half.copy(), whole.copy(), last.copy());
    }
}
