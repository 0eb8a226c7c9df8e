package io.sextant.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JobPaceTest {

    private static final long SECOND = 1_000_000_000L;

    private final JobPace pace = new JobPace();

    @Test
    void knowsNothingBeforeItHasSeenHalfASecond() {
        pace.look(0, 0, 0);
        pace.look(SECOND / 4, 0.1, 1_000);
        assertThat(pace.unitsPerSecond()).isNaN();
        assertThat(pace.secondsLeft()).isNaN();
    }

    @Test
    void tellsThePaceAndTheTimeLeft() {
        pace.look(0, 0, 0);
        pace.look(2 * SECOND, 0.2, 1_000_000);
        assertThat(pace.unitsPerSecond()).isEqualTo(500_000);
        assertThat(pace.secondsLeft()).isCloseTo(8, within(1e-9));
    }

    @Test
    void forgetsWhatIsLongAgo() {
        pace.look(0, 0, 0);
        for (int second = 1; second <= 20; second++) {
            pace.look(
                    second * SECOND,
                    second < 10 ? 0.01 * second : 0.09 + 0.05 * (second - 9),
                    second < 10 ? 0 : second);
        }
        assertThat(pace.unitsPerSecond()).isCloseTo(1, within(0.01));
        assertThat(pace.secondsLeft()).isCloseTo((1 - 0.64) / 0.05, within(0.01));
    }

    @Test
    void saysNoTimeWhileNothingMoves() {
        pace.look(0, 0.5, 10);
        pace.look(3 * SECOND, 0.5, 10);
        assertThat(pace.unitsPerSecond()).isZero();
        assertThat(pace.secondsLeft()).isNaN();
    }
}
