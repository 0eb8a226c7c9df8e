package io.sextant.store.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.request.EquityCurve;
import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EquityThinningProperties {

    @Property(tries = 300)
    void keepsEndsAndExtremesWithinTheBound(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 3_000) int size,
            @ForAll @IntRange(min = 0, max = 500) int maxPoints) {
        SeededRandom random = new SeededRandom(seed);
        long[] times = new long[size];
        double[] equity = new double[size];
        for (int i = 0; i < size; i++) {
            times[i] = (i == 0 ? 0 : times[i - 1]) + 1 + random.nextInt(1_000);
            equity[i] = random.nextGaussian();
        }
        EquityCurve thin = EquityThinning.thin(new EquityCurve(times, equity), maxPoints);

        assertThat(thin.size()).isLessThanOrEqualTo(maxPoints);
        for (int i = 0; i < thin.size(); i++) {
            int from = Arrays.binarySearch(times, thin.timeNanos()[i]);
            assertThat(thin.equity()[i]).isEqualTo(equity[from]);
            assertThat(i == 0 || thin.timeNanos()[i] > thin.timeNanos()[i - 1]).isTrue();
        }
        if (size > 0 && maxPoints >= 4) {
            assertThat(thin.timeNanos()[0]).isEqualTo(times[0]);
            assertThat(thin.timeNanos()[thin.size() - 1]).isEqualTo(times[size - 1]);
            assertThat(Arrays.stream(thin.equity()).max())
                    .isEqualTo(Arrays.stream(equity).max());
            assertThat(Arrays.stream(thin.equity()).min())
                    .isEqualTo(Arrays.stream(equity).min());
        }
    }
}
