package io.sextant.analytics.indicator;

import java.util.Arrays;

/** Williams' ultimate oscillator (1985): buying pressure over true range in three windows, the short one counting four times, the middle twice. */
final class UltimateOscillator implements Indicator {

    private static final double[] WEIGHTS = {4, 2, 1};

    private final RollingSum[] pressures;
    private final RollingSum[] ranges;
    private double before = Double.NaN;

    private UltimateOscillator(RollingSum[] pressures, RollingSum[] ranges) {
        this.pressures = pressures;
        this.ranges = ranges;
    }

    static UltimateOscillator of(int... lengths) {
        RollingSum[] pressures = new RollingSum[lengths.length];
        RollingSum[] ranges = new RollingSum[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            pressures[i] = new RollingSum(lengths[i]);
            ranges[i] = new RollingSum(lengths[i]);
        }
        return new UltimateOscillator(pressures, ranges);
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void next(long time, double open, double high, double low, double close, double volume, double[] out) {
        boolean first = Double.isNaN(before);
        double bottom = first ? Double.NaN : Math.min(low, before);
        double range = first ? Double.NaN : Math.max(high, before) - bottom;
        double sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            double pressure = pressures[i].next(close - bottom);
            double wide = ranges[i].next(range);
            sum += WEIGHTS[i] * (wide == 0 ? 0.5 : pressure / wide);
        }
        before = close;
        out[0] = 100 * sum / 7;
    }

    @Override
    public UltimateOscillator copy() {
        RollingSum[] pressureCopies = new RollingSum[pressures.length];
        RollingSum[] rangeCopies = new RollingSum[ranges.length];
        Arrays.setAll(pressureCopies, i -> pressures[i].copy());
        Arrays.setAll(rangeCopies, i -> ranges[i].copy());
        UltimateOscillator copy = new UltimateOscillator(pressureCopies, rangeCopies);
        copy.before = before;
        return copy;
    }
}
