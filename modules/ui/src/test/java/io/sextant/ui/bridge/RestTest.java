package io.sextant.ui.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestTest {

    private final Rest rest = new Rest();

    private long picturesIn(int beats) {
        return IntStream.range(0, beats).filter(beat -> rest.beat()).count();
    }

    @Test
    void aWindowThatIsTouchedNeverRests() {
        for (int hour = 0; hour < 10; hour++) {
            assertThat(picturesIn(Rest.BEATS_AWAKE - 1)).isEqualTo(Rest.BEATS_AWAKE - 1);
            assertThat(rest.isResting()).isFalse();
            rest.touch();
        }
    }

    @Test
    void drawsTwiceASecondTenSecondsAfterTheLastTouch() {
        picturesIn(Rest.BEATS_AWAKE);
        assertThat(rest.isResting()).isTrue();
        long beatsASecond = 1_000_000_000L / Rest.BEAT_NANOS;
        assertThat(picturesIn((int) (60 * beatsASecond))).isEqualTo(120);
        assertThat(Rest.BEATS_AWAKE / beatsASecond).isEqualTo(10);
    }

    @Test
    void wakesAtTheFirstTouch() {
        picturesIn(1_000);
        rest.touch();
        assertThat(rest.isResting()).isFalse();
        assertThat(rest.beat()).isTrue();
    }

    @Test
    void doesNotRestWhereTheReaderDoesNotWantIt() {
        rest.allow(false);
        assertThat(picturesIn(1_000)).isEqualTo(1_000);
        assertThat(rest.isResting()).isFalse();
    }
}
