package io.sextant.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeMarketPace;
import org.junit.jupiter.api.Test;

class PacerTest {

    private static final long SECOND = 1_000_000_000L;

    private final Pacer pacer = new Pacer();

    @Test
    void marketTimeFollowsWallTimeAtThePace() {
        pacer.anchor(100 * SECOND, 7_000 * SECOND, 60, false);

        assertThat(pacer.dueNanos(102 * SECOND, 7_000 * SECOND)).isEqualTo(7_120 * SECOND);
    }

    @Test
    void aPausedMarketStandsStill() {
        pacer.anchor(0, 50, 10, true);

        assertThat(pacer.dueNanos(1_000 * SECOND, 50)).isEqualTo(50);
        assertThat(pacer.waitNanos(0, 60)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void anUnlimitedMarketIsAlwaysDue() {
        pacer.anchor(0, 0, ChangeMarketPace.UNLIMITED, false);

        assertThat(pacer.dueNanos(1, 0)).isEqualTo(Pacer.ALL_DUE).isLessThan(Long.MAX_VALUE);
        assertThat(pacer.waitNanos(0, 1_000_000)).isZero();
    }

    @Test
    void waitsAsLongAsThePaceAsks() {
        pacer.anchor(0, 0, 10, false);

        assertThat(pacer.waitNanos(SECOND, 20 * SECOND)).isEqualTo(SECOND);
        assertThat(pacer.waitNanos(5 * SECOND, 20 * SECOND)).isZero();
    }

    @Test
    void aMarketThatCannotKeepUpGoesOnFromWhereItIs() {
        pacer.anchor(0, 0, 10, false);

        pacer.forgiveLag(60 * SECOND, 5 * SECOND);

        assertThat(pacer.dueNanos(60 * SECOND, 5 * SECOND)).isEqualTo(5 * SECOND);
        assertThat(pacer.dueNanos(61 * SECOND, 5 * SECOND)).isEqualTo(15 * SECOND);
    }

    @Test
    void aSmallLagIsCaughtUp() {
        pacer.anchor(0, 0, 1, false);

        pacer.forgiveLag(SECOND, SECOND - Pacer.MAX_LAG_NANOS / 2);

        assertThat(pacer.dueNanos(SECOND, 0)).isEqualTo(SECOND);
    }
}
