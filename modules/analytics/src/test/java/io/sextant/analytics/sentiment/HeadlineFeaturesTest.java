package io.sextant.analytics.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.feature.FeatureColumns;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Headline;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineFeaturesTest {

    private static final long HOUR_NANOS = 3_600_000_000_000L;

    private static Headline at(double hour, String text) {
        return new Headline((long) (hour * HOUR_NANOS), List.of(), "", List.of(), text, "test");
    }

    private static double[] column(String name, int bars, List<Headline> headlines) {
        BarSeries series = new BarSeries(
                new long[bars],
                new double[bars],
                new double[bars],
                new double[bars],
                new double[bars],
                new double[bars],
                bars);
        for (int i = 0; i < bars; i++) {
            series.openTimeNanos()[i] = i * HOUR_NANOS;
            series.open()[i] = 1;
            series.high()[i] = 1;
            series.low()[i] = 1;
            series.close()[i] = 1;
            series.volume()[i] = 1;
        }
        Feature feature = FeatureCatalog.find(name).orElseThrow();
        return FeatureColumns.of(series, null, new HeadlineFeatures(headlines), List.of(feature))
                .all()[0];
    }

    /** A bar that opens at i closes at i + 1. */
    @Test
    void countsWhatBecameKnownSinceTheBarBefore() {
        List<Headline> headlines = List.of(
                at(1.5, "Profit beats expectations"),
                at(2, "Company warns of heavy losses"),
                at(2.5, "Shares plunge after profit warning"));

        assertThat(column("news_count", 4, headlines)).containsExactly(Double.NaN, 2, 1, 0);
        assertThat(column("news_tone", 4, headlines)).containsExactly(Double.NaN, 0, -1, 0);
    }

    @Test
    void whatComesLaterChangesNothing() {
        List<Headline> before = List.of(at(1.5, "Profit beats expectations"));
        List<Headline> after = List.of(before.getFirst(), at(3.5, "Shares plunge after profit warning"));

        assertThat(column("news_tone", 3, after)).containsExactly(column("news_tone", 3, before));
    }
}
