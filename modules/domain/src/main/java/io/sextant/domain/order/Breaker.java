package io.sextant.domain.order;

/** Circuit breakers: what each watches moves the gate out of ACTIVE, and back when it is calm again. */
public enum Breaker {
    LOSS(GateState.REDUCING),
    DRAWDOWN(GateState.REDUCING),
    VOLATILITY(GateState.REDUCING),
    SLIPPAGE(GateState.REDUCING),
    REJECT_RATE(GateState.HALTED),
    FEED_SILENCE(GateState.HALTED),
    CLOCK_SKEW(GateState.HALTED),
    LATENCY(GateState.REDUCING);

    private final GateState leadsTo;

    Breaker(GateState leadsTo) {
        this.leadsTo = leadsTo;
    }

    /** Where the gate stands while it is tripped: halted where not even a closing order could be trusted to do what it should. */
    public GateState leadsTo() {
        return leadsTo;
    }
}
