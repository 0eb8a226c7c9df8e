package io.sextant.domain.order;

/** What the gate lets pass at all. */
public enum GateState {
    /** Whatever breaks no rule. */
    ACTIVE,
    /** Only what makes a position smaller. */
    REDUCING,
    /** Nothing but cancels. */
    HALTED;

    public GateState worse(GateState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
