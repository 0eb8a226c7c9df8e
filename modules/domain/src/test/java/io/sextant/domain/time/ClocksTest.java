package io.sextant.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class ClocksTest {

    @Test
    void aSteppedClockStandsUntilMovedAndNeverGoesBack() {
        SteppedClock clock = new SteppedClock(100);
        assertThat(clock.nanos()).isEqualTo(100);
        clock.moveTo(150);
        clock.moveTo(150);
        assertThat(clock.nanos()).isEqualTo(150);
        assertThatThrownBy(() -> clock.moveTo(149)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSystemClockTellsTheTimeOfDayAndNeverGoesBack() {
        SystemClock clock = new SystemClock();
        long first = clock.nanos();
        assertThat(clock.nanos()).isGreaterThanOrEqualTo(first);
        assertThat(Instant.ofEpochSecond(0, first)).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }
}
