package io.sextant.analytics.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.feature.DataNeed;
import io.sextant.analytics.feature.Feature;
import io.sextant.analytics.feature.FeatureCatalog;
import io.sextant.analytics.feature.FeatureColumns;
import io.sextant.domain.market.BarSeries;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainReadingsTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int TODAY = 16_000;
    private static final double SPOT = 100;

    /** Flat smiles of 0.2 in twenty days and 0.3 in two hundred; more puts than calls. */
    private static OptionChain chain(int day) {
        List<OptionQuote> quotes = new ArrayList<>();
        for (int strike = 60; strike <= 140; strike += 5) {
            for (OptionRight right : OptionRight.values()) {
                double volume = right == OptionRight.CALL ? 10 : 30;
                double interest = right == OptionRight.CALL ? 100 : 150;
                quotes.add(new OptionQuote(right, strike, day + 20, Double.NaN, volume, interest, 0.2, Double.NaN));
                quotes.add(new OptionQuote(right, strike, day + 200, Double.NaN, volume, interest, 0.3, Double.NaN));
            }
        }
        return new OptionChain(quotes, SPOT, day, 0, 0, 100);
    }

    private static double[] column(String name, List<OptionChain> chains) {
        int days = 12;
        BarSeries bars = new BarSeries(
                new long[days],
                new double[days],
                new double[days],
                new double[days],
                new double[days],
                new double[days],
                days);
        for (int i = 0; i < days; i++) {
            bars.openTimeNanos()[i] = (TODAY + i) * DAY_NANOS;
            bars.open()[i] = SPOT;
            bars.high()[i] = SPOT + 1;
            bars.low()[i] = SPOT - 1;
            bars.close()[i] = SPOT;
            bars.volume()[i] = 1;
        }
        Feature feature = FeatureCatalog.find(name).orElseThrow();
        assertThat(feature.needs()).contains(DataNeed.OPTIONS);
        return FeatureColumns.of(bars, null, ChainReadings.of(chains), List.of(feature))
                .all()[0];
    }

    @Test
    void varianceIsStraightBetweenExpiries() {
        double years = 30 / 365.0;
        double near = 0.2 * 0.2 * 20 / 365.0;
        double far = 0.3 * 0.3 * 200 / 365.0;
        double variance = near + (far - near) * (30 - 20) / (200.0 - 20);

        assertThat(column("implied_vol_30d", List.of(chain(TODAY)))[0])
                .isCloseTo(Math.sqrt(variance / years), within(1e-12));
        assertThat(column("put_call_volume", List.of(chain(TODAY)))[0]).isEqualTo(3);
        assertThat(column("put_call_open_interest", List.of(chain(TODAY)))[0]).isEqualTo(1.5);
    }

    @Test
    void aChainIsKnownAtTheEndOfItsDayAndForAWeek() {
        double[] ratios = column("put_call_volume", List.of(chain(TODAY + 1)));

        assertThat(ratios[0]).isNaN();
        assertThat(ratios[1]).isEqualTo(3);
        assertThat(ratios[8]).isEqualTo(3);
        assertThat(ratios[9]).isNaN();
    }

    @Test
    void beyondTheLastExpiryNothingIsSaid() {
        List<OptionQuote> near = chain(TODAY).quotes().stream()
                .filter(quote -> quote.expiryDay() == TODAY + 20)
                .toList();
        OptionChain shortChain = new OptionChain(near, SPOT, TODAY, 0, 0, 100);

        assertThat(column("implied_vol_30d", List.of(shortChain))[0]).isNaN();
        assertThat(column("implied_vol_90d", List.of(shortChain))[0]).isNaN();
    }
}
