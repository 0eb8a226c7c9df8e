package io.sextant.analytics.feature;

import java.util.List;

/** Whoever knows more of an instrument than its bars: order flow, options, macro series, headlines, regimes. */
@FunctionalInterface
public interface FeatureSource {

    /**
     * Writes what was known at {@code timeNanos}, the close of a bar, and not later. What is not known is left as it is: NaN.
     */
    void read(long timeNanos, FeatureInput into);

    /** What all of them know. */
    static FeatureSource all(List<FeatureSource> sources) {
        List<FeatureSource> each = List.copyOf(sources);
        return (timeNanos, into) -> {
            for (FeatureSource source : each) {
                source.read(timeNanos, into);
            }
        };
    }
}
