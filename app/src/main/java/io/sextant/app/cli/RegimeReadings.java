package io.sextant.app.cli;

import io.sextant.analytics.feature.FeatureSource;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import io.sextant.forecasting.UnfitWindow;
import io.sextant.forecasting.regime.RegimeFeatures;
import io.sextant.forecasting.regime.RegimeHistory;
import io.sextant.forecasting.regime.RegimeLearning;
import io.sextant.forecasting.regime.RegimeModel;
import java.util.Arrays;
import java.util.Optional;

/** Chances of regimes of the second half of a series, by a model that learned from the first. */
final class RegimeReadings {

    private static final long SEED = 1;

    private RegimeReadings() {}

    static FeatureSource of(BarSeries bars) {
        long[] ends = new long[bars.size()];
        // A bar is over when the next begins; of the last nobody asks.
        Arrays.setAll(ends, i -> bars.openTimeNanos()[Math.min(i + 1, ends.length - 1)]);
        int half = bars.size() / 2;
        try {
            RegimeModel model = RegimeLearning.learn(
                    Arrays.copyOf(ends, half),
                    Arrays.copyOf(bars.close(), half),
                    Optional.empty(),
                    new SeededRandom(SEED));
            RegimeHistory history = new RegimeHistory(model);
            for (int i = 0; i + 1 < bars.size(); i++) {
                history.add(ends[i], bars.close()[i]);
            }
            return new RegimeFeatures(model, history.path(Integer.MAX_VALUE));
        } catch (UnfitWindow cannot) {
            throw new RefusedByRule(
                    "Regimes are learned from the first half of the bars: " + cannot.getMessage() + ".");
        }
    }
}
