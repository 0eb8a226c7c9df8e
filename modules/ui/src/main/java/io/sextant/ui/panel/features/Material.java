package io.sextant.ui.panel.features;

import io.sextant.analytics.feature.DataNeed;
import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureSource;
import io.sextant.analytics.survey.FeatureMatrix;
import io.sextant.analytics.survey.SurveyWatch;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.BarSeries;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bars that features are made of.
 *
 * @param peer closes of the instrument to compare with at the same times, NaN where it has none; null where none is chosen
 */
record Material(Instrument instrument, Subject subject, BarSeries bars, double @Nullable [] peer) {

    /** So many of the newest bars are compared with each other; more would take memory for little. */
    static final int COMPARED_BARS = 20_000;

    private static final FeatureSource NOTHING_ELSE = (timeNanos, into) -> {};

    static Material of(Instrument instrument, Subject subject, BarSeries bars, @Nullable BarSeries peer) {
        return new Material(instrument, subject, bars, peer == null ? null : closes(bars, peer));
    }

    private static double[] closes(BarSeries bars, BarSeries peer) {
        double[] closes = new double[bars.size()];
        for (int i = 0; i < closes.length; i++) {
            long time = bars.openTimeNanos()[i];
            int at = peer.indexAtOrAfter(time);
            closes[i] = at < peer.size() && peer.openTimeNanos()[at] == time ? peer.close()[at] : Double.NaN;
        }
        return closes;
    }

    Set<DataNeed> data() {
        Set<DataNeed> data = EnumSet.copyOf(Feature.ofBarsAlone());
        if (peer != null) {
            data.add(DataNeed.PEER);
        }
        return data;
    }

    FeatureMatrix columns(List<Feature> features, SurveyWatch watch) {
        return FeatureMatrix.of(bars, peer, NOTHING_ELSE, features, watch);
    }

    /** As much of it as is compared. */
    Material newest() {
        int from = Math.max(0, bars.size() - COMPARED_BARS);
        return from == 0
                ? this
                : new Material(
                        instrument,
                        subject,
                        bars.copyOfRange(from, bars.size()),
                        peer == null ? null : Arrays.copyOfRange(peer, from, bars.size()));
    }
}
