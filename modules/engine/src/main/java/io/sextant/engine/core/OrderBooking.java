package io.sextant.engine.core;

import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.execution.order.OddAnswer;
import io.sextant.execution.order.OrderListener;
import io.sextant.execution.order.OrderSlot;

/** Turns what happens to orders into ledger entries and facts. */
final class OrderBooking implements OrderListener {

    private static final System.Logger LOG = System.getLogger(OrderBooking.class.getName());

    private final InstrumentCatalog instruments;
    private final CoreTime time;
    private final FactOutlet facts;
    private final Ledger ledger;
    private final MarketBoard market;
    private long version;

    OrderBooking(InstrumentCatalog instruments, CoreTime time, FactOutlet facts, Ledger ledger, MarketBoard market) {
        this.instruments = instruments;
        this.time = time;
        this.facts = facts;
        this.ledger = ledger;
        this.market = market;
    }

    @Override
    public void onOrderChanged(OrderSlot slot, OrderState from, String reason) {
        version++;
        if (facts.isListening()) {
            Instrument instrument = instruments.get(slot.instrument());
            facts.accept(
                    new OrderChanged(facts.nextPosition(), time.marketNanos, slot.toOrder(instrument), from, reason));
        }
    }

    @Override
    public void onFilled(OrderSlot slot, long tradeId, long priceTicks, long lots, boolean maker, long timeNanos) {
        version++;
        int index = slot.instrument();
        Money fee = ledger.fill(index, slot.side(), priceTicks, lots, maker);
        market.markOurs(index, timeNanos, priceTicks);
        if (facts.isListening()) {
            Instrument instrument = instruments.get(index);
            facts.accept(new OrderFilled(
                    facts.nextPosition(),
                    time.marketNanos,
                    new Fill(
                            tradeId,
                            new OrderId(slot.orderId()),
                            instrument.id(),
                            slot.side(),
                            instrument.priceOf(priceTicks),
                            instrument.quantityOf(lots),
                            instrument.notional(priceTicks, lots),
                            fee,
                            maker,
                            timeNanos)));
        }
    }

    @Override
    public void onOddAnswer(long orderId, OddAnswer what, long timeNanos) {
        LOG.log(System.Logger.Level.WARNING, "order #{0}: {1}", orderId, what.english());
    }

    /** Moves whenever an order, and so perhaps a position, changed. */
    long version() {
        return version;
    }
}
