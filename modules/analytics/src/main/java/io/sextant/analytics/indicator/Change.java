package io.sextant.analytics.indicator;

/** A value against the one {@code length} before it. */
record Change(Recent recent, As as) implements Smoother {

    enum As {
        DIFFERENCE,
        PERCENT,
        LOG_RATIO,
        RATIO
    }

    static Change over(int length, As as) {
        return new Change(new Recent(length), as);
    }

    @Override
    public double next(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        double before = recent.push(value);
        return switch (as) {
            case DIFFERENCE -> value - before;
            case PERCENT -> 100 * (value - before) / before;
            case LOG_RATIO -> Math.log(value / before);
            case RATIO -> value / before;
        };
    }

    @Override
    public void each(double[] values, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = next(values[i]);
        }
    }

    @Override
    public Change copy() {
        return new Change(recent.copy(), as);
    }
}
