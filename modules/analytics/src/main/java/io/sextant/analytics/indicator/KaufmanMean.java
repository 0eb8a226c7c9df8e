package io.sextant.analytics.indicator;

/**
 * KAMA (Kaufman 1995): an exponential mean that follows fast where prices go straight and slowly where they jitter; its weight is the square of
 * what lies between the slow and the fast one at the efficiency. It begins at the value before the first efficiency.
 */
final class KaufmanMean implements Smoother {

    private final Efficiency efficiency;
    private final double fast;
    private final double slow;
    private double before = Double.NaN;
    private double value = Double.NaN;

    KaufmanMean(int length, int fast, int slow) {
        this(new Efficiency(length), 2.0 / (fast + 1), 2.0 / (slow + 1));
    }

    private KaufmanMean(Efficiency efficiency, double fast, double slow) {
        this.efficiency = efficiency;
        this.fast = fast;
        this.slow = slow;
    }

    @Override
    public double next(double next) {
        double straight = efficiency.next(next);
        if (!Double.isNaN(straight)) {
            double root = straight * (fast - slow) + slow;
            double from = Double.isNaN(value) ? before : value;
            value = from + root * root * (next - from);
        }
        if (!Double.isNaN(next)) {
            before = next;
        }
        return value;
    }

    @Override
    public void each(double[] values, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = next(values[i]);
        }
    }

    @Override
    public KaufmanMean copy() {
        KaufmanMean copy = new KaufmanMean(efficiency.copy(), fast, slow);
        copy.before = before;
        copy.value = value;
        return copy;
    }
}
