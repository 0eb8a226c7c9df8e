package io.sextant.forecasting.regime;

import io.sextant.analytics.feature.FeatureInput;
import io.sextant.analytics.feature.FeatureReading;
import io.sextant.analytics.feature.FeatureSource;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.regime.RegimePath;
import java.util.Arrays;

/**
 * The chances of regimes as features of a series: those of the newest bar that was over by the time, and only after the bars that the model
 * learned from, so that nothing of its parameters comes from later than what it speaks of.
 */
public final class RegimeFeatures implements FeatureSource {

    private final RegimeModel model;
    private final RegimePath path;

    public RegimeFeatures(RegimeModel model, RegimePath path) {
        this.model = model;
        this.path = path;
    }

    @Override
    public void read(long timeNanos, FeatureInput into) {
        int found = Arrays.binarySearch(path.timesNanos(), timeNanos);
        int at = found >= 0 ? found : -found - 2;
        if (at < 0 || path.timesNanos()[at] < model.toNanos()) {
            return;
        }
        for (RegimeName name : RegimeName.values()) {
            double chance = 0;
            for (int i = 0; i < path.chances().length; i++) {
                chance += model.names().get(i) == name ? path.chances()[i][at] : 0;
            }
            into.reading(reading(name), chance);
        }
    }

    private static FeatureReading reading(RegimeName name) {
        return switch (name) {
            case TREND_UP -> FeatureReading.REGIME_TREND_UP;
            case TREND_DOWN -> FeatureReading.REGIME_TREND_DOWN;
            case RANGE -> FeatureReading.REGIME_RANGE;
            case TURBULENT -> FeatureReading.REGIME_TURBULENT;
            case CRASH -> FeatureReading.REGIME_CRASH;
        };
    }
}
