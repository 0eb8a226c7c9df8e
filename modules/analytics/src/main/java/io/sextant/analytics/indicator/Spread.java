package io.sextant.analytics.indicator;

/** What a window of values says of how they scatter. */
record Spread(RollingDeviation window, int length, As as) implements Smoother {

    enum As {
        POPULATION_DEVIATION,
        SAMPLE_DEVIATION,
        POPULATION_VARIANCE,
        /** Of the newest value, in population deviations from the mean; 0 where nothing scatters. */
        SCORE
    }

    static Spread of(int length, As as) {
        return new Spread(new RollingDeviation(length), length, as);
    }

    @Override
    public double next(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        window.next(value);
        double deviation = window.deviation();
        return switch (as) {
            case POPULATION_DEVIATION -> deviation;
            case SAMPLE_DEVIATION -> deviation * Math.sqrt(length / (length - 1.0));
            case POPULATION_VARIANCE -> deviation * deviation;
            case SCORE -> deviation == 0 ? 0 : (value - window.mean()) / deviation;
        };
    }

    @Override
    public void each(double[] values, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = next(values[i]);
        }
    }

    @Override
    public Spread copy() {
        return new Spread(window.copy(), length, as);
    }
}
