package io.sextant.engine.core;

import io.sextant.domain.hosting.HostedStage;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.execution.order.OrderSlot;
import io.sextant.execution.order.WorkingOrders;
import java.util.Map;
import java.util.Optional;

/** What is agreed with a hosted strategy, held against an order of it before the desk's own gate is asked. */
final class HostedGate {

    /** A size is reckoned at a price that moves until the order is here; a share of the capital is kept to within this. */
    private static final int SLACK_PERCENT = 1;

    private final InstrumentCatalog instruments;
    private final CoreTime time;
    private final MarketBoard market;
    private final Ledger ledger;
    private final WorkingOrders orders;
    private final Map<String, Hosted> strategies;
    private final Map<Long, Hosted> owners;

    HostedGate(
            InstrumentCatalog instruments,
            CoreTime time,
            MarketBoard market,
            Ledger ledger,
            WorkingOrders orders,
            Map<String, Hosted> strategies,
            Map<Long, Hosted> owners) {
        this.instruments = instruments;
        this.time = time;
        this.market = market;
        this.ledger = ledger;
        this.orders = orders;
        this.strategies = strategies;
        this.owners = owners;
    }

    /** What makes a position smaller passes every limit but that of the rate: a strategy that may not get out is the greater danger. */
    Optional<Refusal> findRefusal(Hosted one, OrderDraft draft) {
        if (one.stage != HostedStage.RUNNING && one.stage != HostedStage.CLOSING) {
            return refused(RefusalCode.STRATEGY_NOT_RUNNING, one.name(), one.stage);
        }
        int own = instruments.contains(draft.instrument()) ? one.own(instruments.indexOf(draft.instrument())) : -1;
        if (own < 0) {
            return refused(RefusalCode.STRATEGY_FOREIGN_INSTRUMENT, draft.instrument(), one.name());
        }
        Instrument terms = one.instruments.get(own);
        if (!terms.isWholeLots(draft.quantity())) {
            return Optional.empty();
        }
        long lots = terms.lotsOf(draft.quantity());
        Optional<Refusal> beyond = findBeyondAccount(one, own, draft.side(), lots);
        if (beyond.isPresent()) {
            return beyond;
        }
        boolean reduces = reduces(one, own, draft.side(), lots);
        if (one.stage == HostedStage.CLOSING) {
            return reduces ? Optional.empty() : refused(RefusalCode.STRATEGY_NOT_RUNNING, one.name(), one.stage);
        }
        int sent = one.ordersLastMinute(time.marketNanos);
        if (sent >= one.terms.limits().ordersAMinute()) {
            return refused(
                    RefusalCode.STRATEGY_ORDERS_A_MINUTE,
                    sent,
                    one.terms.limits().ordersAMinute(),
                    one.name());
        }
        return reduces ? Optional.empty() : findOfLarger(one, own, draft, lots);
    }

    private Optional<Refusal> findOfLarger(Hosted one, int own, OrderDraft draft, long lots) {
        Instrument terms = one.instruments.get(own);
        Money most = one.terms.limits().largestOrder();
        Currency currency = most.currency();
        double priceTicks = priceTicks(one, own, draft);
        double unit = terms.moneyUnitsPerTickLot();
        double value = priceTicks * lots * unit;
        if (value > most.units()) {
            return refused(RefusalCode.STRATEGY_LARGEST_ORDER, money(value, currency), most, one.name());
        }
        long loss = one.dayLossUnits(market);
        Money mostLoss = one.terms.limits().largestDayLoss();
        if (loss >= mostLoss.units()) {
            return refused(RefusalCode.STRATEGY_DAY_LOSS, Money.of(loss, currency), mostLoss, one.name());
        }
        double exposure = value;
        for (int i = 0; i < one.instruments.size(); i++) {
            exposure += standing(one, i, i == own ? priceTicks : markTicks(one, i));
        }
        double allowed = (double) one.equityUnits(market) * one.terms.limits().exposurePercent() / 100;
        return exposure > allowed * (100 + SLACK_PERCENT) / 100
                ? refused(RefusalCode.STRATEGY_CAPITAL, money(exposure, currency), money(allowed, currency), one.name())
                : Optional.empty();
    }

    /** A limit is the worst price; without one, the market's. */
    private double priceTicks(Hosted one, int own, OrderDraft draft) {
        if (draft.type() instanceof OrderType.Limit(var price)) {
            Instrument terms = one.instruments.get(own);
            return terms.isOnTick(price) ? terms.ticksOf(price) : markTicks(one, own);
        }
        return markTicks(one, own);
    }

    private double markTicks(Hosted one, int own) {
        long last = market.lastTicks(one.catalogIndex[own]);
        double entry = one.book.entryTicks(own);
        return last > 0 ? last : Double.isNaN(entry) ? 0 : entry;
    }

    /** What may be held there at worst once what works has traded. */
    private double standing(Hosted one, int own, double priceTicks) {
        long longest = Math.abs(one.book.lots(own) + workingLots(one, own, Side.BUY));
        long shortest = Math.abs(one.book.lots(own) - workingLots(one, own, Side.SELL));
        return Math.max(longest, shortest)
                * priceTicks
                * one.instruments.get(own).moneyUnitsPerTickLot();
    }

    /**
     * What its book closes is there to be closed. People may have closed it by hand; then its exit would open a position of the account. What
     * other strategies hold is theirs: two that hold against each other may both get out.
     */
    private Optional<Refusal> findBeyondAccount(Hosted one, int own, Side side, long lots) {
        long held = one.book.lots(own);
        if (Long.signum(held) != -side.sign()) {
            return Optional.empty();
        }
        int instrument = one.catalogIndex[own];
        long left = ledger.signedLots(instrument);
        for (Hosted other : strategies.values()) {
            int theirs = other == one ? -1 : other.own(instrument);
            left -= theirs < 0 ? 0 : other.book.lots(theirs);
        }
        long there = Math.max(0, Long.signum(held) * left);
        long closes = Math.min(Math.abs(held), lots + workingLots(one, own, side));
        Instrument terms = one.instruments.get(own);
        return closes > there
                ? refused(
                        RefusalCode.STRATEGY_BEYOND_ACCOUNT,
                        one.name(),
                        terms.quantityOf(closes),
                        terms.id(),
                        terms.quantityOf(there))
                : Optional.empty();
    }

    private boolean reduces(Hosted one, int own, Side side, long lots) {
        long held = one.book.lots(own);
        return Long.signum(held) == -side.sign() && lots + workingLots(one, own, side) <= Math.abs(held);
    }

    /** Of its own orders. */
    long workingLots(Hosted one, int own, Side side) {
        long working = 0;
        for (Map.Entry<Long, Hosted> each : owners.entrySet()) {
            if (each.getValue() == one) {
                OrderSlot slot = orders.find(each.getKey());
                if (slot != null && slot.instrument() == one.catalogIndex[own] && slot.side() == side) {
                    working += slot.remainingLots();
                }
            }
        }
        return working;
    }

    private static Money money(double units, Currency currency) {
        return Money.of((long) Math.min(Long.MAX_VALUE, units), currency);
    }

    private static Optional<Refusal> refused(RefusalCode code, Object... arguments) {
        return Optional.of(Refusal.of(code, arguments));
    }
}
