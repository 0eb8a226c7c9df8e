package io.sextant.ui.chart.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ValueLineProperties {

    /** A line that grew value by value, its last one changing, against a plain loop over an array. */
    @Property(tries = 150)
    void noExtremeOfAnyRangeIsLost(
            @ForAll @IntRange(min = 0, max = 3_000) int ready,
            @ForAll @IntRange(min = 1, max = 700) int later,
            @ForAll @IntRange(min = -2_000, max = 5) int first,
            @ForAll @LongRange(min = 1, max = 99_999) long seed) {
        RandomGenerator random = new SeededRandom(seed);
        double[] truth = new double[ready + later];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = random.nextInt(9) == 0 ? Double.NaN : random.nextGaussian();
        }
        ValueLine line = new ValueLine(first, Arrays.copyOf(truth, ready + 3), ready);
        for (int i = ready; i < truth.length; i++) {
            line.put(first + i, 1e6);
            line.put(first + i, truth[i]);
        }
        assertThat(line.endIndex()).isEqualTo(first + truth.length);

        for (int round = 0; round < 60; round++) {
            int from = first + random.nextInt(truth.length + 20) - 10;
            int to = from + random.nextInt(truth.length + 20);
            ValueRange range = new ValueRange();
            line.addRange(from, to, range);
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (int i = Math.max(from, first); i < Math.min(to, first + truth.length); i++) {
                if (!Double.isNaN(truth[i - first])) {
                    min = Math.min(min, truth[i - first]);
                    max = Math.max(max, truth[i - first]);
                }
            }
            assertThat(range.min()).isEqualTo(min);
            assertThat(range.max()).isEqualTo(max);
        }
    }
}
