package io.sextant.execution.order;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The state machine written for reading: nothing is pooled or counted along, all is added up when asked. */
final class PlainOrders {

    static final class PlainOrder {
        final Side side;
        final int instrument;
        final Map<Long, Long> lotsByTrade = new HashMap<>();
        final Map<Long, Boolean> seen = new HashMap<>();
        long lots;
        long ticks;
        long askedLots;
        long askedTicks;
        boolean accepted;
        boolean cancelAsked;
        boolean amendAsked;
        boolean silent;
        OrderState end = OrderState.SUBMITTED;

        PlainOrder(int instrument, Side side, long lots, long ticks) {
            this.instrument = instrument;
            this.side = side;
            this.lots = lots;
            this.ticks = ticks;
        }

        long filled() {
            return lotsByTrade.values().stream().mapToLong(Long::longValue).sum();
        }

        boolean isDone() {
            return end != OrderState.SUBMITTED;
        }

        OrderState state() {
            if (isDone()) {
                return end;
            }
            if (silent) {
                return OrderState.UNKNOWN;
            }
            if (cancelAsked) {
                return OrderState.CANCEL_PENDING;
            }
            if (amendAsked) {
                return OrderState.AMEND_PENDING;
            }
            if (filled() > 0) {
                return OrderState.PARTLY_FILLED;
            }
            return accepted ? OrderState.ACCEPTED : OrderState.SUBMITTED;
        }

        void finish(OrderState how) {
            if (!isDone()) {
                end = how;
            }
        }
    }

    final Map<Long, PlainOrder> orders = new LinkedHashMap<>();

    void open(long id, int instrument, Side side, long lots, long ticks) {
        orders.put(id, new PlainOrder(instrument, side, lots, ticks));
    }

    void accepted(long id) {
        PlainOrder order = orders.get(id);
        if (order != null) {
            order.accepted = true;
            order.silent = false;
        }
    }

    void rejected(long id) {
        PlainOrder order = orders.get(id);
        if (order != null && !order.accepted && order.filled() == 0) {
            order.finish(OrderState.REJECTED);
        }
    }

    void filled(long id, long trade, long lots) {
        PlainOrder order = orders.get(id);
        if (order == null || order.seen.put(trade, true) != null || order.filled() + lots > order.lots) {
            return;
        }
        order.lotsByTrade.put(trade, lots);
        order.silent = false;
        if (order.filled() == order.lots) {
            order.finish(OrderState.FILLED);
        }
    }

    void cancelled(long id) {
        PlainOrder order = orders.get(id);
        if (order != null) {
            order.finish(OrderState.CANCELLED);
        }
    }

    void cancelRejected(long id) {
        PlainOrder order = orders.get(id);
        if (order != null && order.cancelAsked) {
            order.cancelAsked = false;
            order.silent = false;
        }
    }

    void amended(long id, long lots, long ticks) {
        PlainOrder order = orders.get(id);
        boolean asked = order != null && order.amendAsked && order.askedLots == lots && order.askedTicks == ticks;
        if (!asked || order.isDone() || lots < order.filled()) {
            return;
        }
        order.amendAsked = false;
        order.silent = false;
        order.lots = lots;
        order.ticks = ticks;
        if (order.filled() == lots) {
            order.finish(OrderState.FILLED);
        }
    }

    void amendRejected(long id) {
        PlainOrder order = orders.get(id);
        if (order != null && order.amendAsked) {
            order.amendAsked = false;
            order.silent = false;
        }
    }

    boolean askCancel(long id) {
        PlainOrder order = orders.get(id);
        if (order == null || order.isDone() || order.state() == OrderState.CANCEL_PENDING) {
            return false;
        }
        order.cancelAsked = true;
        order.silent = false;
        return true;
    }

    boolean canAmend(long id) {
        PlainOrder order = orders.get(id);
        return order != null && (order.state() == OrderState.ACCEPTED || order.state() == OrderState.PARTLY_FILLED);
    }

    void askAmend(long id, long lots, long ticks) {
        PlainOrder order = orders.get(id);
        if (order != null) {
            order.amendAsked = true;
            order.askedLots = lots;
            order.askedTicks = ticks;
        }
    }

    void silence(long id) {
        PlainOrder order = orders.get(id);
        if (order != null && !order.isDone()) {
            order.silent = true;
        }
    }

    void expired(long id) {
        PlainOrder order = orders.get(id);
        if (order != null) {
            order.finish(OrderState.EXPIRED);
        }
    }

    long workingLots(int instrument, Side side) {
        return orders.values().stream()
                .filter(o -> o.instrument == instrument && o.side == side && !o.isDone())
                .mapToLong(o -> (o.amendAsked ? Math.max(o.lots, o.askedLots) : o.lots) - o.filled())
                .sum();
    }

    long workingTickLots(int instrument, Side side) {
        return orders.values().stream()
                .filter(o -> o.instrument == instrument && o.side == side && !o.isDone())
                .mapToLong(o -> ((o.amendAsked ? Math.max(o.lots, o.askedLots) : o.lots) - o.filled())
                        * (o.amendAsked ? Math.max(o.ticks, o.askedTicks) : o.ticks))
                .sum();
    }
}
