package io.sextant.analytics.indicator;

/** One number from a series so far. NaN goes in and comes out uncounted, so that smoothers of smoothers warm up in turn. */
interface Smoother {

    double next(double value);

    /**
     * Takes {@code count} values as if they came one by one; {@code out} may be {@code values}. Each class has a loop of its own, because in a
     * loop that all classes share the compiler cannot know whose step it calls, and a call costs more than most steps.
     */
    default void each(double[] values, double[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = next(values[i]);
        }
    }

    Smoother copy();
}
