package io.sextant.ui.testing;

import io.sextant.domain.command.CancelScope;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.request.OrderLife;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Orders of the fake engine: what crosses fills whole at the touch, the rest rests until the price comes. */
final class FakeOrders {

    private final Map<OrderId, OrderLife> lives = new LinkedHashMap<>();
    private final List<Fill> fills = new ArrayList<>();
    private final LongSupplier nextPosition;
    private final Consumer<Event> happened;
    private final Consumer<Fill> filled;

    FakeOrders(LongSupplier nextPosition, Consumer<Event> happened, Consumer<Fill> filled) {
        this.nextPosition = nextPosition;
        this.happened = happened;
        this.filled = filled;
    }

    OrderId place(OrderDraft draft, FakeMarket market, long nowNanos) {
        OrderId id = new OrderId(lives.size() + 1L);
        Money nothing = Money.zero(market.instrument().quote());
        OrderState first = draft.type().waits() ? OrderState.WAITING : OrderState.SUBMITTED;
        Order order = new Order(id, draft, first, Quantity.ZERO, nothing, nowNanos, nowNanos);
        change(order, first, draft.reason());
        if (draft.type().waits()) {
            return id;
        }
        move(id, OrderState.ACCEPTED, "accepted by the venue", nowNanos);
        match(market, nowNanos);
        if (draft.type() instanceof OrderType.Market && isWorking(id)) {
            move(id, OrderState.CANCELLED, "nothing on the other side", nowNanos);
        }
        return id;
    }

    /** Fills every working order of the market that crosses its touch. */
    void match(FakeMarket market, long nowNanos) {
        for (Order order : working()) {
            boolean ours = order.terms().instrument().equals(market.instrument().id());
            if (ours && crosses(order.terms(), market)) {
                fill(order, market, nowNanos);
            }
        }
    }

    void cancel(OrderId id, String reason, long nowNanos) {
        move(id, OrderState.CANCELLED, reason, nowNanos);
    }

    void cancelAll(CancelScope scope, String reason, long nowNanos) {
        for (Order order : working()) {
            boolean meant = switch (scope) {
                case CancelScope.Everything() -> true;
                case CancelScope.OneInstrument(var instrument) ->
                    order.terms().instrument().equals(instrument);
            };
            if (meant) {
                cancel(order.id(), reason, nowNanos);
            }
        }
    }

    void amend(OrderId id, Quantity quantity, Price limit, long nowNanos) {
        Order order = lives.get(id).order();
        OrderDraft terms = order.terms();
        OrderDraft amended = new OrderDraft(
                terms.instrument(),
                terms.side(),
                terms.type().waits() ? new OrderType.Stop(limit) : OrderType.limit(limit),
                quantity,
                terms.timeInForce(),
                terms.handling(),
                terms.origin(),
                terms.link(),
                terms.reason());
        change(
                new Order(
                        id,
                        amended,
                        order.state(),
                        order.filled(),
                        order.filledNotional(),
                        order.createdNanos(),
                        nowNanos),
                order.state(),
                "amended");
    }

    Optional<Order> find(OrderId id) {
        return Optional.ofNullable(lives.get(id)).map(OrderLife::order);
    }

    List<Order> working() {
        return lives.values().stream()
                .map(OrderLife::order)
                .filter(order -> !order.state().isTerminal())
                .toList();
    }

    List<OrderLife> newestLives(int limit) {
        return lives.values().stream().toList().reversed().stream().limit(limit).toList();
    }

    List<Fill> newestFills(int limit) {
        return fills.reversed().stream().limit(limit).toList();
    }

    private boolean isWorking(OrderId id) {
        return !lives.get(id).order().state().isTerminal();
    }

    private static boolean crosses(OrderDraft draft, FakeMarket market) {
        return switch (draft.type()) {
            case OrderType.Market _ -> true;
            case OrderType.Stop _, OrderType.StopLimit _, OrderType.TrailingStop _ -> false;
            case OrderType.Limit(var price) ->
                draft.side() == Side.BUY
                        ? price.compareTo(market.bestAsk()) >= 0
                        : price.compareTo(market.bestBid()) <= 0;
        };
    }

    private void fill(Order order, FakeMarket market, long nowNanos) {
        Instrument instrument = market.instrument();
        Price price = order.terms().side() == Side.BUY ? market.bestAsk() : market.bestBid();
        Quantity quantity = order.remaining();
        long lots = instrument.lotsOf(quantity);
        Money notional = instrument.notional(instrument.ticksOf(price), lots);
        Money fee = Money.of(instrument.fees().feeUnits(notional.units(), lots, false), notional.currency());
        Fill fill = new Fill(
                fills.size() + 1L,
                order.id(),
                instrument.id(),
                order.terms().side(),
                price,
                quantity,
                notional,
                fee,
                false,
                nowNanos);
        fills.add(fill);
        filled.accept(fill);
        happened.accept(new OrderFilled(nextPosition.getAsLong(), nowNanos, fill));
        Order done = new Order(
                order.id(),
                order.terms(),
                OrderState.FILLED,
                order.terms().quantity(),
                order.filledNotional().plus(notional),
                order.createdNanos(),
                nowNanos);
        change(done, order.state(), "filled");
    }

    private void move(OrderId id, OrderState next, String reason, long nowNanos) {
        Order order = lives.get(id).order();
        change(
                new Order(
                        id,
                        order.terms(),
                        next,
                        order.filled(),
                        order.filledNotional(),
                        order.createdNanos(),
                        nowNanos),
                order.state(),
                reason);
    }

    private void change(Order order, OrderState from, String reason) {
        OrderChanged changed = new OrderChanged(nextPosition.getAsLong(), order.changedNanos(), order, from, reason);
        OrderLife before = lives.get(order.id());
        List<OrderChanged> changes = before == null ? new ArrayList<>() : new ArrayList<>(before.changes());
        changes.add(changed);
        lives.put(order.id(), new OrderLife(order, changes));
        happened.accept(changed);
    }
}
