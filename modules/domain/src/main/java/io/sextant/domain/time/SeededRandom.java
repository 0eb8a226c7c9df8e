package io.sextant.domain.time;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import java.util.random.RandomGenerator;

/**
 * xoshiro256++ (Blackman and Vigna, 2019), seeded through SplitMix64. The JDK's generators hide their state; a simulation
 * that is snapshotted and resumed needs to save it.
 */
public final class SeededRandom implements RandomGenerator {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    public SeededRandom(long seed) {
        long z = seed;
        s0 = splitMix(z += GOLDEN_GAMMA);
        s1 = splitMix(z += GOLDEN_GAMMA);
        s2 = splitMix(z += GOLDEN_GAMMA);
        s3 = splitMix(z += GOLDEN_GAMMA);
    }

    /** An independent generator for one purpose, so that a draw more in one place does not shift all others. */
    public static SeededRandom stream(long seed, long stream) {
        return new SeededRandom(splitMix(seed) ^ splitMix(~stream));
    }

    @Override
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    public void save(StateWriter out) {
        out.putLong(s0);
        out.putLong(s1);
        out.putLong(s2);
        out.putLong(s3);
    }

    public void load(StateReader in) {
        long saved0 = in.getLong();
        long saved1 = in.getLong();
        long saved2 = in.getLong();
        long saved3 = in.getLong();
        if ((saved0 | saved1 | saved2 | saved3) == 0) {
            throw new IllegalStateException("a generator whose state is zero would give nothing but zeros");
        }
        s0 = saved0;
        s1 = saved1;
        s2 = saved2;
        s3 = saved3;
    }

    private static long splitMix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
