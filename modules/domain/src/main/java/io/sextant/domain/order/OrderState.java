package io.sextant.domain.order;

/** Where an order stands. Only the order state machine in the execution room moves it. */
public enum OrderState {
    /** Past the gate and kept here until its price comes; no venue knows of it, and it rests while Sextant is off. */
    WAITING(false),
    /** Past the gate and on its way to the venue; no answer yet. */
    SUBMITTED(false),
    /** Resting at the venue, nothing filled. */
    ACCEPTED(false),
    PARTLY_FILLED(false),
    CANCEL_PENDING(false),
    AMEND_PENDING(false),
    FILLED(true),
    CANCELLED(true),
    /**
     * Refused by the venue, or by the gate when the price it waited for came. A draft that the gate refuses never becomes an order.
     */
    REJECTED(true),
    EXPIRED(true),
    /** The venue did not answer in time; only the venue can say what became of it. */
    UNKNOWN(false);

    private final boolean terminal;

    OrderState(boolean terminal) {
        this.terminal = terminal;
    }

    public boolean isTerminal() {
        return terminal;
    }
}
