package io.sextant.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.time.SeededRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LatencyMeterTest {

    @Test
    void medianIsWithinABucketOfTheTrueOne() {
        SeededRandom random = new SeededRandom(1);
        LatencyMeter meter = new LatencyMeter();
        long[] all = new long[10_001];
        for (int i = 0; i < all.length; i++) {
            all[i] = (long) Math.exp(random.nextDouble() * 15);
            meter.record(all[i]);
        }
        Arrays.sort(all);

        long truth = all[5_000];
        assertThat(meter.median()).isCloseTo(truth, within(truth / 8 + 1));
        assertThat(meter.worst()).isEqualTo(all[10_000]);
    }

    @Test
    void anEmptyMeterSaysZero() {
        LatencyMeter meter = new LatencyMeter();
        meter.record(99);
        meter.clear();

        assertThat(meter.median()).isZero();
        assertThat(meter.worst()).isZero();
    }
}
