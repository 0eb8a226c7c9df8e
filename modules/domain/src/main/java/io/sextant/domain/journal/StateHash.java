package io.sextant.domain.journal;

/** Folds a state into 64 bits; two engines with the same hash went the same way. Not cryptographic. */
public final class StateHash implements StateWriter {

    private long hash = 0x9E3779B97F4A7C15L;

    @Override
    public void putLong(long value) {
        long mixed = (hash ^ value) * 0xBF58476D1CE4E5B9L;
        hash = Long.rotateLeft(mixed ^ (mixed >>> 29), 27) * 0x94D049BB133111EBL + 0x52DCE729L;
    }

    public long value() {
        long z = hash;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        return z ^ (z >>> 31);
    }
}
