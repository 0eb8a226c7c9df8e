package io.sextant.analytics.indicator;

/** Wilder's strength of any series: 100 gains / (gains + losses), both smoothed; 50 where nothing moved. */
final class RelativeStrengthOf implements Smoother {

    private final Smoother gains;
    private final Smoother losses;
    private double before = Double.NaN;

    RelativeStrengthOf(Smoother gains, Smoother losses) {
        this.gains = gains;
        this.losses = losses;
    }

    static RelativeStrengthOf wilder(int length) {
        return new RelativeStrengthOf(ExponentialMean.wilder(length), ExponentialMean.wilder(length));
    }

    @Override
    public double next(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        double change = value - before;
        before = value;
        double gain = gains.next(Double.isNaN(change) ? Double.NaN : Math.max(0, change));
        double loss = losses.next(Double.isNaN(change) ? Double.NaN : Math.max(0, -change));
        double all = gain + loss;
        return all == 0 ? 50 : 100 * gain / all;
    }

    @Override
    public RelativeStrengthOf copy() {
        RelativeStrengthOf copy = new RelativeStrengthOf(gains.copy(), losses.copy());
        copy.before = before;
        return copy;
    }
}
