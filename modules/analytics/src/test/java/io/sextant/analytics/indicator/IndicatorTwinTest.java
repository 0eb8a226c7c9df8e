package io.sextant.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.BarSeries;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One pass against sums over the whole window, and what holds for every indicator. */
class IndicatorTwinTest {

    private static final int BARS = 3_000;

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void movingMeanEqualsTheMeanOfItsWindow() {
        BarSeries bars = RandomBars.of(random, BARS, 60_000, 30);
        double[] column = IndicatorSpec.parse("sma:37").columns(bars)[0];

        for (int i = 36; i < BARS; i++) {
            double mean = Arrays.stream(bars.close(), i - 36, i + 1).average().orElseThrow();
            assertThat(column[i]).isCloseTo(mean, within(1e-9));
        }
    }

    @Test
    void bandsKeepTheirDigitsWhenThePriceIsHugeAndTheDeviationSmall() {
        BarSeries bars = RandomBars.of(random, BARS, 1e7, 1e-3);
        double[][] bands = IndicatorSpec.parse("bbands:50:2").columns(bars);

        for (int i = 49; i < BARS; i++) {
            double[] window = Arrays.copyOfRange(bars.close(), i - 49, i + 1);
            double mean = Arrays.stream(window).average().orElseThrow();
            double variance = Arrays.stream(window)
                    .map(x -> (x - mean) * (x - mean))
                    .average()
                    .orElseThrow();
            // A price of 1e7 is itself only known to 2e-9.
            assertThat(bands[2][i] - bands[1][i]).isCloseTo(2 * Math.sqrt(variance), within(1e-8));
        }
    }

    @Test
    void weightedPriceBeginsAnewEachSession() {
        BarSeries bars = RandomBars.of(random, 240, 100, 1);
        double[] column = IndicatorSpec.parse("vwap:24").columns(bars)[0];

        for (int i = 0; i < bars.size(); i++) {
            double value = 0;
            double volume = 0;
            for (int k = i / 24 * 24; k <= i; k++) {
                value += (bars.high()[k] + bars.low()[k] + bars.close()[k]) / 3 * bars.volume()[k];
                volume += bars.volume()[k];
            }
            if (volume == 0) {
                assertThat(column[i]).isNaN();
            } else {
                assertThat(column[i]).isCloseTo(value / volume, within(1e-9));
            }
        }
    }

    @Test
    void strengthStaysWithinItsScaleAndIsFiftyWhereNothingMoves() {
        BarSeries bars = RandomBars.of(random, BARS, 100, 1);
        assertThat(Arrays.stream(IndicatorSpec.parse("rsi:14").columns(bars)[0]).skip(14))
                .allSatisfy(value -> assertThat(value).isBetween(0.0, 100.0));

        double[] flat = new double[40];
        Arrays.fill(flat, 5);
        long[] times = new long[40];
        Arrays.setAll(times, i -> i);
        BarSeries still = new BarSeries(times, flat, flat, flat, flat, flat, 40);
        assertThat(IndicatorSpec.parse("rsi:14").columns(still)[0][39]).isEqualTo(50);
    }

    @ParameterizedTest
    @MethodSource("io.sextant.analytics.indicator.IndicatorCatalog#all")
    void isWarmExactlyWhenItSays(IndicatorKind kind) {
        IndicatorSpec spec = IndicatorSpec.usual(kind);
        // A volume of zero in the first bar would leave a weighted price without a value.
        BarSeries bars = RandomBars.of(new SplittableRandom(3), 200, 100, 1);

        for (double[] column : spec.columns(bars)) {
            int first = 0;
            while (Double.isNaN(column[first])) {
                first++;
            }
            assertThat(first + 1).as("first bar with a number").isLessThanOrEqualTo(spec.warmUpBars());
        }
        double[][] columns = spec.columns(bars);
        int last = spec.warmUpBars() - 1;
        assertThat(Arrays.stream(columns).anyMatch(column -> last == 0 || Double.isNaN(column[last - 1])))
                .as("some output needs all of the warm-up")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.sextant.analytics.indicator.IndicatorCatalog#all")
    void looksAtNothingAfterItsOwnBar(IndicatorKind kind) {
        BarSeries bars = RandomBars.of(random, 500, 100, 1);
        IndicatorSpec spec = IndicatorSpec.usual(kind);
        double[][] whole = spec.columns(bars);

        for (int cut : new int[] {1, 17, 100, 499}) {
            double[][] known = spec.columns(bars.copyOfRange(0, cut));
            for (int c = 0; c < whole.length; c++) {
                assertThat(known[c]).containsExactly(Arrays.copyOf(whole[c], cut));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.sextant.analytics.indicator.IndicatorCatalog#all")
    void aCopyGoesItsOwnWay(IndicatorKind kind) {
        BarSeries bars = RandomBars.of(random, 300, 100, 1);
        double[][] expected = IndicatorSpec.usual(kind).columns(bars);
        Indicator indicator = IndicatorSpec.usual(kind).make();
        double[] out = new double[indicator.outputs()];
        double[] unfinished = new double[indicator.outputs()];

        for (int i = 0; i < bars.size(); i++) {
            Indicator look = indicator.copy();
            look.next(bars.openTimeNanos()[i], 1, 1e6, 0.5, 7, 1e9, unfinished);
            look.next(bars.openTimeNanos()[i] + 1, 1, 1e6, 0.5, 7, 1e9, unfinished);
            indicator.next(
                    bars.openTimeNanos()[i],
                    bars.open()[i],
                    bars.high()[i],
                    bars.low()[i],
                    bars.close()[i],
                    bars.volume()[i],
                    out);
            double[] atOnce = new double[out.length];
            for (int c = 0; c < out.length; c++) {
                atOnce[c] = expected[c][i];
            }
            assertThat(out).containsExactly(atOnce);
        }
    }

    @ParameterizedTest
    @MethodSource("io.sextant.analytics.indicator.IndicatorCatalog#all")
    void aColumnIsTheStreamAlsoWherePricesRestAndBarsAreMissing(IndicatorKind kind) {
        BarSeries bars = RandomBars.of(random, 400, 100, 1);
        for (int i = 150; i < 220; i++) {
            bars.open()[i] = bars.high()[i] = bars.low()[i] = bars.close()[i] = 100;
            bars.volume()[i] = 0;
        }
        bars.close()[260] = Double.NaN;
        IndicatorSpec spec = IndicatorSpec.usual(kind);
        Indicator indicator = spec.make();
        double[][] streamed = new double[indicator.outputs()][bars.size()];
        double[] out = new double[indicator.outputs()];
        for (int i = 0; i < bars.size(); i++) {
            indicator.next(
                    bars.openTimeNanos()[i],
                    bars.open()[i],
                    bars.high()[i],
                    bars.low()[i],
                    bars.close()[i],
                    bars.volume()[i],
                    out);
            for (int c = 0; c < out.length; c++) {
                streamed[c][i] = out[c];
            }
        }
        double[][] columns = spec.columns(bars);
        for (int c = 0; c < columns.length; c++) {
            assertThat(columns[c]).containsExactly(streamed[c]);
        }
    }
}
