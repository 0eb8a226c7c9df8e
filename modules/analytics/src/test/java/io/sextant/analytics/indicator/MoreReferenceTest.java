package io.sextant.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.SharedData;
import io.sextant.domain.market.BarSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against R's TTR, Skender and Tulip; where a convention differs the test says which. */
class MoreReferenceTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;

    private static BarSeries bars(Map<String, double[]> columns) {
        double[] close = Objects.requireNonNull(columns.get("close"));
        long[] times = new long[close.length];
        Arrays.setAll(times, i -> i * DAY_NANOS);
        return new BarSeries(
                times,
                columns.getOrDefault("open", close),
                columns.getOrDefault("high", close),
                columns.getOrDefault("low", close),
                close,
                columns.getOrDefault("volume", close),
                close.length);
    }

    /** TTR prints ten decimals; {@code from} leaves out bars in which starts still differ. */
    @ParameterizedTest(name = "{0} output {1} is TTR''s {2}")
    @CsvSource({
        "wma:20, 0, wma20, 1, 0",
        "dema:20, 0, dema20, 1, 0",
        "hma:16, 0, hma16, 1, 0",
        "tr, 0, tr, 1, 0",
        "adx:14, 0, adx14, 1, 700",
        "adx:14, 1, plus_di14, 1, 500",
        "adx:14, 2, minus_di14, 1, 500",
        "stoch:14:1:3, 0, stoch_fastK14, 1, 0",
        "stoch:14:1:3, 1, stoch_fastD3, 1, 0",
        "stoch:14:3:3, 1, stoch_slowD3, 1, 0",
        "cci:20, 0, cci20, 1, 0",
        "logret:10, 0, roc10_log, 1, 0",
        "mom:10, 0, mom10, 1, 0",
        "obv, 0, obv, 1, 0",
        "cmf:20, 0, cmf20, 1, 0",
        "ad, 0, chaikin_ad, 1, 0",
        "aroon:25, 0, aroon_up25, 1, 25",
        "aroon:25, 1, aroon_dn25, 1, 25",
        "donchian:20, 2, donch_high20, 1, 0",
        "donchian:20, 0, donch_low20, 1, 0",
        "trix:20, 0, trix20, 1, 0",
        "vwma:20, 0, vwap20, 1, 0",
        "willr:14, 0, willr14, 1, 0",
        "parkinson:10:260, 0, vol_parkinson10, 1, 0",
        "gk:10:260, 0, vol_gk10, 1, 0",
        "rs:10:260, 0, vol_rs10, 1, 0",
        "yz:10:260, 0, vol_yz10, 1, 0"
    })
    void equalsTtrOnSpy(String spec, int output, String column, double scale, int from) throws IOException {
        Map<String, double[]> prices = SharedData.columns("equities/lean_spy_daily.csv.gz");
        double[] reference = SharedData.column("indicators/ttr_spy_daily.csv.gz", column);
        double[] computed = IndicatorSpec.parse(spec).columns(bars(prices))[output];

        compare(computed, reference, scale, from, 1e-9, true);
    }

    /** Where two typical prices are equal but for the rounding of a sum, a turnover counts here and not there, for the fourteen bars of the window; it is so twice. */
    @Test
    void moneyFlowIsTtrsButForTies() throws IOException {
        double[] reference = SharedData.column("indicators/ttr_spy_daily.csv.gz", "mfi14");
        double[] computed =
                IndicatorSpec.parse("mfi:14").columns(bars(SharedData.columns("equities/lean_spy_daily.csv.gz")))[0];
        long differing = IntStream.range(0, reference.length)
                .filter(i -> Math.abs(reference[i] - computed[i]) > 1e-7)
                .count();
        assertThat(differing).isLessThanOrEqualTo(28);
        assertThat(computed[14]).isCloseTo(reference[14], within(1e-9 * 100));
    }

    @ParameterizedTest(name = "{0} output {1} is Skender''s {2}")
    @CsvSource({
        "wma:14, 0, wma.wma, 1, 0",
        "tema:20, 0, tema.tema, 1, 350",
        "dema:14, 0, dema.dema, 1, 120",
        "roc:14, 0, roc.roc, 1, 0",
        "mom:14, 0, roc.momentum, 1, 0",
        "trix:14, 0, trix.trix, 1, 250",
        "uo:7:14:28, 0, uo.ultimate, 1, 0",
        "tsi:25:13:7, 0, tsi.tsi, 1, 0",
        "tsi:25:13:7, 1, tsi.signal, 1, 0",
        "vortex:14, 0, vortex.pvi, 1, 0",
        "vortex:14, 1, vortex.nvi, 1, 0",
        "er:10, 0, kama.er, 1, 0",
        "kama:10:2:30, 0, kama.kama, 1, 11",
        "t3:5:0.7, 0, t3.t3, 1, 150",
        "alma:9:0.85:6, 0, alma.alma, 1, 0",
        "ad, 0, adl.adl, 1, 0",
        "chop:14, 0, chop.chop, 1, 0",
        "cmo:14, 0, cmo.cmo, 1, 0",
        "force:2, 0, force.forceIndex, 1, 0",
        "stddev:14, 0, stdev.stdDev, 1, 0",
        "zscore:14, 0, stdev.zScore, 1, 0",
        "tr, 0, tr.tr, 1, 0",
        "heikinashi, 0, heikinashi.open, 1, 0",
        "heikinashi, 1, heikinashi.high, 1, 0",
        "heikinashi, 3, heikinashi.close, 1, 0",
        "fisher:10, 0, fisher.fisher, 1, 120",
        "smma:20, 0, smma.smma, 1, 0",
        "smi:13:25:2:3, 0, smi.smi, 1, 350",
        "smi:13:25:2:3, 1, smi.signal, 1, 350",
        "elder:13, 0, elder-ray.bullPower, 1, 0",
        "elder:13, 1, elder-ray.bearPower, 1, 0",
        "chandelier:22:3, 0, chexit.chandelierExit, 1, 0",
        "slope:14, 0, slope.slope, 1, 0"
    })
    void equalsSkenderOnSpy(String spec, int output, String column, double scale, int from) throws IOException {
        Map<String, double[]> prices = SharedData.columns("indicators/skender_default_quotes_spy_2017_2018.csv");
        double[] reference = SharedData.column("indicators/skender_expected.csv.gz", column);
        double[] computed = IndicatorSpec.parse(spec).columns(bars(prices))[output];

        compare(computed, reference, scale, from, 1e-9, false);
    }

    private static void compare(
            double[] computed, double[] reference, double scale, int from, double digits, boolean sameWarmUp) {
        assertThat(computed).hasSameSizeAs(reference);
        int compared = 0;
        for (int i = from; i < reference.length; i++) {
            if (Double.isNaN(reference[i])) {
                if (sameWarmUp) {
                    assertThat(computed[i]).as("bar %d", i).isNaN();
                }
            } else if (sameWarmUp || !Double.isNaN(computed[i])) {
                double value = computed[i] * scale;
                assertThat(value)
                        .as("bar %d", i)
                        .isCloseTo(reference[i], within(digits * Math.max(1, Math.abs(reference[i]))));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(reference.length / 20);
    }

    /** Tulip prints three decimals; its names, inputs and outputs are in one file. Empty inputs are the close. */
    @ParameterizedTest(name = "{0} is Tulip''s {1}")
    @CsvSource({
        "sma:5, sma 5, close, 0, 1",
        "wma:5, wma 5, close, 0, 1",
        "hma:5, hma 5, close, 0, 1",
        "trima:5, trima 5, close, 0, 1",
        "smma:5, wilders 5, close, 0, 1",
        "kama:5:2:30, kama 5, close, 0, 1",
        "linreg:5, linreg 5, close, 0, 1",
        "slope:5, linregslope 5, close, 0, 1",
        "tsf:5, tsf 5, close, 0, 1",
        "stddev:5, stddev 5, close, 0, 1",
        "variance:5, var 5, close, 0, 1",
        "dpo:5, dpo 5, close, 0, 1",
        "cmo:5, cmo 5, close, 0, 1",
        "mom:5, mom 5, close, 0, 1",
        "roc:5, roc 5, close, 0, 0.01",
        "rsi:5, rsi 5, close, 0, 1",
        "bbands:5:2, bbands 5 2, close, 0, 1",
        "stoch:5:3:3, stoch 5 3 3, high low close, 0, 1",
        "willr:5, willr 5, high low close, 0, 1",
        "cci:5, cci 5, high low close, 0, 1",
        "fisher:5, fisher 5, high low, 0, 1",
        "aroon:5, aroonosc 5, high low, 2, 1",
        "uo:2:3:5, ultosc 2 3 5, high low close, 0, 1",
        "bop:1, bop, open high low close, 0, 1",
        "qstick:5, qstick 5, open close, 0, 1",
        "mfi:5, mfi 5, high low close volume, 0, 1",
        "ad, ad, high low close volume, 0, 1",
        "vwma:5, vwma 5, close volume, 0, 1",
        "nvi, nvi, close volume, 0, 1",
        "pvi, pvi, close volume, 0, 1",
        "vosc:2:5, vosc 2 5, volume, 0, 1",
        "psar:0.2:2, psar .2 2, high low, 0, 1",
        "hl2, medprice, high low, 0, 1",
        "hlc3, typprice, high low close, 0, 1",
        "hlcc4, wcprice, high low close, 0, 1",
        "ohlc4, avgprice, open high low close, 0, 1"
    })
    void equalsTulip(String spec, String name, String inputs, int output, double scale) throws IOException {
        List<String> lines = Files.readAllLines(SharedData.find("indicators/tulip_untest.txt"));
        int at = lines.indexOf(name);
        assertThat(at).isNotNegative();
        Map<String, double[]> columns = new HashMap<>();
        String[] names = inputs.split(" ");
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i], numbers(lines.get(at + 1 + i)));
        }
        double[] any = Objects.requireNonNull(columns.get(names[0]));
        columns.putIfAbsent("close", any);

        double[] reference = numbers(lines.get(at + 1 + names.length));
        double[] computed = IndicatorSpec.parse(spec).columns(bars(columns))[output];

        int skipped = computed.length - reference.length;
        for (int i = 0; i < reference.length; i++) {
            double value = computed[skipped + i] * scale;
            if (!Double.isNaN(value)) {
                assertThat(value)
                        .as("value %d", i)
                        .isCloseTo(reference[i], within(Math.max(6e-4, 1e-9 * Math.abs(reference[i]))));
            }
        }
        assertThat(computed[computed.length - 1]).isNotNaN();
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
