package io.sextant.execution.gate;

import io.sextant.domain.market.Side;

/** Orders as the gate would pass them, for tests of a venue; in this package because only the gate may make them. */
public final class GatePass {

    private GatePass() {}

    public static CheckedOrder resting(long id, int instrument, Side side, long lots, long limitTicks) {
        return new CheckedOrder(id, instrument, side, false, lots, limitTicks);
    }

    public static CheckedOrder immediate(long id, int instrument, Side side, long lots, long limitTicks) {
        return new CheckedOrder(id, instrument, side, true, lots, limitTicks);
    }

    public static CheckedAmend amend(long id, long lots, long limitTicks) {
        return new CheckedAmend(id, lots, limitTicks);
    }
}
