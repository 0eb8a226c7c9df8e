package io.sextant.engine.core;

import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.execution.ChargingVenue;
import io.sextant.execution.Venue;
import io.sextant.execution.gate.RiskGate;
import io.sextant.execution.order.OddAnswer;
import io.sextant.execution.order.OrderListener;
import io.sextant.execution.order.OrderSlot;
import org.jspecify.annotations.Nullable;

/** Turns what happens to orders into ledger entries and facts. */
final class OrderBooking implements OrderListener {

    private static final System.Logger LOG = System.getLogger(OrderBooking.class.getName());

    private final InstrumentCatalog instruments;
    private final CoreTime time;
    private final FactOutlet facts;
    private final Ledger ledger;
    private final MarketBoard market;
    private final ParentBook parents;
    private final RiskGate gate;
    private long version;
    private String chargedCurrency = "";
    private long chargedUnits;
    private @Nullable HostedDesk hosted;

    OrderBooking(
            InstrumentCatalog instruments,
            CoreTime time,
            FactOutlet facts,
            Ledger ledger,
            MarketBoard market,
            ParentBook parents,
            RiskGate gate,
            Venue venue) {
        this.gate = gate;
        this.instruments = instruments;
        this.time = time;
        this.facts = facts;
        this.ledger = ledger;
        this.market = market;
        this.parents = parents;
        if (venue instanceof ChargingVenue charging) {
            charging.chargeTo(this::charged);
        }
    }

    @Override
    public void onOrderChanged(OrderSlot slot, OrderState from, String reason) {
        version++;
        gate.onOrderChanged(slot, from, time.marketNanos);
        if (facts.isListening()) {
            Instrument instrument = instruments.get(slot.instrument());
            facts.accept(
                    new OrderChanged(facts.nextPosition(), time.marketNanos, slot.toOrder(instrument), from, reason));
        }
        parents.orderChanged(slot, reason);
        if (slot.state().isTerminal() && hosted != null) {
            hosted.done(slot.orderId());
        }
        int strategy = slot.source().strategy();
        if (strategy >= 0 && slot.state().isTerminal()) {
            market.strategyDone(strategy, slot.orderId());
        }
    }

    @Override
    public void onFilled(OrderSlot slot, long tradeId, long priceTicks, long lots, boolean maker, long timeNanos) {
        version++;
        gate.onFilled(slot, priceTicks, lots, time.marketNanos);
        int index = slot.instrument();
        Money fee = chargedCurrency.isEmpty()
                ? ledger.fill(index, slot.side(), priceTicks, lots, maker)
                : ledger.fillCharged(index, slot.side(), priceTicks, lots, chargedCurrency, chargedUnits);
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
        if (slot.link().hasParent()) {
            parents.filled(slot, priceTicks, lots, quoteUnits(instruments.get(index), fee, priceTicks));
        }
        if (hosted != null) {
            Instrument traded = instruments.get(index);
            hosted.filled(
                    slot,
                    priceTicks,
                    lots,
                    quoteUnits(traded, fee, priceTicks),
                    feeInKindUnits(traded, fee),
                    timeNanos);
        }
        int strategy = slot.source().strategy();
        if (strategy >= 0) {
            long feeUnits = quoteUnits(instruments.get(index), fee, priceTicks);
            market.strategyFilled(strategy, index, slot.orderId(), slot.side(), priceTicks, lots, feeUnits, timeNanos);
        }
    }

    /** For the strategies that the desk runs: their books are kept by what is booked here. */
    void hosting(HostedDesk strategies) {
        hosted = strategies;
    }

    /** What a fee took of what was bought, in units of the position. */
    private static long feeInKindUnits(Instrument instrument, Money fee) {
        return fee.currency().equals(instrument.quote()) ? 0 : Math.max(0, fee.units());
    }

    /** What the fee is worth in the quote currency: one that was taken from what was bought counts at the price of the fill. */
    private static long quoteUnits(Instrument instrument, Money fee, long priceTicks) {
        if (fee.currency().equals(instrument.quote())) {
            return fee.units();
        }
        double worth = fee.toDouble() * instrument.priceOf(priceTicks).toDouble();
        return Math.round(worth * Math.pow(10, instrument.quote().scale()));
    }

    /** What the venue says it took for the fill that comes next; an empty currency leaves it to the fee schedule. */
    void charged(String currency, long units) {
        chargedCurrency = currency;
        chargedUnits = units;
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
