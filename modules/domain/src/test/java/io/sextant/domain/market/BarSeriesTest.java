package io.sextant.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarSeriesTest {

    private static final int BARS_BEYOND_FIRST_CAPACITY = 1_000;

    @Property
    void columnsHoldWhatAListOfBarsWould(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 9) Integer> steps,
            @ForAll @IntRange(min = 1, max = 70) int limit) {
        BarSeriesBuilder builder = new BarSeriesBuilder();
        List<Bar> bars = new ArrayList<>();
        long time = 0;
        for (int step : steps) {
            double price = 100 + step;
            if (step < 5 || bars.isEmpty()) {
                time += step + 1;
                builder.add(time, price, price, price, price, 1);
                bars.add(new Bar(time, price, price, price, price, 1));
            } else {
                Bar last = bars.removeLast();
                builder.extendLast(price, step);
                bars.add(new Bar(
                        time,
                        last.open(),
                        Math.max(last.high(), price),
                        Math.min(last.low(), price),
                        price,
                        last.volume() + step));
            }
        }
        BarSeries series = builder.build();
        assertThat(barsOf(series)).isEqualTo(bars);
        assertThat(barsOf(builder.newest(limit)))
                .isEqualTo(bars.subList(Math.max(0, bars.size() - limit), bars.size()));
        assertThat(series.lastTimeNanos()).isEqualTo(builder.lastTimeNanos()).isEqualTo(time);
        for (long at = -1; at <= time + 1; at++) {
            long wanted = at;
            assertThat(series.indexAtOrAfter(at)).isEqualTo((int)
                    bars.stream().filter(bar -> bar.openTimeNanos() < wanted).count());
        }
    }

    private static List<Bar> barsOf(BarSeries series) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            bars.add(series.get(i));
        }
        return bars;
    }

    @Test
    void growsWithoutLosingABarAndHandsOutCopies() {
        BarSeriesBuilder builder = new BarSeriesBuilder();
        for (int i = 0; i < BARS_BEYOND_FIRST_CAPACITY; i++) {
            builder.add(i, i, i + 2, i - 2, i + 1, i);
        }
        BarSeries series = builder.build();
        builder.extendLast(5_000, 1);

        assertThat(series.size()).isEqualTo(BARS_BEYOND_FIRST_CAPACITY);
        for (int i = 0; i < series.size(); i++) {
            assertThat(series.get(i)).isEqualTo(new Bar(i, i, i + 2, i - 2, i + 1, i));
        }
        assertThat(builder.build()).isNotEqualTo(series);
    }

    @Test
    void comparesOnlyTheBarsThatCount() {
        BarSeriesBuilder builder = new BarSeriesBuilder();
        builder.add(1, 1, 1, 1, 1, 1).add(2, 2, 2, 2, 2, 2);
        BarSeries two = builder.build();
        BarSeries first =
                new BarSeries(two.openTimeNanos(), two.open(), two.high(), two.low(), two.close(), two.volume(), 1);

        assertThat(first).isEqualTo(two.copyOfRange(0, 1)).hasSameHashCodeAs(two.copyOfRange(0, 1));
        assertThat(first).isNotEqualTo(two);
        assertThat(two.copyOfRange(1, 1)).isEqualTo(BarSeries.EMPTY);
    }

    @Test
    void refusesWhatIsNotThere() {
        BarSeriesBuilder builder = new BarSeriesBuilder();
        assertThatThrownBy(builder::lastTimeNanos).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> builder.extendLast(1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        builder.add(5, 1, 1, 1, 1, 1);
        assertThatThrownBy(() -> builder.add(5, 1, 1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        BarSeries one = builder.build();
        assertThatThrownBy(() -> one.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> one.copyOfRange(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(BarSeries.EMPTY::firstTimeNanos).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new BarSeries(
                        one.openTimeNanos(), one.open(), one.high(), one.low(), one.close(), new double[0], 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 9, 8, 9, 1",
        "10, 12, 11, 11, 1",
        "10, 12, 9, 13, 1",
        "10, 12, 9, 8, 1",
        "NaN, 12, 9, 10, 1",
        "10, 12, 9, NaN, 1",
        "10, Infinity, 9, 10, 1",
        "10, 12, -Infinity, 10, 1",
        "10, 12, 9, 10, -1",
        "10, 12, 9, 10, NaN",
        "10, 12, 9, 10, Infinity"
    })
    void refusesWhatIsNoBar(double open, double high, double low, double close, double volume) {
        assertThatThrownBy(() -> new Bar(0, open, high, low, close, volume))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
