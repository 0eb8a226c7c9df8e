package io.sextant.execution.gate;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.RateLimit;
import java.util.Arrays;

/**
 * What was really sent, cancelled, answered and filled, as the order state machine tells it. No caller can forget to count: an
 * order that no change tells of does not exist.
 */
final class OrderFlow {

    private static final int BPS = 10_000;

    final RateWindow orders = new RateWindow();
    final RateWindow cancels = new RateWindow();
    final RateWindow rejects = new RateWindow();
    final RateWindow[] strategyOrders;
    final RateWindow[] strategyCancels;
    final RateWindow[] executions;
    final boolean[] throttled;
    final RecentOrders recent = new RecentOrders();
    final ParentBudgets parents;
    final Samples latencies = new Samples();
    final Samples slippages = new Samples();
    /** Whose order is asked about and sent now; see {@link RiskGate#sendFor}. */
    int sender = OrderSource.NO_STRATEGY;

    private final LimitTable limits;

    OrderFlow(int strategies, LimitTable limits, long[] unitsPerLot) {
        parents = new ParentBudgets(unitsPerLot);
        this.limits = limits;
        strategyOrders = windows(strategies);
        strategyCancels = windows(strategies);
        executions = windows(strategies);
        throttled = new boolean[strategies];
    }

    private static RateWindow[] windows(int count) {
        RateWindow[] windows = new RateWindow[count];
        Arrays.setAll(windows, i -> new RateWindow());
        return windows;
    }

    /** New limits came; windows remember what they have to. */
    void fit() {
        AccountLimits account = limits.account;
        orders.fit(account.orders(), RateLimit.UNBOUNDED);
        cancels.fit(account.cancels(), RateLimit.UNBOUNDED);
        rejects.fit(account.breakers().rejects(), RateLimit.UNBOUNDED);
        for (int i = 0; i < throttled.length; i++) {
            strategyOrders[i].fit(limits.strategyOrders[i], RateLimit.UNBOUNDED);
            strategyCancels[i].fit(limits.strategyCancels[i], RateLimit.UNBOUNDED);
            executions[i].fit(limits.strategyExecutions[i], account.executions());
        }
    }

    void changed(AmendableOrder order, OrderState from, long nowNanos) {
        switch (order.state()) {
            case SUBMITTED -> submitted(order, from, nowNanos);
            case AMEND_PENDING -> sent(order.source().strategy(), nowNanos);
            case CANCEL_PENDING -> {
                if (from != OrderState.CANCEL_PENDING) {
                    cancelled(order.source().strategy(), nowNanos);
                }
            }
            case WAITING -> remember(order, nowNanos);
            case REJECTED -> {
                if (from != OrderState.WAITING) {
                    rejects.add(nowNanos);
                }
            }
            case ACCEPTED, PARTLY_FILLED, FILLED, CANCELLED, EXPIRED -> {
                if (from == OrderState.SUBMITTED) {
                    latencies.add(nowNanos - order.sentNanos(), nowNanos);
                }
            }
            case UNKNOWN -> {}
        }
    }

    private void submitted(AmendableOrder order, OrderState from, long nowNanos) {
        if (from == OrderState.SUBMITTED || from == OrderState.WAITING) {
            sent(order.source().strategy(), nowNanos);
        }
        if (from == OrderState.SUBMITTED) {
            remember(order, nowNanos);
        }
    }

    private void sent(int strategy, long nowNanos) {
        orders.add(nowNanos);
        if (strategy >= 0) {
            strategyOrders[strategy].add(nowNanos);
        }
    }

    private void cancelled(int strategy, long nowNanos) {
        cancels.add(nowNanos);
        if (strategy >= 0) {
            strategyCancels[strategy].add(nowNanos);
        }
    }

    private void remember(AmendableOrder order, long nowNanos) {
        recent.add(
                order.instrument(), order.side(), termsTicks(order), order.lots(), senderOf(order.source()), nowNanos);
    }

    /** By whom a repeat counts as one. */
    int senderOf(OrderSource source) {
        return source.strategy() == OrderSource.NO_STRATEGY ? sender : source.strategy();
    }

    /** A price that tells a waiting order from one that works, and both from one at the market. */
    private static long termsTicks(AmendableOrder order) {
        if (order.state() == OrderState.WAITING) {
            return -order.limitTicks();
        }
        return order.isMarket() ? 0 : order.limitTicks();
    }

    void filled(AmendableOrder order, long priceTicks, long lots, long nowNanos) {
        if (order.source().parent() != OrderSource.NO_PARENT) {
            parents.fill(order.source().parent(), order.instrument(), lots);
        }
        long arrival = order.doubledArrivalTicks();
        if (arrival > 0) {
            long distance = order.side().sign() * (2 * priceTicks - arrival);
            slippages.add(distance == 0 ? 0 : distance * BPS / arrival, nowNanos);
        }
        int strategy = order.source().strategy();
        if (strategy >= 0) {
            executions[strategy].add(nowNanos);
            throttled[strategy] |= executions[strategy].isFull(limits.strategyExecutions[strategy], nowNanos)
                    || executions[strategy].isFull(limits.account.executions(), nowNanos);
        }
    }

    void enable(int strategy) {
        throttled[strategy] = false;
        executions[strategy].clear();
    }

    void save(StateWriter out) {
        orders.save(out);
        cancels.save(out);
        rejects.save(out);
        for (int i = 0; i < throttled.length; i++) {
            strategyOrders[i].save(out);
            strategyCancels[i].save(out);
            executions[i].save(out);
            out.putBoolean(throttled[i]);
        }
        recent.save(out);
        parents.save(out);
        latencies.save(out);
        slippages.save(out);
    }

    void load(StateReader in) {
        orders.load(in);
        cancels.load(in);
        rejects.load(in);
        for (int i = 0; i < throttled.length; i++) {
            strategyOrders[i].load(in);
            strategyCancels[i].load(in);
            executions[i].load(in);
            throttled[i] = in.getBoolean();
        }
        recent.load(in);
        parents.load(in);
        latencies.load(in);
        slippages.load(in);
    }
}
