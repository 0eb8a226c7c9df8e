package io.sextant.benchmarks.order;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.execution.gate.DefaultLimits;
import io.sextant.execution.gate.GateTerms;
import io.sextant.execution.gate.OpenDoor;
import io.sextant.execution.gate.OrderSource;
import io.sextant.execution.gate.RiskGate;
import io.sextant.execution.order.OddAnswer;
import io.sextant.execution.order.OrderListener;
import io.sextant.execution.order.OrderSlot;
import io.sextant.execution.order.WorkingOrders;
import io.sextant.execution.paper.PaperVenue;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Gate, order state machine and paper book of one desk, without loop, ledger and journal. */
final class OwnPath implements OrderListener {

    private static final OrderSource SOURCE = OrderSource.of(OrderOrigin.TICKET);

    private final int instrument;
    private final RiskGate gate;
    private final WorkingOrders orders;
    private final PaperVenue venue;
    private final BenchView view;
    private final boolean asks;
    private long nowNanos = 1;
    private long fills;

    OwnPath(InstrumentCatalog catalog, int instrument, long startTicks, boolean asks) {
        this.instrument = instrument;
        this.asks = asks;
        gate = new RiskGate(new GateTerms(catalog, Currency.USD, "paper", List.of()));
        gate.limits(OrderPath.limits(
                        catalog, DefaultLimits.of(catalog, Money.parse("1000000000", Currency.USD), i -> startTicks)))
                .ifPresent(refusal -> {
                    throw new IllegalStateException(refusal.sentence());
                });
        orders = new WorkingOrders(catalog.size(), RiskGate.MAX_WORKING_ORDERS, this);
        venue = new PaperVenue(catalog.size(), 0);
        venue.connect(orders);
        view = new BenchView(catalog.size(), orders);
    }

    /** How many orders traded. */
    long run(OrderStream stream, Histogram nanos) {
        for (int i = 0; i < stream.size; i++) {
            nowNanos += 1_000_000;
            long ticks = stream.ticks[i];
            if (stream.takes[i]) {
                quote(ticks, stream.lots[i]);
            }
            long begun = System.nanoTime();
            send(i + 1L, stream.takes[i], stream.sides[i], stream.lots[i], ticks);
            nanos.recordValue(System.nanoTime() - begun);
        }
        return fills;
    }

    /** The market leaves its last price and offers so many lots at a new one. */
    private void quote(long ticks, long lots) {
        venue.onLevel(instrument, nowNanos, Side.BUY, view.bidTicks, 0);
        venue.onLevel(instrument, nowNanos, Side.SELL, view.askTicks, 0);
        view.bidTicks = ticks;
        view.askTicks = ticks;
        view.nowNanos = nowNanos;
        venue.onQuote(instrument, nowNanos, ticks, lots, ticks, lots);
    }

    private void send(long id, boolean takes, Side side, long lots, long ticks) {
        BookEntry entry = takes ? BookEntry.IMMEDIATE_OR_CANCEL : BookEntry.REST;
        CheckedOrder order = asks
                ? gate.checkLimit(SOURCE, instrument, side, lots, ticks, entry, id, view)
                : OpenDoor.order(id, instrument, side, entry, lots, ticks, SOURCE, 2 * ticks);
        if (order == null) {
            throw new IllegalStateException(gate.getLastRefusal().sentence());
        }
        orders.open(order, false, OrderOrigin.TICKET, "", nowNanos);
        venue.submit(order, nowNanos);
        venue.step();
        if (!takes) {
            orders.requestCancel(id, nowNanos, "");
            venue.cancel(id, nowNanos);
            venue.step();
        }
    }

    @Override
    public void onOrderChanged(OrderSlot slot, OrderState from, String reason) {
        if (asks) {
            gate.onOrderChanged(slot, from, nowNanos);
        }
    }

    @Override
    public void onFilled(OrderSlot slot, long tradeId, long priceTicks, long lots, boolean maker, long timeNanos) {
        fills++;
        view.position += slot.side().sign() * lots;
        if (asks) {
            gate.onFilled(slot, priceTicks, lots, timeNanos);
        }
    }

    @Override
    public void onOddAnswer(long orderId, OddAnswer what, long timeNanos) {
        throw new IllegalStateException("order #" + orderId + ": " + what);
    }
}
