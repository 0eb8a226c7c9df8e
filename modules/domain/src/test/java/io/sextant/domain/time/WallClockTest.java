package io.sextant.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WallClockTest {

    /** As a machine's clock after eight hours of sleep, in which the steady counter stood still, and after it was set back. */
    @Test
    void itShowsWhatTheMachinesClockShowsAfterASleepAndWhenThatIsSetBack() {
        AtomicReference<Instant> wall = new AtomicReference<>(Instant.parse("2026-11-22T23:00:00.000000001Z"));
        Clock clock = new WallClock(wall::get);
        assertThat(Instant.ofEpochSecond(0, clock.nanos())).isEqualTo(wall.get());
        for (String later : new String[] {"2026-11-23T07:30:00.000000002Z", "2026-11-23T07:29:00Z"}) {
            wall.set(Instant.parse(later));
            assertThat(Instant.ofEpochSecond(0, clock.nanos())).isEqualTo(wall.get());
        }
    }
}
