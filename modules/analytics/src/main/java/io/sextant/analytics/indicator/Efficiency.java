package io.sextant.analytics.indicator;

/** How straight prices went: the way from first to last over the way walked, 0 to 1 (Kaufman 1995); 0 where nothing moved. */
final class Efficiency implements Smoother {

    private final Change whole;
    private final RollingSum walked;
    private double before = Double.NaN;

    Efficiency(int length) {
        this(Change.over(length, Change.As.DIFFERENCE), new RollingSum(length));
    }

    private Efficiency(Change whole, RollingSum walked) {
        this.whole = whole;
        this.walked = walked;
    }

    @Override
    public double next(double value) {
        double way = walked.next(Math.abs(value - before));
        before = value;
        double straight = Math.abs(whole.next(value));
        return Double.isNaN(way) ? Double.NaN : way > 0 ? Math.min(1, straight / way) : 0;
    }

    @Override
    public void each(double[] values, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = next(values[i]);
        }
    }

    @Override
    public Efficiency copy() {
        Efficiency copy = new Efficiency(whole.copy(), walked.copy());
        copy.before = before;
        return copy;
    }
}
