package io.sextant.forecasting.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChangeOfMeanTest {

    @Test
    void pageHinkleyEqualsItsDefinition() {
        SplittableRandom random = new SplittableRandom(3);
        PageHinkley watch = new PageHinkley(0.1, 8, 20);
        List<Double> seen = new ArrayList<>();
        double sum = 0;
        double lowest = 0;
        for (int i = 0; i < 500; i++) {
            double value = random.nextGaussian() + (i > 300 ? 1 : 0);
            seen.add(value);
            double mean = seen.stream().mapToDouble(v -> v).average().orElseThrow();
            if (i >= 20) {
                sum += value - mean - 0.1;
                lowest = Math.min(lowest, sum);
            }
            assertThat(watch.add(value)).as("value %s", i).isEqualTo(i >= 20 && sum - lowest > 8);
            assertThat(watch.level()).isCloseTo((sum - lowest) / 8, within(1e-9));
        }
        assertThat(watch.risen()).isTrue();
        watch.reset();
        assertThat(watch.risen()).isFalse();
    }

    @Test
    void theWindowGrowsWhileTheMeanStays() {
        SplittableRandom random = new SplittableRandom(11);
        AdaptiveWindow window = new AdaptiveWindow(0.002);
        int cuts = 0;
        for (int i = 0; i < 4_000; i++) {
            cuts += window.add(random.nextDouble()) ? 1 : 0;
        }
        assertThat(cuts).isZero();
        assertThat(window.size()).isEqualTo(4_000);
        // Three standard errors of a mean of uniform numbers.
        assertThat(window.mean()).isCloseTo(0.5, within(3 * Math.sqrt(1 / 12.0 / 4_000)));
    }

    @Test
    void theWindowDropsWhatCameBeforeAChange() {
        SplittableRandom random = new SplittableRandom(12);
        AdaptiveWindow window = new AdaptiveWindow(0.002);
        for (int i = 0; i < 1_000; i++) {
            window.add(random.nextDouble());
        }
        boolean cut = false;
        for (int i = 0; i < 300; i++) {
            cut |= window.add(0.3 + random.nextDouble());
        }
        assertThat(cut).isTrue();
        assertThat(window.size()).isLessThan(500);
        assertThat(window.mean()).isCloseTo(0.8, within(0.06));
    }

    @Test
    void coverageIsToldInStandardErrorsOnceHalfOfTheWindowIsFull() {
        CoverageWatch watch = new CoverageWatch(0.8, 100);
        assertThat(watch.measured()).isNaN();
        for (int i = 0; i < 49; i++) {
            watch.add(false);
        }
        assertThat(watch.deviations()).isZero();
        watch.add(false);
        assertThat(watch.deviations()).isCloseTo(-0.8 / Math.sqrt(0.16 / 50), within(1e-12));
        for (int i = 0; i < 100; i++) {
            watch.add(i % 5 != 0);
        }
        assertThat(watch.size()).isEqualTo(100);
        assertThat(watch.measured()).isCloseTo(0.8, within(1e-12));
    }
}
