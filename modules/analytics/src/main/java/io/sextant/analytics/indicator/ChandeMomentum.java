package io.sextant.analytics.indicator;

/** CMO (Chande 1994): 100 (rises - falls) / (rises + falls) over the last n changes; 0 where nothing moved. */
final class ChandeMomentum implements Smoother {

    private final RollingSum rises;
    private final RollingSum falls;
    private double before = Double.NaN;

    ChandeMomentum(int length) {
        this(new RollingSum(length), new RollingSum(length));
    }

    private ChandeMomentum(RollingSum rises, RollingSum falls) {
        this.rises = rises;
        this.falls = falls;
    }

    @Override
    public double next(double value) {
        double change = value - before;
        before = value;
        double up = rises.next(Double.isNaN(change) ? Double.NaN : Math.max(0, change));
        double down = falls.next(Double.isNaN(change) ? Double.NaN : Math.max(0, -change));
        double all = up + down;
        return all == 0 ? 0 : 100 * (up - down) / all;
    }

    @Override
    public void each(double[] values, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = next(values[i]);
        }
    }

    @Override
    public ChandeMomentum copy() {
        ChandeMomentum copy = new ChandeMomentum(rises.copy(), falls.copy());
        copy.before = before;
        return copy;
    }
}
