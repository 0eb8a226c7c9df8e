package io.sextant.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.Breaker;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.venue.VenueTrust;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What works is taken back as soon as market or venue is lost, and nothing new goes until it is there again. */
class DisconnectTest {

    private final BreakerDesk desk = new BreakerDesk();

    @Test
    void aLostFeedTakesBackWhatWorksAtOnceAndKeepsTheStopThatProtects() {
        desk.limit(BreakerDesk.only(Breaker.LATENCY, 1));
        OrderId resting = place(OrderType.limit(desk.future.priceOf(desk.start - 50)), Side.BUY);
        OrderId stop = place(new OrderType.Stop(desk.future.priceOf(desk.start + 50)), Side.BUY);

        lose();

        assertThat(last(resting))
                .extracting(changed -> changed.order().state(), OrderChanged::from)
                .containsExactly(OrderState.CANCELLED, OrderState.CANCEL_PENDING);
        assertThat(changes(resting)).extracting(OrderChanged::reason).contains("the connection was lost");
        assertThat(last(stop).order().state()).isEqualTo(OrderState.WAITING);
        assertThat(refusal()).isEqualTo(RefusalCode.FEED_GONE);

        desk.feed.say(desk.nowNanos(), sink -> sink.onStatus(FeedStatus.CONNECTED, "back"));
        desk.pass(1);
        desk.trade(Side.BUY, 1);
    }

    @Test
    void aVenueThatCannotBeReachedDoesTheSame() {
        desk.limit(BreakerDesk.only(Breaker.LATENCY, 1));
        OrderId resting = place(OrderType.limit(desk.future.priceOf(desk.start - 50)), Side.BUY);

        desk.venue.trust(VenueTrust.UNREACHABLE);
        desk.report();

        assertThat(last(resting).order().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(refusal()).isEqualTo(RefusalCode.VENUE_DISCONNECTED);
        desk.venue.trust(VenueTrust.AGREED);
        desk.trade(Side.BUY, 1);
    }

    @Test
    void withoutTheControlOrdersStay() {
        desk.limit(AccountLimits.UNBOUNDED);
        OrderId resting = place(OrderType.limit(desk.future.priceOf(desk.start - 50)), Side.BUY);

        lose();

        assertThat(last(resting).order().state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(refusal()).isEqualTo(RefusalCode.FEED_GONE);
    }

    /** In the same moment as the last report: there may never be another one. */
    private void lose() {
        desk.report();
        desk.feed.say(desk.nowNanos(), sink -> sink.onStatus(FeedStatus.DISCONNECTED, "the line is cut"));
        desk.runToNow();
    }

    private OrderId place(OrderType type, Side side) {
        desk.venue.letsRest();
        Outcome outcome = desk.session.apply(new PlaceOrder(new OrderDraft(
                desk.future.id(),
                side,
                type,
                desk.future.quantityOf(1),
                TimeInForce.GOOD_TILL_CANCELLED,
                OrderHandling.PLAIN,
                OrderOrigin.TICKET,
                "")));
        desk.runToNow();
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).order().orElseThrow();
    }

    private RefusalCode refusal() {
        Outcome outcome = desk.order(Side.BUY, 1);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal().code();
    }

    private OrderChanged last(OrderId order) {
        return changes(order).getLast();
    }

    private List<OrderChanged> changes(OrderId order) {
        return desk.facts(OrderChanged.class).stream()
                .filter(changed -> changed.order().id().equals(order))
                .toList();
    }
}
