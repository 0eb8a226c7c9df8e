package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.DeskState;
import java.math.BigDecimal;
import java.util.List;

/** What works and what is held in one instrument, as far as a question about all of it tells. */
record WorkingThere(List<OrderId> orders, List<OrderId> parents, BigDecimal position) {

    static WorkingThere in(InstrumentId instrument, DeskState desk) {
        return new WorkingThere(
                desk.workingOrders().stream()
                        .filter(order -> order.terms().instrument().equals(instrument))
                        .map(Order::id)
                        .toList(),
                desk.parents().stream()
                        .filter(parent -> parent.instrument().equals(instrument)
                                && !parent.stage().isTerminal())
                        .map(ParentOrder::id)
                        .toList(),
                desk.positions().stream()
                        .filter(position -> position.instrument().equals(instrument))
                        .map(WorkingThere::held)
                        .findFirst()
                        .orElse(BigDecimal.ZERO));
    }

    boolean nothingWorks() {
        return orders.isEmpty() && parents.isEmpty();
    }

    boolean isFlat() {
        return position.signum() == 0;
    }

    private static BigDecimal held(Position position) {
        return position.isFlat()
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(position.signedUnits(), position.scale()).stripTrailingZeros();
    }
}
