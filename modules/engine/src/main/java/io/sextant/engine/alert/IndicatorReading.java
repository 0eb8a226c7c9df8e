package io.sextant.engine.alert;

import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.feature.FeatureColumns;
import io.sextant.domain.market.BarSeries;
import java.util.List;
import java.util.Optional;

/** A feature's newest number, of bars that are over. */
final class IndicatorReading {

    /** Smoothed features remember everything; after so many of their warm-ups the beginning is forgotten to eight digits. */
    private static final int WARM_UPS = 20;

    private static final int LEAST_BARS = 300;
    private static final int MOST_BARS = 5_000;

    private IndicatorReading() {}

    static Optional<String> whyNot(String name) {
        Optional<Feature> found = FeatureCatalog.find(name);
        if (found.isEmpty()) {
            return Optional.of("there is no feature called " + name + "; sextant features lists them");
        }
        return found.get().isWithin(Feature.ofBarsAlone())
                ? Optional.empty()
                : Optional.of(name + " is not made of bars alone, so no alert can watch it");
    }

    /** How many bars a reading needs. */
    static int barsOf(Feature feature) {
        return Math.clamp((long) feature.warmUpBars() * WARM_UPS, LEAST_BARS, MOST_BARS);
    }

    /** NaN while there are too few. */
    static double last(BarSeries over, Feature feature) {
        return over.isEmpty()
                ? Double.NaN
                : FeatureColumns.of(over, List.of(feature)).get(0)[over.size() - 1];
    }
}
