package io.sextant.engine.core;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.execution.Venue;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.execution.gate.GateView;
import io.sextant.execution.gate.OrderSource;
import io.sextant.execution.gate.RiskGate;
import io.sextant.execution.order.WorkingOrders;
import io.sextant.strategy.Strategy;
import java.util.List;
import java.util.stream.IntStream;

/** Where strategies place orders: the same gate, the same books, only by number instead of by name. */
final class StrategyDesk implements Strategy.OrderDesk {

    private static final String FLATTENING = "The position is being flattened.";
    private static final String STRATEGY_ASKED = "asked for by the strategy";

    private final CoreTime time;
    private final RiskGate gate;
    private final GateView view;
    private final WorkingOrders orders;
    private final Venue venue;
    private final Ledger ledger;
    private final DeskSwitches switches;
    private final CommandDesk desk;
    private final ParentBook parents;
    private final OrderSource source;
    private String refusal = "";

    StrategyDesk(
            CoreTime time,
            RiskGate gate,
            GateView view,
            WorkingOrders orders,
            Venue venue,
            Ledger ledger,
            DeskSwitches switches,
            CommandDesk desk,
            ParentBook parents,
            OrderSource source) {
        this.source = source;
        this.time = time;
        this.gate = gate;
        this.view = view;
        this.orders = orders;
        this.venue = venue;
        this.ledger = ledger;
        this.switches = switches;
        this.desk = desk;
        this.parents = parents;
    }

    /** One for each strategy, by its number. */
    static List<StrategyDesk> all(
            int count,
            CoreTime time,
            RiskGate gate,
            GateView view,
            WorkingOrders orders,
            Venue venue,
            Ledger ledger,
            DeskSwitches switches,
            CommandDesk desk,
            ParentBook parents) {
        return IntStream.range(0, count)
                .mapToObj(i -> new StrategyDesk(
                        time, gate, view, orders, venue, ledger, switches, desk, parents, OrderSource.strategy(i)))
                .toList();
    }

    @Override
    public long positionLots(int instrument) {
        return ledger.signedLots(instrument);
    }

    @Override
    public long placeLimit(int instrument, Side side, long lots, long limitTicks, BookEntry entry, String reason) {
        if (parents.findFlattening(instrument).isPresent()) {
            refusal = FLATTENING;
            return 0;
        }
        CheckedOrder checked =
                gate.checkLimit(source, instrument, side, lots, limitTicks, entry, switches.nextOrderId(), view);
        if (checked == null) {
            refusal = gate.getLastRefusal().sentence();
            return 0;
        }
        switches.takeOrderId();
        orders.open(checked, false, OrderOrigin.STRATEGY, reason, time.marketNanos);
        venue.submit(checked, time.marketNanos);
        return checked.orderId();
    }

    @Override
    public void cancel(long orderId) {
        desk.cancel(orderId, STRATEGY_ASKED);
    }

    @Override
    public String whyRefused() {
        return refusal;
    }
}
