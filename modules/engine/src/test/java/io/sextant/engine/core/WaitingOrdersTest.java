package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.EngageKillSwitch;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.order.Trail;
import io.sextant.engine.testing.CoreSession;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stops on the simulated market: they wait, follow, go off, and survive. */
class WaitingOrdersTest {

    private static final long SEED = 5;
    private static final long LONGEST_NANOS = 3_600_000_000_000L;

    private CoreSession session = CoreSession.begin(SEED);
    private final Instrument mnq = instrument();

    private Instrument instrument() {
        session.run(20_000);
        return session.core().instruments().all().stream()
                .filter(one -> one.id().symbol().startsWith("MNQ"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStopGoesOffOnceSomethingTradesThereAndSellsAtTheMarket() {
        buy(2);
        long trigger = last() - 4;
        OrderId id = place(Side.SELL, 2, new OrderType.Stop(mnq.priceOf(trigger)), OrderHandling.PLAIN);
        assertThat(newest(id).state()).isEqualTo(OrderState.WAITING);

        runUntilDone(id);

        assertThat(newest(id).state()).isEqualTo(OrderState.FILLED);
        assertThat(changes(id)).extracting(OrderChanged::reason).contains("its price came");
        assertThat(position()).isZero();
        assertThat(newest(id).terms().type()).isEqualTo(new OrderType.Stop(mnq.priceOf(trigger)));
    }

    @Test
    void aTrailingStopFollowsUpwardOnlyAndSellsBehindTheBestPrice() {
        buy(1);
        OrderId id = place(Side.SELL, 1, OrderType.trailing(new Trail.ByAmount(mnq.priceOf(12))), OrderHandling.PLAIN);
        Price begun = newest(id).terms().type().findTrigger().orElseThrow();
        runUntilDone(id);
        Price wentOff = newest(id).terms().type().findTrigger().orElseThrow();

        assertThat(wentOff.compareTo(begun)).isGreaterThanOrEqualTo(0);
        assertThat(newest(id).state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void aWaitingOrderIsCancelledHereAtOnce() {
        OrderId id = place(Side.BUY, 1, new OrderType.Stop(mnq.priceOf(last() + 400)), OrderHandling.PLAIN);
        session.apply(new CancelOrder(id));
        assertThat(newest(id).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void theKillSwitchEndsWhatWaitsToo() {
        OrderId id = place(Side.BUY, 1, new OrderType.Stop(mnq.priceOf(last() + 400)), OrderHandling.PLAIN);
        session.apply(new EngageKillSwitch("enough"));
        assertThat(newest(id).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void aTriggerThatIsMovedWaitsThere() {
        OrderId id = place(Side.BUY, 1, new OrderType.Stop(mnq.priceOf(last() + 400)), OrderHandling.PLAIN);
        session.apply(new AmendOrder(id, mnq.quantityOf(2), mnq.priceOf(last() + 300)));
        assertThat(newest(id).terms().quantity()).isEqualTo(mnq.quantityOf(2));
        assertThat(newest(id).terms().type()).isEqualTo(new OrderType.Stop(mnq.priceOf(last() + 300)));
    }

    @Test
    void aStopThatMayOnlyReduceTakesWhatIsLeftWhenItGoesOff() {
        buy(3);
        OrderId id =
                place(Side.SELL, 3, new OrderType.Stop(mnq.priceOf(last() - 4)), OrderHandling.PLAIN.withReduceOnly());
        sell(2);
        runUntilDone(id);
        assertThat(position()).isZero();
        assertThat(newest(id).filled()).isEqualTo(mnq.quantityOf(1));
    }

    @Test
    void waitsOnAfterARestart() {
        OrderId id = place(Side.BUY, 1, new OrderType.Stop(mnq.priceOf(last() + 2)), OrderHandling.PLAIN);
        session.takeSnapshot();
        session = CoreSession.recover(SEED, session.journal(), session.snapshots());
        for (long until = session.core().marketNanos() + LONGEST_NANOS;
                session.core().marketNanos() < until && changes(id).isEmpty(); ) {
            session.run(1);
        }
        assertThat(changes(id)).first().satisfies(changed -> {
            assertThat(changed.from()).isEqualTo(OrderState.WAITING);
            assertThat(changed.order().state()).isEqualTo(OrderState.SUBMITTED);
        });
    }

    private void buy(long lots) {
        settle(place(Side.BUY, lots, OrderType.market(), OrderHandling.PLAIN));
    }

    private void sell(long lots) {
        settle(place(Side.SELL, lots, OrderType.market(), OrderHandling.PLAIN));
    }

    private void settle(OrderId id) {
        runUntilDone(id);
        assertThat(newest(id).state()).isEqualTo(OrderState.FILLED);
    }

    private OrderId place(Side side, long lots, OrderType type, OrderHandling handling) {
        Outcome outcome = session.apply(new PlaceOrder(new OrderDraft(
                mnq.id(),
                side,
                type,
                mnq.quantityOf(lots),
                type.waits() ? TimeInForce.GOOD_TILL_CANCELLED : TimeInForce.IMMEDIATE_OR_CANCEL,
                handling,
                OrderOrigin.TICKET,
                "")));
        assertThat(outcome).as("%s", outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).order().orElseThrow();
    }

    private long position() {
        return session.facts().stream()
                .filter(OrderFilled.class::isInstance)
                .map(OrderFilled.class::cast)
                .map(OrderFilled::fill)
                .filter(fill -> fill.instrument().equals(mnq.id()))
                .mapToLong(fill -> fill.side().sign() * mnq.lotsOf(fill.quantity()))
                .sum();
    }

    private long last() {
        return session.core().lastTicks()[session.core().instruments().indexOf(mnq.id())];
    }

    private void runUntilDone(OrderId id) {
        long until = session.core().marketNanos() + LONGEST_NANOS;
        while (session.core().marketNanos() < until && !newest(id).state().isTerminal()) {
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
        return changes(id).getLast().order();
    }
}
