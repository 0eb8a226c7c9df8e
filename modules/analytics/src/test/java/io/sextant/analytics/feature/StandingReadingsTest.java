package io.sextant.analytics.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandingReadingsTest {

    private static double at(FeatureSource source, long timeNanos) {
        FeatureInput input = new FeatureInput();
        source.read(timeNanos, input);
        return input.reading(FeatureReading.POLICY_RATE);
    }

    @Test
    void aNumberStandsFromTheMomentItIsKnownUntilTheNext() {
        StandingReadings rates = new StandingReadings()
                .put(FeatureReading.POLICY_RATE, new long[] {10, 20, 20}, new double[] {1, 2, 3}, Long.MAX_VALUE);

        assertThat(at(rates, 9)).isNaN();
        assertThat(at(rates, 10)).isEqualTo(1);
        assertThat(at(rates, 19)).isEqualTo(1);
        assertThat(at(rates, 20)).isEqualTo(3);
        assertThat(at(rates, Long.MAX_VALUE)).isEqualTo(3);
    }

    @Test
    void whatIsTooOldIsToldNoMore() {
        StandingReadings rates =
                new StandingReadings().put(FeatureReading.POLICY_RATE, new long[] {10}, new double[] {1}, 5);

        assertThat(at(rates, 15)).isEqualTo(1);
        assertThat(at(rates, 16)).isNaN();
    }

    @Test
    void severalSourcesTellTogether() {
        FeatureSource both = FeatureSource.all(List.of(
                (time, into) -> into.reading(FeatureReading.NEWS_COUNT, 7),
                new StandingReadings()
                        .put(FeatureReading.POLICY_RATE, new long[] {0}, new double[] {4}, Long.MAX_VALUE)));
        FeatureInput input = new FeatureInput();
        both.read(1, input);

        assertThat(input.reading(FeatureReading.NEWS_COUNT)).isEqualTo(7);
        assertThat(input.reading(FeatureReading.POLICY_RATE)).isEqualTo(4);
    }

    @Test
    void refusesTimesThatGoBack() {
        StandingReadings rates = new StandingReadings();
        assertThatThrownBy(() ->
                        rates.put(FeatureReading.POLICY_RATE, new long[] {2, 1}, new double[] {1, 2}, Long.MAX_VALUE))
                .hasMessageContaining("time goes back");
    }
}
