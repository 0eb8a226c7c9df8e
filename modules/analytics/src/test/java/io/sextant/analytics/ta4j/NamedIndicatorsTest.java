package io.sextant.analytics.ta4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.analytics.indicator.Indicator;
import io.sextant.analytics.indicator.IndicatorCatalog;
import io.sextant.analytics.indicator.IndicatorKind;
import io.sextant.analytics.indicator.IndicatorSpec;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamedIndicatorsTest {

    private static final int BARS = 300;
    private static final int CODES = 202;
    private static final int KINDS = 162;
    private static final Ta4jIndicators LIBRARY = Ta4jIndicators.all();
    private static final BarSeries WALK = walk(3);

    private static BarSeries walk(long seed) {
        SeededRandom random = SeededRandom.stream(seed, 1);
        BarSeries bars = new BarSeries(
                new long[BARS],
                new double[BARS],
                new double[BARS],
                new double[BARS],
                new double[BARS],
                new double[BARS],
                BARS);
        double price = 300;
        for (int i = 0; i < BARS; i++) {
            double open = price;
            price += random.nextGaussian();
            bars.openTimeNanos()[i] = i * 3_600_000_000_000L;
            bars.open()[i] = open;
            bars.high()[i] = Math.max(open, price) + random.nextDouble();
            bars.low()[i] = Math.min(open, price) - random.nextDouble();
            bars.close()[i] = price;
            bars.volume()[i] = 1 + 1_000 * random.nextDouble();
        }
        return bars;
    }

    static List<IndicatorKind> ofTa4j() {
        return NamedIndicators.all().stream()
                .filter(kind -> Ta4jIndicators.isNamed(kind.code()))
                .toList();
    }

    /** Of the classes of ta4j 0.22.2 under indicators; what a text cannot say is told with what it takes. */
    @Test
    void everyIndicatorCanBeNamedButThoseMadeOfCode() {
        assertThat(LIBRARY.unreachable())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "booleantransform", "Predicate",
                        "combine", "BinaryOperator",
                        "fixed", "Object[]",
                        "fixedboolean", "Boolean[]",
                        "num", "Function",
                        "numeric", "no public constructor"));
        assertThat(LIBRARY.codes())
                .hasSize(CODES)
                .doesNotContainAnyElementsOf(LIBRARY.unreachable().keySet());
    }

    @Test
    void chartsAndStrategiesHaveThoseThatNumbersSayAndThatDoNotKnowWhatComes() {
        List<String> left = LIBRARY.codes().stream()
                .filter(code -> LIBRARY.ofNumbers(code).isPresent())
                .filter(code -> NamedIndicators.find("ta4j." + code).isEmpty())
                .toList();
        TreeSet<String> expected = new TreeSet<>(NamedIndicators.KNOW_WHAT_COMES);
        expected.addAll(NamedIndicators.OF_OTHERS_ALONE);
        assertThat(left).containsExactlyElementsOf(expected);
        assertThat(ofTa4j()).hasSize(KINDS);
        assertThat(NamedIndicators.all()).startsWith(IndicatorCatalog.all().toArray(IndicatorKind[]::new));
    }

    /** Fed bar by bar they tell something else than over all bars at once, or nothing at all. */
    @Test
    void thoseThatAreLeftOutKnowWhatComesOrCountOnBarsThatAreNotThere() {
        for (String code : NamedIndicators.KNOW_WHAT_COMES) {
            String numbers = code.equals("sgma") ? ":9:2" : ":14".repeat(numbers(code));
            String spec = Ta4jIndicators.PREFIX + code + numbers;
            assertThat(isTheSameBarByBar(spec)).as(spec).isFalse();
        }
        assertThat(isTheSameBarByBar("ta4j.rsi:14")).isTrue();
    }

    private static int numbers(String code) {
        return LIBRARY.ofNumbers(code).orElseThrow().numbers().size();
    }

    private static boolean isTheSameBarByBar(String spec) {
        try {
            double[] column = LIBRARY.column(spec, WALK);
            Indicator stream = new Ta4jStream(LIBRARY, Ta4jIndicators.call(spec), false);
            double[] out = new double[1];
            for (int i = 0; i < BARS; i++) {
                feed(stream, WALK, i, out);
                if (Math.abs(out[0] - column[i]) > 1e-6 || Double.isNaN(out[0]) != Double.isNaN(column[i])) {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException | IndexOutOfBoundsException countsOnBars) {
            return false;
        }
    }

    @Test
    void aSpecIsReadWhoseverItIs() {
        assertThat(NamedIndicators.parse("rsi:14")).isEqualTo(IndicatorSpec.parse("rsi:14"));
        IndicatorSpec spec = NamedIndicators.parse("ta4j.macd");
        assertThat(spec.toString()).isEqualTo("ta4j.macd:12:26");
        assertThat(spec.kind().parameters().getFirst().name()).isEqualTo("shortBarCount");
        assertThatThrownBy(() -> NamedIndicators.parse("ta4j.moon:3")).hasMessageContaining("ta4j.moon");
    }

    private static void feed(Indicator indicator, BarSeries bars, int i, double[] out) {
        indicator.next(
                bars.openTimeNanos()[i],
                bars.open()[i],
                bars.high()[i],
                bars.low()[i],
                bars.close()[i],
                bars.volume()[i],
                out);
    }

    @ParameterizedTest
    @MethodSource("ofTa4j")
    void barByBarTheyTellWhatTheColumnTells(IndicatorKind kind) {
        barByBar(kind);
    }

    @Test
    void aCopyGoesItsOwnWay() {
        Indicator stream = NamedIndicators.parse("ta4j.ema:14").make();
        double[] out = new double[1];
        for (int i = 0; i < 100; i++) {
            feed(stream, WALK, i, out);
        }
        Indicator copy = stream.copy();
        double[] copied = new double[1];
        for (int i = 100; i < 120; i++) {
            feed(copy, WALK, i, copied);
        }
        BarSeries other = walk(4);
        for (int i = 100; i < 120; i++) {
            feed(stream, other, i, out);
        }
        assertThat(copied[0]).isEqualTo(LIBRARY.column("ta4j.ema:14", WALK)[119]);
        assertThat(out[0]).isNotEqualTo(copied[0]);
        feed(copy.copy(), WALK, 120, copied);
        assertThat(copied[0]).isEqualTo(LIBRARY.column("ta4j.ema:14", WALK)[120]);
    }

    private static void assertSame(double told, double wanted, String what) {
        boolean same = Double.isNaN(told)
                ? Double.isNaN(wanted)
                : told == wanted || Math.abs(told - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
        assertThat(same).as("%s: %s, not %s", what, told, wanted).isTrue();
    }

    private void barByBar(IndicatorKind kind) {
        IndicatorSpec spec = IndicatorSpec.usual(kind);
        double[] column = LIBRARY.column(spec.toString(), WALK);
        BarSeries other = walk(4);
        Indicator stream = spec.make();
        boolean looksAhead =
                !NamedIndicators.KEEP_THEIR_LAST.contains(kind.code().substring(Ta4jIndicators.PREFIX.length()));
        double[] out = new double[1];
        double[] ahead = new double[1];
        for (int i = 0; i < BARS; i++) {
            // Two looks at bars that never were, and one at the bar that comes.
            feed(stream.copy(), other, i, ahead);
            feed(stream.copy(), WALK, i, ahead);
            feed(stream, WALK, i, out);
            assertSame(out[0], column[i], "bar " + i);
            assertSame(ahead[0], looksAhead ? column[i] : Double.NaN, "look at bar " + i);
        }
    }
}
