package io.sextant.analytics.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.sextant.analytics.pattern.PatternKind.Family;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatternScannerTest {

    private static final Map<PatternKind, PatternKind> MIRRORS = new EnumMap<>(Map.ofEntries(
            Map.entry(PatternKind.DRAGONFLY_DOJI, PatternKind.GRAVESTONE_DOJI),
            Map.entry(PatternKind.HAMMER, PatternKind.SHOOTING_STAR),
            Map.entry(PatternKind.INVERTED_HAMMER, PatternKind.HANGING_MAN),
            Map.entry(PatternKind.BULLISH_MARUBOZU, PatternKind.BEARISH_MARUBOZU),
            Map.entry(PatternKind.BULLISH_ENGULFING, PatternKind.BEARISH_ENGULFING),
            Map.entry(PatternKind.BULLISH_HARAMI, PatternKind.BEARISH_HARAMI),
            Map.entry(PatternKind.PIERCING_LINE, PatternKind.DARK_CLOUD_COVER),
            Map.entry(PatternKind.MORNING_STAR, PatternKind.EVENING_STAR),
            Map.entry(PatternKind.THREE_WHITE_SOLDIERS, PatternKind.THREE_BLACK_CROWS),
            Map.entry(PatternKind.TWEEZER_BOTTOM, PatternKind.TWEEZER_TOP),
            Map.entry(PatternKind.DOUBLE_TOP, PatternKind.DOUBLE_BOTTOM),
            Map.entry(PatternKind.HEAD_AND_SHOULDERS, PatternKind.INVERSE_HEAD_AND_SHOULDERS),
            Map.entry(PatternKind.ASCENDING_TRIANGLE, PatternKind.DESCENDING_TRIANGLE),
            Map.entry(PatternKind.RISING_CHANNEL, PatternKind.FALLING_CHANNEL)));

    private static PatternKind mirror(PatternKind kind) {
        for (Map.Entry<PatternKind, PatternKind> pair : MIRRORS.entrySet()) {
            if (pair.getKey() == kind) {
                return pair.getValue();
            }
            if (pair.getValue() == kind) {
                return pair.getKey();
            }
        }
        return kind;
    }

    /** Open, high, low, close by bar. */
    private static double[][] random(long seed, int bars) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] made = new double[bars][];
        double price = 1_000;
        for (int i = 0; i < bars; i++) {
            double open = price + random.nextInt(3) - 1;
            double close = open + Math.rint(16 * random.nextGaussian() * 4) / 16;
            double high = Math.max(open, close) + random.nextInt(48) / 16.0;
            double low = Math.min(open, close) - random.nextInt(48) / 16.0;
            made[i] = new double[] {open, high, low, close};
            price = close;
        }
        return made;
    }

    private static List<PatternHit> scan(double[][] bars, int until) {
        List<PatternHit> hits = new ArrayList<>();
        PatternScanner scanner = new PatternScanner(EnumSet.allOf(PatternKind.class), hits::add);
        for (int i = 0; i < until; i++) {
            scanner.next(bars[i][0], bars[i][1], bars[i][2], bars[i][3]);
        }
        return hits;
    }

    @Property(tries = 40)
    void whatIsKnownAtABarDoesNotDependOnLaterOnes(@ForAll long seed) {
        double[][] bars = random(seed, 800);
        List<PatternHit> all = scan(bars, bars.length);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 8; i++) {
            int cut = random.nextInt(bars.length);
            assertThat(scan(bars, cut))
                    .isEqualTo(all.stream().filter(hit -> hit.bar() < cut).toList());
        }
    }

    @Property(tries = 40)
    void aMirroredPriceShowsTheMirroredShapes(@ForAll long seed) {
        double[][] bars = random(seed, 1_500);
        double[][] mirrored = new double[bars.length][];
        for (int i = 0; i < bars.length; i++) {
            mirrored[i] = new double[] {-bars[i][0], -bars[i][2], -bars[i][1], -bars[i][3]};
        }
        List<String> expected = scan(bars, bars.length).stream()
                .map(hit -> hit.bar() + " " + mirror(hit.kind()) + " " + -hit.direction() + " " + hit.firstBar())
                .sorted()
                .toList();
        List<String> seen = scan(mirrored, bars.length).stream()
                .map(hit -> hit.bar() + " " + hit.kind() + " " + hit.direction() + " " + hit.firstBar())
                .sorted()
                .toList();
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void everyShapeComesAboutInALongRandomWalk() {
        EnumSet<PatternKind> seen = EnumSet.noneOf(PatternKind.class);
        for (long seed = 0; seed < 20; seed++) {
            scan(random(seed, 20_000), 20_000).forEach(hit -> seen.add(hit.kind()));
        }
        assertThat(EnumSet.complementOf(seen)).isEmpty();
    }

    /** Twenty falling bars of one length, then the given ones. */
    private static List<PatternKind> candles(boolean falling, double[]... bars) {
        List<double[]> all = new ArrayList<>();
        int sign = falling ? -1 : 1;
        double price = falling ? 140 : 60;
        for (int i = 0; i < 20; i++) {
            double close = price + 2 * sign;
            all.add(new double[] {price, Math.max(price, close) + 0.5, Math.min(price, close) - 0.5, close});
            price = close;
        }
        all.addAll(List.of(bars));
        return scan(all.toArray(double[][]::new), all.size()).stream()
                .filter(hit -> hit.bar() == all.size() - 1 && hit.kind().family() == Family.CANDLE)
                .map(PatternHit::kind)
                .toList();
    }

    @Test
    void candlesByHand() {
        assertThat(candles(true, new double[] {100, 103, 97, 100.2})).containsExactly(PatternKind.DOJI);
        assertThat(candles(true, new double[] {100, 100.3, 95, 100.1}))
                .containsExactly(PatternKind.DOJI, PatternKind.DRAGONFLY_DOJI);
        assertThat(candles(false, new double[] {100, 105, 99.8, 100.1}))
                .containsExactly(PatternKind.DOJI, PatternKind.GRAVESTONE_DOJI);
        assertThat(candles(true, new double[] {100, 101.2, 95, 101})).containsExactly(PatternKind.HAMMER);
        assertThat(candles(false, new double[] {100, 101.2, 95, 101})).containsExactly(PatternKind.HANGING_MAN);
        assertThat(candles(true, new double[] {100, 106, 99.9, 101})).containsExactly(PatternKind.INVERTED_HAMMER);
        assertThat(candles(false, new double[] {100, 106, 99.9, 101})).containsExactly(PatternKind.SHOOTING_STAR);
        assertThat(candles(true, new double[] {100, 105.1, 99.9, 105})).contains(PatternKind.BULLISH_MARUBOZU);
        assertThat(candles(true, new double[] {99.5, 103, 99, 102.5})).containsExactly(PatternKind.BULLISH_ENGULFING);
        assertThat(candles(true, new double[] {100, 100.5, 95, 95.5}, new double[] {96.5, 98.7, 96, 98.5}))
                .containsExactly(PatternKind.BULLISH_HARAMI);
        assertThat(candles(true, new double[] {100, 100.5, 95, 95.5}, new double[] {95.4, 99.7, 94, 99}))
                .containsExactly(PatternKind.PIERCING_LINE);
        assertThat(candles(true, new double[] {100, 100.5, 95, 95.5}, new double[] {95, 96, 94, 95.6}, new double[] {
                    96, 99.5, 95.9, 99
                }))
                .contains(PatternKind.MORNING_STAR);
        assertThat(candles(true, new double[] {100, 103.2, 99, 103}, new double[] {102, 105.2, 101, 105}, new double[] {
                    104, 107.2, 103, 107
                }))
                .containsExactly(PatternKind.THREE_WHITE_SOLDIERS);
        assertThat(candles(true, new double[] {100, 100.5, 95, 98.5}, new double[] {98.9, 99.5, 95.2, 99.2}))
                .contains(PatternKind.TWEEZER_BOTTOM);
        assertThat(candles(false, new double[] {100, 100.5, 95, 98.5}, new double[] {98.9, 99.5, 95.2, 99.2}))
                .as("nothing fell before")
                .doesNotContain(PatternKind.TWEEZER_BOTTOM);
    }

    /** Bars along straight lines between turning points, ten bars a leg. */
    private static List<PatternHit> along(double... turns) {
        List<double[]> bars = new ArrayList<>();
        double price = turns[0];
        for (int i = 0; i < 20; i++) {
            bars.add(new double[] {price, price + 0.5, price - 0.5, price});
        }
        for (int i = 1; i < turns.length; i++) {
            double step = (turns[i] - turns[i - 1]) / 10;
            for (int j = 0; j < 10; j++) {
                double close = price + step;
                bars.add(new double[] {price, Math.max(price, close) + 0.2, Math.min(price, close) - 0.2, close});
                price = close;
            }
        }
        return scan(bars.toArray(double[][]::new), bars.size()).stream()
                .filter(hit -> hit.kind().family() == Family.SWING)
                .toList();
    }

    private static List<PatternKind> kinds(List<PatternHit> hits) {
        return hits.stream().map(PatternHit::kind).distinct().toList();
    }

    @Test
    void swingsByHand() {
        assertThat(kinds(along(100, 90, 120, 105, 119, 95))).containsExactly(PatternKind.DOUBLE_TOP);
        assertThat(kinds(along(100, 110, 80, 95, 81, 105))).containsExactly(PatternKind.DOUBLE_BOTTOM);
        assertThat(kinds(along(100, 90, 115, 105, 125, 104, 116, 98))).contains(PatternKind.HEAD_AND_SHOULDERS);
        assertThat(kinds(along(100, 110, 85, 95, 75, 96, 84, 102))).contains(PatternKind.INVERSE_HEAD_AND_SHOULDERS);
        assertThat(kinds(along(100, 120, 100, 120, 109, 126))).contains(PatternKind.ASCENDING_TRIANGLE);
        assertThat(kinds(along(100, 80, 100, 80, 91, 74))).contains(PatternKind.DESCENDING_TRIANGLE);
        List<PatternHit> upward = along(100, 130, 100, 123, 107, 128);
        assertThat(kinds(upward)).contains(PatternKind.SYMMETRICAL_TRIANGLE);
        assertThat(upward.getFirst().direction()).isEqualTo(1);
        List<PatternHit> downward = along(100, 130, 100, 123, 107, 114, 96);
        assertThat(downward).anyMatch(hit -> hit.kind() == PatternKind.SYMMETRICAL_TRIANGLE && hit.direction() == -1);
        assertThat(kinds(along(100, 120, 108, 130, 118, 140, 128, 145))).contains(PatternKind.RISING_CHANNEL);
        assertThat(kinds(along(100, 80, 92, 70, 82, 60, 72, 55))).contains(PatternKind.FALLING_CHANNEL);
        assertThat(kinds(along(100, 120, 100, 120, 100, 120, 100, 120))).contains(PatternKind.HORIZONTAL_CHANNEL);
    }

    @Test
    void aShapeThatIsNotBrokenIsNotTold() {
        assertThat(kinds(along(100, 90, 120, 105, 119, 110, 125))).doesNotContain(PatternKind.DOUBLE_TOP);
    }

    @Test
    void aDoubleTopIsKnownAtTheCloseBelowItsMiddle() {
        List<PatternHit> hits = along(100, 90, 120, 105, 119, 95);
        PatternHit hit = hits.getFirst();
        assertThat(hit.direction()).isEqualTo(-1);
        assertThat(hit.points()).extracting(PatternHit.Point::bar).containsExactly(29, 39, 49, 59);
        // From 119 down by 2.4 a bar: the sixth close, 104.6, is the first below the low of 104.8.
        assertThat(hit.bar()).isEqualTo(65);
    }

    /**
     * A symmetrical triangle (swings 130, 95, 119, 107), a double top on its right end (119, 107, 117.4), and one close below both of their lines;
     * {@code sign} -1 is its mirror.
     */
    private static List<PatternHit> triangleAndDoubleTop(int sign) {
        double[][] legs = {{100, 20}, {130, 10}, {95, 40}, {119, 40}, {107, 6}, {117.4, 6}, {112, 4}, {100, 1}, {99, 1}
        };
        List<double[]> bars = new ArrayList<>();
        double price = legs[0][0];
        for (double[] leg : legs) {
            double step = (leg[0] - price) / leg[1];
            for (int j = 0; j < leg[1]; j++) {
                double close = price + step;
                double high = Math.max(price, close) + 0.25;
                double low = Math.min(price, close) - 0.25;
                bars.add(
                        sign > 0
                                ? new double[] {price, high, low, close}
                                : new double[] {200 - price, 200 - low, 200 - high, 200 - close});
                price = close;
            }
        }
        return scan(bars.toArray(double[][]::new), bars.size()).stream()
                .filter(hit -> hit.kind().family() == Family.SWING)
                .toList();
    }

    @Test
    void twoShapesWhoseLinesBreakOnOneBarAreBothToldThereAndSoAreTheirMirrors() {
        int broken = 126;
        assertThat(triangleAndDoubleTop(1))
                .extracting(PatternHit::kind, PatternHit::direction, PatternHit::bar)
                .containsExactly(
                        tuple(PatternKind.SYMMETRICAL_TRIANGLE, -1, broken), tuple(PatternKind.DOUBLE_TOP, -1, broken));
        assertThat(triangleAndDoubleTop(-1))
                .extracting(PatternHit::kind, PatternHit::direction, PatternHit::bar)
                .containsExactly(
                        tuple(PatternKind.SYMMETRICAL_TRIANGLE, 1, broken),
                        tuple(PatternKind.DOUBLE_BOTTOM, 1, broken));
    }

    @ParameterizedTest
    @EnumSource(PatternKind.class)
    void onlyTheWantedKindsAreTold(PatternKind kind) {
        List<PatternHit> hits = new ArrayList<>();
        PatternScanner scanner = new PatternScanner(EnumSet.of(kind), hits::add);
        double[][] bars = random(7, 5_000);
        for (double[] bar : bars) {
            scanner.next(bar[0], bar[1], bar[2], bar[3]);
        }
        List<PatternHit> all = new ArrayList<>(scan(bars, bars.length));
        all.removeIf(hit -> hit.kind() != kind);
        assertThat(hits).isEqualTo(all);
    }

    @Test
    void aHoleEndsWhatIsForming() {
        double[][] bars = random(9, 2_000);
        bars[1_000] = new double[] {Double.NaN, 1, 1, 1};
        List<PatternHit> hits = scan(bars, bars.length);
        assertThat(hits).allMatch(hit -> hit.bar() < 1_000 || hit.firstBar() > 1_000);
        assertThat(hits).anyMatch(hit -> hit.bar() > 1_000);
        assertThat(hits).isSortedAccordingTo(Comparator.comparingInt(PatternHit::bar));
    }

    @Test
    void whatFollowedIsMeasuredAgainstTheUsual() {
        double[] close = {100, 110, 99, 108.9, 98.01, 107.811};
        List<PatternHit> hits = List.of(
                new PatternHit(PatternKind.HAMMER, 0, 1, List.of(new PatternHit.Point(0, 100))),
                new PatternHit(PatternKind.HAMMER, 2, 1, List.of(new PatternHit.Point(2, 99))),
                new PatternHit(PatternKind.HAMMER, 3, 1, List.of(new PatternHit.Point(3, 108.9))),
                new PatternHit(PatternKind.HAMMER, 5, 1, List.of(new PatternHit.Point(5, 107.8))));
        List<AfterEffect> effects = AfterEffect.of(hits, close, close.length, 1);
        assertThat(effects).hasSize(1);
        AfterEffect effect = effects.getFirst();
        assertThat(effect.hits()).as("after the last bar nothing followed").isEqualTo(3);
        assertThat(effect.mean()).isCloseTo((0.1 + 0.1 - 0.1) / 3, within(1e-12));
        assertThat(effect.usual()).isCloseTo((3 * 0.1 - 2 * 0.1) / 5, within(1e-12));
        double deviation = Math.sqrt((2 * Math.pow(0.1 - 0.1 / 3, 2) + Math.pow(-0.1 - 0.1 / 3, 2)) / 2);
        assertThat(effect.standardError()).isCloseTo(deviation / Math.sqrt(3), within(1e-12));
        assertThat(effect.asTold()).isCloseTo(2 / 3.0, within(1e-12));
    }
}
