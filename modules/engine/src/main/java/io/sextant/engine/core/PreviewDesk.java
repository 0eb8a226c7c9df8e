package io.sextant.engine.core;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.Trail;
import io.sextant.domain.parent.BracketTerms;
import io.sextant.domain.passport.CostThen;
import io.sextant.domain.request.BracketPreview;
import io.sextant.domain.request.OrderPreview;
import io.sextant.execution.gate.HeldOrder;
import io.sextant.marketdata.depth.DepthView;
import java.util.Optional;

/** Says what an order would do if it were sent now: from the visible depth, the fee schedule and the gate. */
final class PreviewDesk {

    private final InstrumentCatalog instruments;
    private final MarketBoard market;
    private final Ledger ledger;
    private final CommandDesk desk;

    PreviewDesk(InstrumentCatalog instruments, MarketBoard market, Ledger ledger, CommandDesk desk) {
        this.instruments = instruments;
        this.market = market;
        this.ledger = ledger;
        this.desk = desk;
    }

    OrderPreview preview(OrderDraft draft) {
        Optional<Refusal> refusal = desk.findRefusal(draft);
        if (!instruments.contains(draft.instrument())) {
            return withoutEstimate(refusal, "");
        }
        int index = instruments.indexOf(draft.instrument());
        Instrument instrument = instruments.get(index);
        String before = Decimals.format(ledger.signedUnits(index), instrument.positionScale());
        if (!instrument.isWholeLots(draft.quantity()) || offTick(instrument, draft.type())) {
            return withoutEstimate(refusal, before);
        }
        try {
            return estimate(draft, index, instrument, before, refusal);
        } catch (ArithmeticException e) {
            return withoutEstimate(refusal, before);
        }
    }

    /** What it would cost by what is visible now. */
    CostThen costOf(OrderDraft draft) {
        int index = instruments.indexOf(draft.instrument());
        Instrument instrument = instruments.get(index);
        Optional<Price> middle = middleOf(index, instrument);
        try {
            OrderPreview preview = estimate(draft, index, instrument, "", Optional.empty());
            return new CostThen(middle, preview.expectedPrice(), preview.fee());
        } catch (ArithmeticException e) {
            return new CostThen(middle, Optional.empty(), Optional.empty());
        }
    }

    private Optional<Price> middleOf(int index, Instrument instrument) {
        long bid = market.bidTicks(index);
        long ask = market.askTicks(index);
        Price tick = instrument.rules().tick();
        if (bid > 0 && ask > 0) {
            // Half a tick needs one more decimal.
            return Optional.of(Price.of(
                    Math.multiplyExact(Math.addExact(bid, ask), Math.multiplyExact(tick.units(), 5)),
                    tick.scale() + 1));
        }
        long last = market.lastTicks(index);
        return last > 0 ? Optional.of(instrument.priceOf(last)) : Optional.empty();
    }

    BracketPreview preview(BracketTerms terms) {
        return desk.preview(terms);
    }

    private OrderPreview estimate(
            OrderDraft draft, int index, Instrument instrument, String before, Optional<Refusal> refusal) {
        long lots = instrument.lotsOf(draft.quantity());
        long limit = draft.type().findLimit().map(instrument::ticksOf).orElse(0L);
        boolean waits = draft.type().waits();
        if (waits) {
            limit = waitingLimitTicks(draft, index, instrument);
        }
        boolean takes = waits && draft.type().tradesAtMarket();
        long crossing = waits
                ? (takes ? Math.multiplyExact(limit, lots) : 0)
                : crossingTickLots(index, draft.side(), lots, limit);
        long crossed = waits ? (takes ? lots : 0) : crossedLots(index, draft.side(), lots, limit);
        long rest = lots - crossed;
        if ((rest > 0 || waits) && limit <= 0) {
            return withoutEstimate(refusal, before);
        }
        long unitsPerTickLot = instrument.moneyUnitsPerTickLot();
        long taking = Math.multiplyExact(crossing, unitsPerTickLot);
        long resting = Math.multiplyExact(Math.multiplyExact(limit, rest), unitsPerTickLot);
        long notional = Math.addExact(taking, resting);
        long fee = (crossed > 0 ? instrument.fees().feeUnits(taking, crossed, false) : 0)
                + (rest > 0 ? instrument.fees().feeUnits(resting, rest, true) : 0);
        long cash = ledger.cashNeededUnits(index, draft.side(), notional, fee);
        long after = Math.addExact(
                ledger.signedUnits(index),
                draft.side().sign() * Math.multiplyExact(lots, instrument.positionUnitsPerLot()));
        Price average = Price.of(
                Math.multiplyExact(
                        Math.floorDiv(Math.addExact(crossing, Math.multiplyExact(limit, rest)), lots),
                        instrument.rules().tick().units()),
                instrument.rules().tick().scale());
        return new OrderPreview(
                Optional.of(average),
                Optional.of(Money.of(notional, instrument.quote())),
                Optional.of(Money.of(fee, instrument.quote())),
                Optional.of(Money.of(cash, instrument.quote())),
                before,
                Decimals.format(after, instrument.positionScale()),
                refusal);
    }

    private long crossedLots(int index, Side side, long lots, long limitTicks) {
        return walk(index, side, lots, limitTicks, false);
    }

    private long crossingTickLots(int index, Side side, long lots, long limitTicks) {
        return walk(index, side, lots, limitTicks, true);
    }

    /** Lots, or ticks times lots, that would trade at once against the visible depth; no limit when it is zero. */
    private long walk(int index, Side side, long lots, long limitTicks, boolean timesTicks) {
        DepthView depth = market.depth();
        Side other = side.opposite();
        long left = lots;
        long sum = 0;
        for (int i = 0; i < depth.levels(index, other) && left > 0; i++) {
            long ticks = depth.priceTicks(index, other, i);
            boolean beyond = limitTicks != 0 && (side == Side.BUY ? ticks > limitTicks : ticks < limitTicks);
            if (beyond) {
                break;
            }
            long taken = Math.min(left, depth.lots(index, other, i));
            left -= taken;
            sum = Math.addExact(sum, timesTicks ? Math.multiplyExact(ticks, taken) : taken);
        }
        return sum;
    }

    private static boolean offTick(Instrument instrument, OrderType type) {
        return type.findLimit().filter(price -> !instrument.isOnTick(price)).isPresent()
                || type.findTrigger()
                        .filter(price -> !instrument.isOnTick(price))
                        .isPresent();
    }

    /** What waits trades at its trigger or its limit; nothing of the book as it is now is promised to it. */
    private long waitingLimitTicks(OrderDraft draft, int index, Instrument instrument) {
        return switch (draft.type()) {
            case OrderType.Market _, OrderType.Limit _ -> 0;
            case OrderType.Stop(Price trigger) -> instrument.ticksOf(trigger);
            case OrderType.StopLimit(Price trigger, Price limit) -> instrument.ticksOf(limit);
            case OrderType.TrailingStop(Trail.ByAmount(Price distance), var trigger) ->
                HeldOrder.behind(draft.side(), market.lastTicks(index), instrument.ticksOf(distance), 0);
            case OrderType.TrailingStop(Trail.ByShare(int bps), var trigger) ->
                HeldOrder.behind(draft.side(), market.lastTicks(index), 0, bps);
        };
    }

    private static OrderPreview withoutEstimate(Optional<Refusal> refusal, String position) {
        return new OrderPreview(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), position, position, refusal);
    }
}
