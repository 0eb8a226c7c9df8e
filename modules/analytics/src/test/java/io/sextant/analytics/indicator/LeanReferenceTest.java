package io.sextant.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.SharedData;
import io.sextant.domain.market.BarSeries;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the spreadsheets and TA-Lib values that Lean's own tests use; they print two to six decimals. */
class LeanReferenceTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;

    @ParameterizedTest(name = "{0} output {1} is {3} of {2}")
    @CsvSource({
        "atr:14, 0, spy_atr_wilder.txt, Average True Range 14, 200, 0.01",
        "kama:5:2:30, 0, spy_kama.txt, KAMA_5, 30, 0.001",
        "mfi:20, 0, spy_mfi.txt, Money Flow Index 20, 21, 0.01",
        "donchian:50, 2, spy_with_don50.txt, Donchian Channels 50 Top, 49, 1e-9",
        "donchian:50, 0, spy_with_don50.txt, Donchian Channels 50 Bottom, 49, 1e-9",
        "willr:14, 0, spy_with_williamsR14.txt, Williams %R 14, 14, 0.01",
        "uo:7:14:28, 0, spy_ultosc.txt, ULTOSC_7_14_28, 29, 0.001",
        "stoch:12:3:5, 0, spy_with_stoch12k3.txt, Stochastics 12 %K 3, 20, 0.001",
        "stoch:12:3:5, 1, spy_with_stoch12k3.txt, %D 5, 20, 0.001",
        "bbands:20:2, 2, spy_bollinger_bands.txt, Bollinger Bands® 20 2 Top, 20, 0.01",
        "bbands:20:2, 0, spy_bollinger_bands.txt, Bollinger Bands® 20 2 Bottom, 20, 0.01",
        "heikinashi, 0, spy_heikin_ashi.txt, HA_Open, 60, 1e-6",
        "heikinashi, 3, spy_heikin_ashi.txt, HA_Close, 0, 1e-6",
        "adx:14, 0, spy_with_adx.txt.gz, ADX 14, 28, 0.001",
        "adx:14, 1, spy_with_adx.txt.gz, +DI14, 14, 0.001",
        "adx:14, 2, spy_with_adx.txt.gz, -DI14, 14, 0.001"
    })
    void equalsWhatLeanIsTestedWith(String spec, int output, String file, String column, int from, double digits)
            throws IOException {
        Map<String, double[]> columns = new HashMap<>();
        SharedData.columns("indicators/lean/" + file).forEach((name, values) -> columns.put(name.strip(), values));
        double[] close = Objects.requireNonNull(columns.get("Close"));
        long[] times = new long[close.length];
        Arrays.setAll(times, i -> i * DAY_NANOS);
        BarSeries bars = new BarSeries(
                times,
                Objects.requireNonNull(columns.get("Open")),
                Objects.requireNonNull(columns.get("High")),
                Objects.requireNonNull(columns.get("Low")),
                close,
                columns.getOrDefault("Volume", close),
                close.length);
        double[] reference = Objects.requireNonNull(columns.get(column), column);
        double[] computed = IndicatorSpec.parse(spec).columns(bars)[output];

        int compared = 0;
        for (int i = from; i < reference.length; i++) {
            if (!Double.isNaN(reference[i])) {
                assertThat(computed[i]).as("bar %d", i).isCloseTo(reference[i], within(digits));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(reference.length / 2);
    }
}
