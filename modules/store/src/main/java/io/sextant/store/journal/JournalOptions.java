package io.sextant.store.journal;

import io.sextant.domain.time.Pause;
import java.util.random.RandomGenerator;

/**
 * How a journal is kept.
 *
 * @param ringBytes what the loop can be ahead of the disk; a power of two
 * @param segmentBytes size at which the next file begins
 * @param pause how both sides wait
 * @param salts where a new journal takes the salt from that tells its records from another's
 * @param cutsDamage whether a damaged end is set aside; if not, a journal that has one is not opened
 */
public record JournalOptions(int ringBytes, long segmentBytes, Pause pause, RandomGenerator salts, boolean cutsDamage) {

    private static final int RING_BYTES = 16 << 20;
    private static final long SEGMENT_BYTES = 64L << 20;

    public static JournalOptions of(Pause pause, RandomGenerator salts) {
        return new JournalOptions(RING_BYTES, SEGMENT_BYTES, pause, salts, true);
    }

    /** For those who only want to look: what is found stays as it is, for the desk to report when it opens. */
    public JournalOptions lookingOnly() {
        return new JournalOptions(ringBytes, segmentBytes, pause, salts, false);
    }
}
