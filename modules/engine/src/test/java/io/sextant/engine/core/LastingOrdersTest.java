package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.engine.testing.CoreSession;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Orders that end by themselves or may only reduce, on the simulated market. */
class LastingOrdersTest {

    private static final InstrumentId MNQ = InstrumentId.of("MNQ");
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final CoreSession session = CoreSession.begin(5);
    private final Instrument mnq = instrument();

    private Instrument instrument() {
        session.run(20_000);
        return session.core().instruments().all().stream()
                .filter(one -> one.id().symbol().startsWith(MNQ.symbol()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOrderGoodTillAMomentIsExpiredAfterIt() {
        long ends = session.core().marketNanos() + 5 * SECOND_NANOS;
        OrderId id = place(Side.BUY, 1, last() - 200, TimeInForce.GOOD_TILL_DATE, OrderHandling.endingAt(ends));

        runUntil(ends - SECOND_NANOS);
        assertThat(newest(id).state()).isEqualTo(OrderState.ACCEPTED);
        runUntil(ends + SECOND_NANOS);

        assertThat(newest(id).state()).isEqualTo(OrderState.EXPIRED);
        assertThat(newest(id).changedNanos()).isGreaterThanOrEqualTo(ends);
        assertThat(changes(id)).extracting(OrderChanged::reason).contains("its time is over", "expired");
    }

    @Test
    void anOrderThatMayOnlyReduceShrinksWithThePositionAndEndsWithIt() {
        place(Side.BUY, 3, last() + 100, TimeInForce.IMMEDIATE_OR_CANCEL, OrderHandling.PLAIN);
        runUntil(session.core().marketNanos() + SECOND_NANOS);
        OrderId reducing = place(
                Side.SELL, 3, last() + 200, TimeInForce.GOOD_TILL_CANCELLED, OrderHandling.PLAIN.withReduceOnly());
        runUntil(session.core().marketNanos() + SECOND_NANOS);
        assertThat(newest(reducing).state()).isEqualTo(OrderState.ACCEPTED);

        place(Side.SELL, 2, last() - 100, TimeInForce.IMMEDIATE_OR_CANCEL, OrderHandling.PLAIN);
        runUntil(session.core().marketNanos() + SECOND_NANOS);
        assertThat(newest(reducing).terms().quantity()).isEqualTo(mnq.quantityOf(1));

        place(Side.SELL, 1, last() - 100, TimeInForce.IMMEDIATE_OR_CANCEL, OrderHandling.PLAIN);
        runUntil(session.core().marketNanos() + SECOND_NANOS);
        assertThat(newest(reducing).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(changes(reducing)).extracting(OrderChanged::reason).contains("nothing is left to reduce");
    }

    private OrderId place(Side side, long lots, long ticks, TimeInForce stays, OrderHandling handling) {
        Outcome outcome = session.apply(new PlaceOrder(new OrderDraft(
                mnq.id(),
                side,
                OrderType.limit(mnq.priceOf(ticks)),
                mnq.quantityOf(lots),
                stays,
                handling,
                OrderOrigin.TICKET,
                "")));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).order().orElseThrow();
    }

    private long last() {
        return session.core().lastTicks()[session.core().instruments().indexOf(mnq.id())];
    }

    private void runUntil(long marketNanos) {
        while (session.core().marketNanos() < marketNanos) {
            session.run(1);
        }
    }

    private List<OrderChanged> changes(OrderId id) {
        return session.facts().stream()
                .filter(OrderChanged.class::isInstance)
                .map(OrderChanged.class::cast)
                .filter(changed -> changed.order().id().equals(id))
                .toList();
    }

    private Order newest(OrderId id) {
        return Optional.of(changes(id)).map(List::getLast).orElseThrow().order();
    }
}
