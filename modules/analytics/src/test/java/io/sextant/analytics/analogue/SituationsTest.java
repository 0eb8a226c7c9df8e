package io.sextant.analytics.analogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SituationsTest {

    private static final int MEMORY = 5_000;

    /** Prices and three features; with {@code strength} the first and second together tell what follows. */
    private record Made(double[][] columns, double[] close, double[] high, double[] low) {

        static Made of(int bars, double strength, int horizon, long seed) {
            RandomGenerator random = new SeededRandom(seed);
            double[][] columns = new double[3][bars];
            double[] move = new double[bars];
            for (int i = 0; i < bars; i++) {
                for (double[] column : columns) {
                    column[i] = (i > 0 ? 0.8 * column[i - 1] : 0) + random.nextGaussian();
                }
                int told = Math.max(0, i - 1);
                move[i] = 0.01 * random.nextGaussian()
                        + 0.01 * strength * Math.signum(columns[0][told] * columns[1][told]) / horizon;
            }
            for (int i = 5; i < bars; i += 37) {
                columns[2][i] = Double.NaN;
            }
            double[] close = new double[bars];
            double[] high = new double[bars];
            double[] low = new double[bars];
            double log = 4;
            for (int i = 0; i < bars; i++) {
                log += move[i];
                close[i] = Math.exp(log);
                high[i] = close[i] * (1 + 0.002 * random.nextDouble());
                low[i] = close[i] * (1 - 0.002 * random.nextDouble());
            }
            return new Made(columns, close, high, low);
        }

        Situations situations(int horizon) {
            return new Situations(columns, close, high, low, horizon, MEMORY);
        }

        /** Nothing but nonsense after a bar. */
        Made cutAfter(int bar) {
            Made other = new Made(
                    Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new),
                    close.clone(),
                    high.clone(),
                    low.clone());
            for (int i = bar + 1; i < close.length; i++) {
                for (double[] column : other.columns) {
                    column[i] = 1e9 * i;
                }
                other.close[i] = 1;
                other.high[i] = 1e12;
                other.low[i] = 1e-12;
            }
            return other;
        }
    }

    @Test
    void cuttingOffTheFutureChangesNothing() {
        Made made = Made.of(900, 1, 5, 3);
        Situations whole = made.situations(5);
        for (int bar : new int[] {200, 431, 640, 898}) {
            Situations cut = made.cutAfter(bar).situations(5);
            Recall before = whole.recall(bar, 12);
            Recall after = cut.recall(bar, 12);
            assertThat(after.analogues()).isEqualTo(before.analogues());
            assertThat(after.usual()).containsExactly(before.usual());
            assertThat(TrackRecord.before(cut, after, 12)).isEqualTo(TrackRecord.before(whole, before, 12));
        }
    }

    @Test
    void outcomesHadEndedBeforeTheBarAndShareNothing() {
        Situations situations = Made.of(600, 0, 1, 4).situations(7);
        for (int bar = 100; bar < 600; bar += 50) {
            List<Analogue> analogues = situations.recall(bar, 15).analogues();
            assertThat(analogues).hasSizeBetween(3, 15);
            for (Analogue one : analogues) {
                assertThat(one.bar() + 7).isLessThan(bar);
                assertThat(one.lowest()).isLessThan(one.followed());
                assertThat(one.highest()).isGreaterThan(one.followed());
                for (Analogue other : analogues) {
                    assertThat(one.equals(other) || Math.abs(one.bar() - other.bar()) >= 7)
                            .isTrue();
                }
            }
            assertThat(analogues).isSortedAccordingTo((a, b) -> Double.compare(a.distance(), b.distance()));
        }
    }

    /** The same written plainly: scale by median and quartiles, measure, sort, take. */
    @Test
    void nearestAreThoseOfAPlainSearch() {
        Made made = Made.of(400, 1, 1, 8);
        int bar = 333;
        int horizon = 3;
        List<double[]> found = new ArrayList<>();
        for (int i = 0; i < bar - horizon; i++) {
            double sum = 0;
            for (double[] column : made.columns) {
                double[] known = Arrays.stream(column, 0, bar + 1)
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
                double spread = quantile(known, 0.75) - quantile(known, 0.25);
                double median = quantile(known, 0.5);
                double here = Math.clamp((column[bar] - median) / spread, -6, 6);
                double there = (column[i] - median) / spread;
                there = there > 6 ? 6 : there < -6 ? -6 : there;
                sum += (here - there) * (here - there);
            }
            if (!Double.isNaN(sum)) {
                found.add(new double[] {Math.sqrt(sum / 3), i});
            }
        }
        found.sort((a, b) -> Double.compare(a[0], b[0]));
        Recall recall = made.situations(horizon).recall(bar, 1);

        Analogue nearest = recall.analogues().getFirst();
        assertThat((double) nearest.bar()).isEqualTo(found.getFirst()[1]);
        assertThat(nearest.distance()).isCloseTo(found.getFirst()[0], within(1e-12));
        assertThat(nearest.percentile()).isCloseTo(1.0 / found.size(), within(1e-12));
        assertThat(nearest.followed())
                .isCloseTo(Math.log(made.close[nearest.bar() + 3] / made.close[nearest.bar()]), within(1e-12));
        assertThat(recall.usual()).hasSize(found.size());
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        return sorted[below] + (place - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
    }

    @Test
    void helpsWhereSituationsTellWhatFollowsAndSaysSo() {
        Made made = Made.of(3_000, 1.2, 1, 12);
        Situations situations = made.situations(1);
        Recall present = situations.recall(2_999, 20);
        TrackRecord record = TrackRecord.before(situations, present, 20).orElseThrow();

        assertThat(record.asked()).isBetween(250, TrackRecord.ASKED_MAX);
        assertThat(record.verdict()).isEqualTo(TrackRecord.Verdict.HELPED);
        assertThat(record.hitRate()).isGreaterThan(0.65);
        assertThat(record.hitRateLow()).isBetween(0.5, record.hitRate());
        assertThat(record.errorRatio()).isLessThan(0.9);
        assertThat(record.familiarity()).isBetween(0.0, 1.0);
    }

    @Test
    void hardlyEverClaimsHelpWhereNothingIsToldByAnything() {
        int rounds = Integer.getInteger("sextant.analogue.walks", 40);
        int helped = 0;
        int hurt = 0;
        for (int round = 0; round < rounds; round++) {
            Situations situations = Made.of(500, 0, 1, 1_000 + round).situations(3);
            TrackRecord record = TrackRecord.before(situations, situations.recall(499, 10), 10)
                    .orElseThrow();
            helped += record.verdict() == TrackRecord.Verdict.HELPED ? 1 : 0;
            hurt += record.verdict() == TrackRecord.Verdict.HURT ? 1 : 0;
        }
        assertThat((double) helped / rounds).isLessThan(0.1);
        assertThat((double) hurt / rounds).isLessThan(0.15);
    }

    @Test
    void aStrangeSituationIsUnfamiliar() {
        Made made = Made.of(800, 0, 1, 5);
        made.columns[0][799] = 60;
        made.columns[1][799] = -60;
        Situations situations = made.situations(2);
        Recall strange = situations.recall(799, 10);
        assertThat(TrackRecord.before(situations, strange, 10).orElseThrow().familiarity())
                .isZero();
        assertThat(strange.meanDistance()).isBetween(1.0, 12.0);
    }

    @Test
    void refusesWhatIsNotToldOrHasNoPast() {
        Made made = Made.of(300, 0, 1, 6);
        Situations situations = made.situations(5);
        assertThatThrownBy(() -> situations.recall(40, 5)).hasMessageContaining("fewer than 50");
        made.columns[0][250] = Double.NaN;
        made.columns[1][250] = Double.NaN;
        assertThatThrownBy(() -> situations.recall(250, 5)).hasMessageContaining("of 3 features are known at bar 251");
        assertThat(TrackRecord.before(situations, situations.recall(70, 5), 5)).isEmpty();
        assertThatThrownBy(() -> situations.recall(200, 0)).hasMessageContaining("not 0");
    }
}
