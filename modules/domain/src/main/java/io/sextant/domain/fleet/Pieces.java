package io.sextant.domain.fleet;

/** A work that was opened. Its pieces are run from any thread, and what comes of one depends on the work and on the piece alone. */
@FunctionalInterface
public interface Pieces {

    /** Refuses what cannot be with an {@link IllegalArgumentException} or an {@link ArithmeticException}, as the same thing here does. */
    double[] run(byte[] piece);
}
