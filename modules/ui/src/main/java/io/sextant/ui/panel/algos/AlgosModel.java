package io.sextant.ui.panel.algos;

import io.sextant.domain.order.OrderId;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.request.DeskState;
import io.sextant.ui.parts.LiveRow;
import io.sextant.ui.parts.LiveRows;
import javafx.collections.ObservableList;

/** The parents of the desk: those that work, then the newest that are over. */
final class AlgosModel {

    private final LiveRows<OrderId, ParentOrder> rows = new LiveRows<>(ParentOrder::id);
    private final StartModel start = new StartModel();
    private boolean marketIsOver;

    void update(DeskState desk) {
        marketIsOver = desk.isMarketOver();
        rows.show(desk.parents());
    }

    ObservableList<LiveRow<ParentOrder>> rows() {
        return rows.list();
    }

    /** Nothing can be closed any more. */
    boolean marketIsOver() {
        return marketIsOver;
    }

    StartModel start() {
        return start;
    }

    /** The part that is filled, between 0 and 1. */
    static double progress(ParentOrder parent) {
        double whole = parent.quantity().toDouble();
        return whole == 0 ? 0 : Math.min(1, parent.filled().toDouble() / whole);
    }
}
