package io.sextant.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.Bar;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CandleSeriesProperties {

    private static final int RANGES_CHECKED = 40;

    @Property(tries = 150)
    void sumsUpAnyRangeLikeThePlainTwinWhileBothEndsGrow(
            @ForAll @IntRange(max = 3_000) int initial,
            @ForAll @IntRange(max = 1_500) int older,
            @ForAll @IntRange(max = 700) int newer,
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
        RandomGenerator random = new SeededRandom(seed);
        BarSeries all = RandomBars.walk(older + initial + newer, seed);
        CandleSeries series = CandleSeries.of(all.copyOfRange(older, older + initial));
        List<Bar> twin = new ArrayList<>();
        for (int i = older; i < older + initial; i++) {
            twin.add(all.get(i));
        }
        int oldest = older;
        int next = older + initial;
        while (oldest > 0 || next < all.size()) {
            int count = 1 + random.nextInt(200);
            if (oldest > 0 && !series.isEmpty() && random.nextBoolean()) {
                int from = Math.max(0, oldest - count);
                // The page overlaps with what is there already, as pages of an archive may.
                series.prepend(all.copyOfRange(from, Math.min(all.size(), oldest + random.nextInt(3))));
                for (int i = oldest - 1; i >= from; i--) {
                    twin.addFirst(all.get(i));
                }
                oldest = from;
            } else if (next < all.size()) {
                next = appendLive(series, twin, all, next, random);
            } else if (series.isEmpty()) {
                oldest = 0;
            }
        }
        assertRangesEqual(series, twin, random);
    }

    /** A bar comes in several steps, as a live bar does, each of which widens it. */
    private static int appendLive(
            CandleSeries series, List<Bar> twin, BarSeries all, int next, RandomGenerator random) {
        Bar whole = all.get(next);
        series.put(new Bar(whole.openTimeNanos(), whole.open(), whole.open(), whole.open(), whole.open(), 0));
        if (random.nextBoolean()) {
            series.put(whole);
        } else {
            series.putAll(all.copyOfRange(next, next + 1));
        }
        twin.add(whole);
        return next + 1;
    }

    private static void assertRangesEqual(CandleSeries series, List<Bar> twin, RandomGenerator random) {
        assertThat(series.size()).isEqualTo(twin.size());
        for (int check = 0; check < RANGES_CHECKED && !twin.isEmpty(); check++) {
            int from = random.nextInt(twin.size());
            int to = from + 1 + random.nextInt(twin.size() - from);
            Bar actual = series.summary(series.firstIndex() + from, series.firstIndex() + to);
            List<Bar> range = twin.subList(from, to);
            double volume = range.stream().mapToDouble(Bar::volume).sum();
            assertThat(actual.openTimeNanos()).isEqualTo(range.getFirst().openTimeNanos());
            assertThat(actual.open()).isEqualTo(range.getFirst().open());
            assertThat(actual.close()).isEqualTo(range.getLast().close());
            assertThat(actual.high())
                    .isEqualTo(range.stream().mapToDouble(Bar::high).max().orElseThrow());
            assertThat(actual.low())
                    .isEqualTo(range.stream().mapToDouble(Bar::low).min().orElseThrow());
            assertThat(actual.volume()).isCloseTo(volume, within(1e-9 * volume));
        }
    }

    @Property(tries = 60)
    void findsBarsByTime(
            @ForAll @IntRange(min = 1, max = 400) int size, @ForAll @LongRange(min = 1, max = 9_999) long seed) {
        BarSeries all = RandomBars.walk(size, seed);
        int split = size / 2;
        CandleSeries series = CandleSeries.of(all.copyOfRange(split, size));
        series.prepend(all.copyOfRange(0, split));

        for (int i = 0; i < size; i++) {
            long time = all.openTimeNanos()[i];
            assertThat(series.indexAtOrAfter(time)).isEqualTo(i - split);
            assertThat(series.indexAtOrAfter(time + 1)).isEqualTo(i - split + 1);
        }
    }

    @Test
    void aBarThatShrinksTakesItsOldHighBackFromEveryLevel() {
        BarSeries bars = RandomBars.walk(1_000, 5);
        CandleSeries series = CandleSeries.of(bars);
        Bar last = bars.get(999);
        series.put(new Bar(last.openTimeNanos(), last.open(), 1e6, last.low(), last.close(), last.volume()));
        assertThat(series.summary(0, 1_000).high()).isEqualTo(1e6);

        series.put(last);

        assertThat(series.summary(0, 1_000).high()).isLessThan(1e6);
    }

    @Test
    void neverWritesToTheColumnsThatWereHandedIn() {
        BarSeries bars = RandomBars.walk(300, 6);
        BarSeries before = bars.copyOfRange(0, 300);
        CandleSeries series = CandleSeries.of(bars);

        series.put(bars.lastTimeNanos(), 1, 2, 0.5, 1.5, 7);
        series.put(bars.lastTimeNanos() + 1, 1, 2, 0.5, 1.5, 7);

        assertThat(bars).isEqualTo(before);
        assertThat(series.close(299)).isEqualTo(1.5);
    }

    @Test
    void refusesABarThatIsOlderThanTheLast() {
        BarSeries bars = RandomBars.walk(10, 7);
        CandleSeries series = CandleSeries.of(bars);

        assertThatThrownBy(() -> series.put(bars.get(8))).isInstanceOf(IllegalArgumentException.class);
    }
}
