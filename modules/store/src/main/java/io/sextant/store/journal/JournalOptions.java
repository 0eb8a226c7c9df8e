package io.sextant.store.journal;

import io.sextant.domain.time.Pause;
import io.sextant.store.journal.JournalDamage.Kind;
import java.util.random.RandomGenerator;

/**
 * How a journal is kept.
 *
 * @param ringBytes what the loop can be ahead of the disk; a power of two
 * @param segmentBytes size at which the next file begins
 * @param pause how both sides wait
 * @param salts where a new journal takes the salt from that tells its records from another's
 * @param cutting which damage is set aside; a journal that has another is not opened
 */
public record JournalOptions(int ringBytes, long segmentBytes, Pause pause, RandomGenerator salts, Cutting cutting) {

    /** What may be cut off a journal as it is opened. */
    public enum Cutting {
        NOTHING,
        /** A last write that a crash tore: nothing that followed from it was told to anybody. */
        TORN_END,
        ANY_DAMAGE;

        boolean cuts(Kind damage) {
            return switch (this) {
                case NOTHING -> false;
                case TORN_END -> damage == Kind.TORN_TAIL;
                case ANY_DAMAGE -> true;
            };
        }
    }

    private static final int RING_BYTES = 16 << 20;
    private static final long SEGMENT_BYTES = 64L << 20;

    public static JournalOptions of(Pause pause, RandomGenerator salts) {
        return new JournalOptions(RING_BYTES, SEGMENT_BYTES, pause, salts, Cutting.ANY_DAMAGE);
    }

    /**
     * For books that a venue outside shares: records that were told to it and are gone would let numbers of orders be used again,
     * and what works there be unknown here.
     */
    public JournalOptions cuttingOnlyTornEnd() {
        return new JournalOptions(ringBytes, segmentBytes, pause, salts, Cutting.TORN_END);
    }

    /** For those who only want to look: what is found stays as it is, for the desk to report when it opens. */
    public JournalOptions lookingOnly() {
        return new JournalOptions(ringBytes, segmentBytes, pause, salts, Cutting.NOTHING);
    }
}
