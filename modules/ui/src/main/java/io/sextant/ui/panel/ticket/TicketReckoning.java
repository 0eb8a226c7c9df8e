package io.sextant.ui.panel.ticket;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.request.DeskState;
import io.sextant.ui.exits.ExitsEntry;
import io.sextant.ui.exits.ExitsReading;
import io.sextant.ui.i18n.Figures;
import io.sextant.ui.panel.ticket.TicketEntry.Gap;
import io.sextant.ui.parts.Typed;
import java.math.BigDecimal;
import java.util.Optional;

/** Adds the fields of a ticket up to a draft, or to the first thing that stands in its way. */
final class TicketReckoning {

    private final TicketModel model;
    private final Figures figures;
    private final OrderOrigin origin;

    TicketReckoning(TicketModel model, Figures figures, OrderOrigin origin) {
        this.model = model;
        this.figures = figures;
        this.origin = origin;
    }

    TicketEntry entry() {
        Optional<Instrument> shown = model.instrument().get();
        if (shown.isEmpty()) {
            return new TicketEntry.Incomplete(Gap.NO_INSTRUMENT);
        }
        Instrument instrument = shown.get();
        if (!instrument.tradable()) {
            return refused(RefusalCode.NOT_TRADABLE, instrument.id());
        }
        return switch (model.kind().get()) {
            case MARKET -> sized(instrument, OrderType.market(), model.marketPrice());
            case LIMIT -> limit(instrument);
            case STOP -> stop(instrument);
            case TRAILING ->
                model.waiting()
                        .trailing(instrument, figures)
                        .map(type -> sized(instrument, type, model.marketPrice()))
                        .orElseGet(() -> new TicketEntry.Incomplete(Gap.DISTANCE_UNREADABLE));
        };
    }

    private TicketEntry stop(Instrument instrument) {
        Optional<Price> trigger = model.waiting().findTrigger(figures);
        if (trigger.isEmpty()) {
            return new TicketEntry.Incomplete(Gap.TRIGGER_UNREADABLE);
        }
        if (!instrument.isOnTick(trigger.get())) {
            return refused(
                    RefusalCode.OFF_TICK, trigger.get(), instrument.rules().tick());
        }
        if (model.price().get().isBlank()) {
            return sized(instrument, new OrderType.Stop(trigger.get()), trigger);
        }
        Optional<Price> limit = Typed.price(model.price().get(), figures);
        if (limit.isEmpty()) {
            return new TicketEntry.Incomplete(Gap.PRICE_UNREADABLE);
        }
        if (!instrument.isOnTick(limit.get())) {
            return refused(RefusalCode.OFF_TICK, limit.get(), instrument.rules().tick());
        }
        return sized(instrument, new OrderType.StopLimit(trigger.get(), limit.get()), limit);
    }

    private TicketEntry limit(Instrument instrument) {
        if (model.price().get().isBlank()) {
            return new TicketEntry.Incomplete(Gap.NO_PRICE);
        }
        Optional<Price> price = Typed.price(model.price().get(), figures);
        if (price.isEmpty()) {
            return new TicketEntry.Incomplete(Gap.PRICE_UNREADABLE);
        }
        if (!instrument.isOnTick(price.get())) {
            return refused(RefusalCode.OFF_TICK, price.get(), instrument.rules().tick());
        }
        if (!price.get().isPositive()) {
            return refused(RefusalCode.PRICE_NOT_POSITIVE, instrument.id());
        }
        return sized(instrument, OrderType.limit(price.get()), price);
    }

    private TicketEntry sized(Instrument instrument, OrderType type, Optional<Price> reference) {
        if (model.size().get().isBlank()) {
            return new TicketEntry.Incomplete(Gap.NO_SIZE);
        }
        Optional<BigDecimal> wish = Typed.number(model.size().get(), figures);
        if (wish.isEmpty() || wish.get().signum() < 0) {
            return new TicketEntry.Incomplete(Gap.SIZE_UNREADABLE);
        }
        return switch (model.sizeMode().get()) {
            case QUANTITY -> byQuantity(instrument, type);
            case VALUE -> byValue(instrument, type, wish.get(), reference);
            case EQUITY_SHARE -> byShare(instrument, type, wish.get(), reference);
        };
    }

    private TicketEntry byQuantity(Instrument instrument, OrderType type) {
        Optional<Quantity> quantity = Typed.quantity(model.size().get(), figures);
        if (quantity.isEmpty()) {
            return new TicketEntry.Incomplete(Gap.SIZE_TOO_LARGE);
        }
        if (quantity.get().isZero()) {
            return new TicketEntry.Incomplete(Gap.NO_SIZE);
        }
        if (!instrument.isWholeLots(quantity.get())) {
            return refused(
                    RefusalCode.OFF_LOT, quantity.get(), instrument.rules().lot());
        }
        return draft(instrument, type, quantity.get());
    }

    private TicketEntry byShare(Instrument instrument, OrderType type, BigDecimal percent, Optional<Price> reference) {
        Optional<BigDecimal> value = model.desk()
                .get()
                .map(DeskState::account)
                .flatMap(account -> OrderSizing.shareOfEquity(percent, account, instrument.quote()));
        return value.isEmpty()
                ? new TicketEntry.Incomplete(Gap.NO_RATE)
                : byValue(instrument, type, value.get(), reference);
    }

    private TicketEntry byValue(Instrument instrument, OrderType type, BigDecimal value, Optional<Price> reference) {
        if (reference.isEmpty()) {
            return new TicketEntry.Incomplete(Gap.NO_MARKET_PRICE);
        }
        Optional<Long> lots = OrderSizing.lotsForValue(value, reference.get(), instrument);
        if (lots.isEmpty()
                || lots.get() > Long.MAX_VALUE / instrument.rules().lot().units()) {
            return new TicketEntry.Incomplete(Gap.SIZE_TOO_LARGE);
        }
        if (lots.get() <= 0) {
            return new TicketEntry.Incomplete(Gap.SIZE_BELOW_ONE_LOT);
        }
        return draft(instrument, type, instrument.quantityOf(lots.get()));
    }

    private TicketEntry draft(Instrument instrument, OrderType type, Quantity quantity) {
        Quantity smallest = instrument.rules().minQuantity();
        if (quantity.compareTo(smallest) < 0) {
            return refused(RefusalCode.BELOW_MINIMUM, quantity, smallest);
        }
        LastingModel lasting = model.lasting();
        return switch (type) {
            case OrderType.Market market ->
                ready(instrument, type, quantity, lasting.ofMarketOrder(), lasting.handlingOfMarketOrder());
            case OrderType.Stop _, OrderType.StopLimit _, OrderType.TrailingStop _ ->
                lasting.handlingOfWaitingOrder()
                        .map(handling -> ready(instrument, type, quantity, lasting.ofWaitingOrder(), handling))
                        .orElseGet(() -> new TicketEntry.Incomplete(Gap.END_UNREADABLE));
            case OrderType.Limit limit ->
                lasting.handlingOfLimitOrder()
                        .map(handling -> ready(
                                instrument,
                                type,
                                quantity,
                                lasting.timeInForce().get(),
                                handling))
                        .orElseGet(() -> new TicketEntry.Incomplete(Gap.END_UNREADABLE));
        };
    }

    private TicketEntry ready(
            Instrument instrument, OrderType type, Quantity quantity, TimeInForce stays, OrderHandling handling) {
        OrderDraft draft =
                new OrderDraft(instrument.id(), model.side().get(), type, quantity, stays, handling, origin, "");
        Optional<Price> around = type.findLimit().or(type::findTrigger).or(model::marketPrice);
        return switch (ExitsReading.read(model.exits(), instrument, draft.side(), around, figures)) {
            case ExitsEntry.None none -> new TicketEntry.Ready(TicketAct.alone(draft));
            case ExitsEntry.Ready(var exits) ->
                handling.reduceOnly()
                        ? new TicketEntry.Incomplete(Gap.ENTRY_REDUCES)
                        : new TicketEntry.Ready(new TicketAct.Send(draft, Optional.of(exits), around));
            case ExitsEntry.Incomplete(var gap) -> new TicketEntry.Unguarded(gap);
            case ExitsEntry.Refused(var refusal) -> new TicketEntry.Refused(refusal);
        };
    }

    private static TicketEntry refused(RefusalCode code, Object... arguments) {
        return new TicketEntry.Refused(Refusal.of(code, arguments));
    }
}
