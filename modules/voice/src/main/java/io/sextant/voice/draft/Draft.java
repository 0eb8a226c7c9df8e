package io.sextant.voice.draft;

/** A proposal under a number of its own, from a moment on. It is not an order: it becomes commands by its own yes, once. */
public record Draft(long id, Proposal proposal, long openedNanos) {

    /** How long it waits for its yes. */
    public static final long LIFE_NANOS = 15_000_000_000L;

    public long lapsesNanos() {
        return openedNanos + LIFE_NANOS;
    }
}
