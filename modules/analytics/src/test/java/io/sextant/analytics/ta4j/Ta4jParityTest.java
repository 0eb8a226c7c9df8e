package io.sextant.analytics.ta4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.domain.market.BarSeries;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our columns against ta4j over the same bars; where starts differ, from where they no longer do. */
class Ta4jParityTest {

    private static final int BARS = 1_500;
    private static final Ta4jIndicators TA4J = Ta4jIndicators.all();
    private static final BarSeries WALK = walk();

    private static BarSeries walk() {
        SplittableRandom random = new SplittableRandom(12);
        long[] times = new long[BARS];
        double[][] columns = new double[5][BARS];
        double price = 300;
        for (int i = 0; i < BARS; i++) {
            double open = price;
            double close = open + random.nextGaussian();
            times[i] = i * 3_600_000_000_000L;
            columns[0][i] = open;
            columns[1][i] = Math.max(open, close) + random.nextDouble();
            columns[2][i] = Math.min(open, close) - random.nextDouble();
            columns[3][i] = close;
            columns[4][i] = 1 + 1_000 * random.nextDouble();
            price = close;
        }
        return new BarSeries(times, columns[0], columns[1], columns[2], columns[3], columns[4], BARS);
    }

    @ParameterizedTest(name = "{0} output {1} is ta4j''s {2} from bar {3}")
    @CsvSource({
        "sma:20, 0, sma:20, 19",
        "wma:14, 0, wma:14, 13",
        "hma:16, 0, hma:16, 30",
        "ema:20, 0, ema:20, 600",
        "rsi:14, 0, rsi:14, 900",
        "atr:14, 0, atr:14, 900",
        "macd:12:26:9, 0, macd:12:26, 800",
        "roc:10, 0, roc:10, 10",
        "cci:20, 0, cci:20, 19",
        "willr:14, 0, williamsr:14, 13",
        "stoch:14:1:3, 0, stochasticoscillatork:14, 13",
        "cmo:14, 0, cmo:14, 14",
        "dema:14, 0, doubleema:14, 900",
        "tema:14, 0, tripleema:14, 900",
        "hl2, 0, medianprice, 0",
        "hlc3, 0, typicalprice, 0",
        "cmf:20, 0, chaikinmoneyflow:20, 19",
        "aroon:25, 0, aroonup:25, 25",
        "aroon:25, 1, aroondown:25, 25",
        "donchian:20, 2, donchianchannelupper:20, 19",
        "donchian:20, 0, donchianchannellower:20, 19",
        "mass:9:25, 0, massindex:9:25, 600",
        "ppo:12:26, 0, ppo:12:26, 800",
        "vwma:14, 0, vwma:14, 13",
        "zlema:14, 0, zlema:14, 600",
        "tr, 0, tr, 1",
        "smma:14, 0, mma:14, 900",
        "kama:10:2:30, 0, kama:10:2:30, 900",
        "adx:14, 0, adx:14, 900",
        "adx:14, 1, plusdi:14, 900",
        "stddev:14, 0, standarddeviation:14, 13",
        "ao:5:34, 0, awesomeoscillator, 33",
        "chop:14, 0, chop:14:100, 14",
        "supertrend:10:3, 0, supertrend:10:3, 900",
        "linreg:14, 0, simplelinearregression:14, 13"
    })
    void equalsTa4j(String spec, int output, String name, int from) {
        double[] own = IndicatorSpec.parse(spec).columns(WALK)[output];
        double[] theirs = TA4J.column("ta4j." + name, WALK);

        for (int i = from; i < BARS; i++) {
            assertThat(own[i]).as("bar %d", i).isCloseTo(theirs[i], within(1e-9 * Math.max(1, Math.abs(theirs[i]))));
        }
    }

    /** ta4j counts from 0 where we, as TTR, count the first volume; from there on every step is the same. */
    @ParameterizedTest
    @CsvSource({"obv, onbalancevolume", "ad, accumulationdistribution"})
    void volumesAddUpFromAnotherStart(String spec, String name) {
        double[] own = IndicatorSpec.parse(spec).columns(WALK)[0];
        double[] theirs = TA4J.column(name, WALK);

        for (int i = 1; i < BARS; i++) {
            assertThat(own[i] - own[0]).as("bar %d", i).isCloseTo(theirs[i] - theirs[0], within(1e-6));
        }
    }

    /** Indicators of indicators, against our own kinds that are made of both. */
    @Test
    void bracketsPutAnotherIndicatorInPlaceOfTheClose() {
        double[] plain = TA4J.column("ta4j.sma:20", WALK);
        assertThat(TA4J.column("ta4j:sma:(closeprice):20", WALK)).isEqualTo(plain);
        double[] upper =
                TA4J.column("ta4j.bollingerbandsupper:(bollingerbandsmiddle:(sma:20)):(standarddeviation:20):2", WALK);
        double[] own = IndicatorSpec.parse("bbands:20:2").columns(WALK)[2];
        double[] ourMean = IndicatorSpec.parse("sma:20").columns(WALK)[0];
        for (int i = 19; i < BARS; i++) {
            assertThat(upper[i]).isCloseTo(own[i], within(1e-9 * own[i]));
            assertThat(plain[i]).isCloseTo(ourMean[i], within(1e-9 * plain[i]));
        }
        assertThat(TA4J.column("ta4j.sum:(closeprice):(openprice)", WALK)[7])
                .isEqualTo(WALK.close()[7] + WALK.open()[7]);
        assertThat(TA4J.column("ta4j.standardreversal:(pivotpoint:DAY):RESISTANCE_1", WALK))
                .hasSize(BARS);
    }

    @Test
    void mostOfTheLibraryCanBeNamed() {
        assertThat(TA4J.codes()).hasSizeGreaterThan(120).contains("rsi", "ema", "atr", "closeprice");
        assertThat(TA4J.forms("rsi")).containsExactly("rsi:barCount");
        assertThat(TA4J.forms("macd")).contains("macd:shortBarCount:longBarCount");
        assertThat(TA4J.forms("mvwap")).containsExactly("mvwap:(vwap):barCount");
    }

    @Test
    void refusesWhatTa4jHasNot() {
        assertThatThrownBy(() -> TA4J.column("ta4j.moon:3", WALK)).hasMessage("ta4j has no indicator called 'moon'");
        assertThatThrownBy(() -> TA4J.column("ta4j.rsi", WALK)).hasMessage("ta4j.rsi is written ta4j.rsi:barCount");
        assertThatThrownBy(() -> TA4J.column("ta4j.rsi:x", WALK)).hasMessage("ta4j.rsi is written ta4j.rsi:barCount");
        assertThatThrownBy(() -> TA4J.column("ta4j.rsi:1.5", WALK)).hasMessageContaining("is written");
        assertThatThrownBy(() -> TA4J.column("ta4j.rsi:1-4", WALK)).hasMessageContaining("is not a number");
        assertThatThrownBy(() -> TA4J.column("ta4j.sma:(rsi:14:9", WALK)).hasMessageContaining("brackets");
        assertThatThrownBy(() -> TA4J.column("ta4j.rsi::14", WALK)).hasMessageContaining("nothing stands");
        assertThatThrownBy(() -> TA4J.column("ta4j.num", WALK)).hasMessageContaining("it takes Function");
    }
}
