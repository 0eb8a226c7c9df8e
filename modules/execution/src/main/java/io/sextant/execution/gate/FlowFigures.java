package io.sextant.execution.gate;

import io.sextant.domain.order.RateLimit;

/** What was sent and came back, as far as limits look at it. A view: it is of the moment at which it is asked. */
public final class FlowFigures {

    private final OrderFlow flow;
    private final LimitTable limits;

    FlowFigures(OrderFlow flow, LimitTable limits) {
        this.flow = flow;
        this.limits = limits;
    }

    public int ordersInWindow(long nowNanos) {
        return within(flow.orders, limits.account.orders(), nowNanos);
    }

    public int cancelsInWindow(long nowNanos) {
        return within(flow.cancels, limits.account.cancels(), nowNanos);
    }

    public int rejectsInWindow(long nowNanos) {
        return within(flow.rejects, limits.account.breakers().rejects(), nowNanos);
    }

    /** Of the strategy that executed most; zero without strategies. */
    public int executionsInWindow(long nowNanos) {
        int most = 0;
        for (int i = 0; i < flow.executions.length; i++) {
            RateLimit own = limits.strategyExecutions[i];
            RateLimit limit = own.isBounded() ? own : limits.account.executions();
            most = Math.max(most, within(flow.executions[i], limit, nowNanos));
        }
        return most;
    }

    public long meanLatencyNanos(long nowNanos) {
        return flow.latencies.mean(nowNanos);
    }

    public long meanSlippageBps(long nowNanos) {
        return flow.slippages.mean(nowNanos);
    }

    public int openParents() {
        return flow.parents.open();
    }

    private static int within(RateWindow window, RateLimit limit, long nowNanos) {
        return limit.isBounded() ? window.within(limit.windowNanos(), nowNanos) : 0;
    }
}
