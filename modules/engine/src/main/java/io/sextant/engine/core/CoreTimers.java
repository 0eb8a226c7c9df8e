package io.sextant.engine.core;

import io.sextant.execution.order.WorkingOrders;

/** What falls due by time alone: orders end, parents look, the account is marked, the gate is watched; at the same time in this order. */
final class CoreTimers {

    private final WorkingOrders orders;
    private final CommandDesk desk;
    private final ParentBook parents;
    private final AccountMarks marks;
    private final GateWatch watch;

    CoreTimers(WorkingOrders orders, CommandDesk desk, ParentBook parents, AccountMarks marks, GateWatch watch) {
        this.orders = orders;
        this.desk = desk;
        this.parents = parents;
        this.marks = marks;
        this.watch = watch;
    }

    long nextNanos() {
        return Math.min(
                Math.min(orders.nextEndNanos(), parents.nextNanos()), Math.min(marks.nextNanos(), watch.nextNanos()));
    }

    /** Does the one thing that is due at {@code nowNanos}, which {@link #nextNanos} gave. */
    void run(long nowNanos) {
        if (orders.nextEndNanos() <= nowNanos) {
            desk.endOrders();
        } else if (parents.nextNanos() <= nowNanos) {
            parents.due(nowNanos);
        } else if (marks.nextNanos() <= nowNanos) {
            marks.mark();
        } else {
            watch.lookNow();
        }
    }
}
