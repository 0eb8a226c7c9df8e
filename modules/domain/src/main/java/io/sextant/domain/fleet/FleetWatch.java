package io.sextant.domain.fleet;

/** Hears of each piece in the order of the pieces, on the thread that asked for them. */
public interface FleetWatch {

    FleetWatch NONE = (piece, came) -> {};

    void done(int piece, double[] came);

    /** Asked from any thread, often. */
    default boolean isCancelled() {
        return false;
    }
}
