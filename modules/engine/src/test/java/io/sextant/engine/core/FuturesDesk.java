package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.Command;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.ParentChanged;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.engine.testing.CoreSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Somebody with a future on the simulated market. */
final class FuturesDesk {

    static final long HOUR_NANOS = 3_600_000_000_000L;

    private final long seed;
    private CoreSession session;
    final Instrument future;

    FuturesDesk(long seed) {
        this.seed = seed;
        session = CoreSession.begin(seed);
        session.run(20_000);
        future = session.core().instruments().all().stream()
                .filter(one -> one.id().symbol().startsWith("MNQ"))
                .findFirst()
                .orElseThrow();
    }

    CoreSession session() {
        return session;
    }

    int index() {
        return session.core().instruments().indexOf(future.id());
    }

    /** Goes on from the journal, with a snapshot or without, and is sure that it is the same desk. */
    void restart(boolean withSnapshot) {
        if (withSnapshot) {
            session.takeSnapshot();
        }
        long hash = session.core().stateHash();
        long sequence = session.core().sequence();
        CoreSession again = CoreSession.recover(seed, session.journal(), session.snapshots());
        again.core().stepTo(sequence);
        assertThat(again.core().stateHash()).isEqualTo(hash);
        again.facts().addAll(0, session.facts());
        session = again;
    }

    OrderId done(Command command) {
        Outcome outcome = session.apply(command);
        assertThat(outcome).as("%s", outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).order().orElseThrow();
    }

    void buy(long lots) {
        trade(Side.BUY, lots);
    }

    void sell(long lots) {
        trade(Side.SELL, lots);
    }

    private void trade(Side side, long lots) {
        OrderId id = done(new PlaceOrder(market(side, lots)));
        runUntil(() -> order(id).state().isTerminal());
        assertThat(order(id).filled()).isEqualTo(future.quantityOf(lots));
    }

    OrderDraft market(Side side, long lots) {
        return OrderDraft.market(future.id(), side, future.quantityOf(lots), OrderOrigin.TICKET);
    }

    OrderDraft limit(Side side, long lots, long ticks) {
        return new OrderDraft(
                future.id(),
                side,
                OrderType.limit(price(ticks)),
                future.quantityOf(lots),
                TimeInForce.GOOD_TILL_CANCELLED,
                OrderHandling.PLAIN,
                OrderOrigin.TICKET,
                "");
    }

    Price price(long ticks) {
        return future.priceOf(ticks);
    }

    long last() {
        return session.core().lastTicks()[index()];
    }

    /** True once it came to be within an hour of the market. */
    boolean runUntil(BooleanSupplier wanted) {
        return runUntil(wanted, HOUR_NANOS);
    }

    boolean runUntil(BooleanSupplier wanted, long nanos) {
        long until = session.core().marketNanos() + nanos;
        while (session.core().marketNanos() < until && !wanted.getAsBoolean()) {
            session.run(1);
        }
        return wanted.getAsBoolean();
    }

    long position() {
        return fills().stream()
                .mapToLong(filled -> filled.fill().side().sign()
                        * future.lotsOf(filled.fill().quantity()))
                .sum();
    }

    List<OrderFilled> fills() {
        return session.facts().stream()
                .filter(OrderFilled.class::isInstance)
                .map(OrderFilled.class::cast)
                .filter(filled -> filled.fill().instrument().equals(future.id()))
                .toList();
    }

    /** Every order as it stands, in the order of their beginning. */
    Map<OrderId, Order> orders() {
        Map<OrderId, Order> orders = new LinkedHashMap<>();
        session.facts().stream()
                .filter(OrderChanged.class::isInstance)
                .map(OrderChanged.class::cast)
                .forEach(changed -> orders.put(changed.order().id(), changed.order()));
        return orders;
    }

    Order order(OrderId id) {
        return orders().get(id);
    }

    List<Order> legs(OrderId parent, OrderLeg leg) {
        return orders().values().stream()
                .filter(order -> order.terms().link().parent() == parent.value()
                        && order.terms().link().leg() == leg)
                .toList();
    }

    Order leg(OrderId parent, OrderLeg leg) {
        return legs(parent, leg).getLast();
    }

    boolean hasLeg(OrderId parent, OrderLeg leg) {
        return !legs(parent, leg).isEmpty();
    }

    List<ParentOrder> steps(OrderId parent) {
        return session.facts().stream()
                .filter(ParentChanged.class::isInstance)
                .map(fact -> ((ParentChanged) fact).parent())
                .filter(one -> one.id().equals(parent))
                .toList();
    }

    /** As it stands, told of or not. */
    ParentOrder parent(OrderId id) {
        return session.core().views().parents().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
