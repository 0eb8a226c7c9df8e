package io.sextant.exchange.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SeededRandom;
import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;

/** Limits are kept before a venue complains, and waits grow after failures. */
class PolitenessTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    @Test
    void noMinuteSeesMoreThanThreeQuartersOfTheLimit() {
        for (long seed = 0; seed < 20; seed++) {
            SeededRandom random = new SeededRandom(seed);
            WeightLimiter limiter = new WeightLimiter(1_200);
            ArrayDeque<long[]> sent = new ArrayDeque<>();
            long now = 1_790_000_000L * SECOND;
            long inWindow = 0;
            for (int i = 0; i < 3_000; i++) {
                int weight = 1 + random.nextInt(50);
                now = Math.max(now + random.nextLong(SECOND / 4), limiter.reserve(weight, now));
                sent.add(new long[] {now, weight});
                inWindow += weight;
                while (sent.peekFirst()[0] <= now - MINUTE) {
                    inWindow -= sent.pollFirst()[1];
                }
                assertThat(inWindow).isLessThanOrEqualTo(900 + 50);
            }
        }
    }

    @Test
    void asksNothingUntilTheVenuesOwnTimeIsOver() {
        WeightLimiter limiter = new WeightLimiter(1_200);
        limiter.complained(7 * SECOND, 100 * SECOND);
        assertThat(limiter.reserve(1, 101 * SECOND)).isEqualTo(107 * SECOND);
        assertThat(limiter.complaints()).isEqualTo(1);
    }

    @Test
    void waitsAMinuteWhenTheVenueDoesNotSayHowLong() {
        WeightLimiter limiter = new WeightLimiter(1_200);
        limiter.complained(0, 100 * SECOND);
        assertThat(limiter.reserve(1, 101 * SECOND)).isEqualTo(160 * SECOND);
    }

    @Test
    void whatMayNotQueueWaitsOnlyForATimeThatTheVenueNamed() {
        WeightLimiter limiter = new WeightLimiter(1_200);
        limiter.complained(0, 100 * SECOND);
        assertThat(limiter.reserveUrgent(1, 101 * SECOND)).isEqualTo(101 * SECOND);
        limiter.complained(7 * SECOND, 102 * SECOND);
        assertThat(limiter.reserveUrgent(1, 103 * SECOND)).isEqualTo(109 * SECOND);
    }

    @Test
    void aThousandCancelsCostNoMoreThanOneBucket() {
        WeightLimiter limiter = new WeightLimiter(60);
        for (int cancel = 0; cancel < 1_000; cancel++) {
            assertThat(limiter.reserveUrgent(1, 100 * SECOND)).isEqualTo(100 * SECOND);
        }
        assertThat(limiter.reserve(1, 100 * SECOND)).isEqualTo(102 * SECOND);
    }

    @Test
    void waitsLongerAfterEachFailureUpToABoundAndStartsAgain() {
        BackOff backOff = new BackOff(SECOND, 60 * SECOND, new SeededRandom(1));
        for (int failure = 0; failure < 40; failure++) {
            long whole = Math.min(60, failure > 6 ? 64 : 1L << failure) * SECOND;
            assertThat(backOff.nextNanos()).isBetween(whole / 2, whole);
        }
        backOff.reset();
        assertThat(backOff.nextNanos()).isLessThanOrEqualTo(SECOND);
    }
}
