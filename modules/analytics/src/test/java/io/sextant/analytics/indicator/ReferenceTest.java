package io.sextant.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.SharedData;
import io.sextant.domain.market.BarSeries;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against R's TTR on two long daily series. The reference file prints ten decimals, so 1e-9 of the value is its last digit. */
class ReferenceTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;

    @ParameterizedTest(name = "{0} output {1} is TTR''s {2}")
    @CsvSource({
        "sma:20, 0, sma20",
        "ema:20, 0, ema20",
        "rsi:14, 0, rsi14_wilder",
        "atr:14, 0, atr14_wilder",
        "macd:12:26:9, 0, macd_12_26",
        "macd:12:26:9, 1, macd_signal9",
        "macd:12:26:9, 2, macd_hist",
        "bbands:20:2, 0, bb_lower_pop_sd",
        "bbands:20:2, 1, bb_mid",
        "bbands:20:2, 2, bb_upper"
    })
    void equalsTtrOnSpy(String spec, int output, String column) throws IOException {
        Map<String, double[]> prices = SharedData.columns("equities/lean_spy_daily.csv.gz");
        Map<String, double[]> expected = SharedData.columns("indicators/ttr_spy_daily.csv.gz");

        double[] computed = IndicatorSpec.parse(spec).columns(bars(prices))[output];

        double[] reference = Objects.requireNonNull(expected.get(column));
        assertThat(computed).hasSameSizeAs(reference);
        for (int i = 0; i < reference.length; i++) {
            if (Double.isNaN(reference[i])) {
                assertThat(computed[i]).as("bar %d", i).isNaN();
            } else {
                assertThat(computed[i])
                        .as("bar %d", i)
                        .isCloseTo(reference[i], within(1e-9 * Math.max(1, Math.abs(reference[i]))));
            }
        }
    }

    private static BarSeries bars(Map<String, double[]> columns) {
        double[] close = Objects.requireNonNull(columns.get("close"));
        long[] times = new long[close.length];
        Arrays.setAll(times, i -> i * DAY_NANOS);
        return new BarSeries(
                times,
                Objects.requireNonNull(columns.get("open")),
                Objects.requireNonNull(columns.get("high")),
                Objects.requireNonNull(columns.get("low")),
                close,
                Objects.requireNonNull(columns.get("volume")),
                close.length);
    }
}
