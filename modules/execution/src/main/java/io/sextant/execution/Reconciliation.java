package io.sextant.execution;

import io.sextant.domain.venue.VenueTrust;

/**
 * Whether our books agree with the venue's. The gate asks before every new order and lets none go unless they do; cancels pass
 * always. Read on the engine's thread.
 */
public interface Reconciliation {

    VenueTrust trust();

    /** Why there is no agreement, as a sentence; empty while there is. */
    String reason();

    /** The same of the one venue that an instrument is traded at, where a desk has several. */
    default Reconciliation at(int instrument) {
        return this;
    }

    /** For a venue inside this process, whose orders and fills are our own. */
    Reconciliation NOT_NEEDED = new Reconciliation() {
        @Override
        public VenueTrust trust() {
            return VenueTrust.AGREED;
        }

        @Override
        public String reason() {
            return "";
        }
    };
}
