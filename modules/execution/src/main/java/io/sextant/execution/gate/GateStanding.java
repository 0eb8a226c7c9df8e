package io.sextant.execution.gate;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.order.GateState;

/** Whether the gate is ACTIVE, REDUCING or HALTED: the worse of what a person set and what the circuit breakers hold it in. */
public final class GateStanding {

    private final BreakerPanel breakers = new BreakerPanel();
    private GateState personsState = GateState.ACTIVE;
    private String personsReason = "";
    private GateState state = GateState.ACTIVE;
    private String reason = "";
    private long sinceNanos;

    GateStanding() {}

    /** A person's own setting; breakers may hold the gate in a worse state. */
    public void set(GateState byPerson, String why) {
        personsState = byPerson;
        personsReason = why;
    }

    public BreakerPanel breakers() {
        return breakers;
    }

    /** Brings breakers and a person's setting together; true when the gate now lets something else pass than before. */
    public boolean settle(long nowNanos) {
        GateState settled = personsState.worse(breakers.state());
        String names = breakers.names();
        boolean ofPerson = personsState != GateState.ACTIVE;
        reason = ofPerson ? (names.isEmpty() ? personsReason : personsReason + ", " + names) : names;
        if (settled == state) {
            return false;
        }
        state = settled;
        sinceNanos = nowNanos;
        return true;
    }

    public GateState state() {
        return state;
    }

    /** The names of tripped breakers and a person's words; empty while the gate is ACTIVE. */
    public String reason() {
        return reason;
    }

    /** Zero when the gate was ACTIVE all along. */
    public long sinceNanos() {
        return sinceNanos;
    }

    void save(StateWriter out) {
        out.putString(personsState.name());
        out.putString(personsReason);
        out.putString(state.name());
        out.putString(reason);
        out.putLong(sinceNanos);
        breakers.save(out);
    }

    void load(StateReader in) {
        personsState = GateState.valueOf(in.getString());
        personsReason = in.getString();
        state = GateState.valueOf(in.getString());
        reason = in.getString();
        sinceNanos = in.getLong();
        breakers.load(in);
    }
}
