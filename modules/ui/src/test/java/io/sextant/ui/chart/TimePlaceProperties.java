package io.sextant.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.time.SeededRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TimePlaceProperties {

    /** Over sessions with holes, before the first and after the last bar. */
    @Property(tries = 200)
    void aTimeComesBackFromItsPlaceAndLaterTimesStandFurtherRight(
            @ForAll @IntRange(min = 1, max = 200) int size, @ForAll @LongRange(min = 1, max = 9_999) long seed) {
        RandomGenerator random = new SeededRandom(seed);
        BarSeriesBuilder builder = new BarSeriesBuilder();
        long time = 1_000_000;
        for (int i = 0; i < size; i++) {
            builder.add(time, 1, 1, 1, 1, 1);
            time += 1_000L * (1 + (random.nextInt(10) == 0 ? random.nextInt(500) : 0));
        }
        CandleSeries bars = CandleSeries.of(builder.build());
        double before = Double.NEGATIVE_INFINITY;
        for (long at = 900_000; at < time + 100_000; at += 777) {
            double position = TimePlace.positionOf(bars, at, 1_000);
            assertThat(position).isGreaterThan(before);
            assertThat(TimePlace.timeAt(bars, position, 1_000)).isCloseTo(at, within(1L));
            before = position;
        }
        for (int i = 0; i < size; i++) {
            assertThat(TimePlace.positionOf(bars, bars.openTimeNanos(i), 1_000)).isEqualTo(i + 0.5);
        }
    }
}
