package io.sextant.exchange.trade;

import static io.sextant.exchange.trade.DeskByHand.MILLI_NANOS;
import static io.sextant.exchange.trade.DeskByHand.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.exchange.port.OrderSight.Status;
import io.sextant.exchange.port.VenueException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What makes a risk smaller does not queue. */
class CancelLaneTest {

    private final DeskByHand by = new DeskByHand();
    private final ScriptedVenue venue = by.venue;

    private OrderId working() {
        OrderId order = by.buy(10);
        by.pass(SECOND);
        assertThat(by.state(order)).isEqualTo(OrderState.ACCEPTED);
        return order;
    }

    @Test
    void aCancelLeavesAtOnceThoughTheBudgetIsSpent() {
        OrderId order = working();
        for (int question = 0; question < 20; question++) {
            by.limiter.reserve(1_500, by.time.nanos());
        }
        by.apply(new CancelOrder(order));
        by.pass(100 * MILLI_NANOS);
        assertThat(by.state(order)).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void aComplaintWithoutATimeDoesNotHoldUpACancel() {
        OrderId order = working();
        by.limiter.complained(0, by.time.nanos());
        by.apply(new CancelOrder(order));
        by.pass(100 * MILLI_NANOS);
        assertThat(by.state(order)).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void aComplaintAboutNewOrdersHoldsUpOnlyThose() {
        OrderId order = working();
        venue.placing = (key, terms) -> {
            throw VenueException.ordersThrottled("too many new orders (-1015)", 0);
        };
        by.buy(10);
        by.pass(100 * MILLI_NANOS);
        long placed = venue.count("place");
        OrderId held = by.buy(10);
        long asked = venue.count("open");
        by.apply(new CancelOrder(order));
        by.pass(100 * MILLI_NANOS);

        assertThat(by.state(order)).isEqualTo(OrderState.CANCELLED);
        by.pass(11 * SECOND);
        assertThat(venue.count("open")).isGreaterThan(asked);
        assertThat(venue.count("place")).isEqualTo(placed);
        assertThat(by.state(held)).isEqualTo(OrderState.REJECTED);
    }

    @Test
    void aCancelThatTheVenueHadNoTimeForGoesAgainWithoutAQuestion() {
        OrderId order = working();
        long asked = venue.count("find");
        venue.cancelling = key -> {
            venue.cancelling = again -> ScriptedVenue.sight(again.clientId(), Status.CANCELLED, 10, 0);
            throw VenueException.throttled("slow down", 2 * SECOND);
        };
        by.apply(new CancelOrder(order));
        by.pass(3 * SECOND);

        assertThat(by.state(order)).isEqualTo(OrderState.CANCELLED);
        assertThat(venue.count("cancel")).isEqualTo(2);
        assertThat(venue.count("find")).isEqualTo(asked);
    }

    @Test
    void cancelsThatAreWantedWhileOneIsOnItsWayLeaveTogether() {
        venue.mostCancels = 3;
        List<OrderId> orders = workingOnes(6);
        orders.forEach(order -> by.apply(new CancelOrder(order)));
        by.pass(SECOND);

        assertThat(orders).allSatisfy(order -> assertThat(by.state(order)).isEqualTo(OrderState.CANCELLED));
        assertThat(venue.asked)
                .filteredOn(one -> one.startsWith("cancel") || one.startsWith("several"))
                .hasSize(3)
                .last()
                .isEqualTo("several 2");
    }

    @Test
    void aCancelThatHangsDoesNotHoldUpTheNext() {
        venue.mostCancels = 50;
        List<OrderId> orders = workingOnes(3);
        venue.cancelling = key -> {
            venue.cancelling = again -> ScriptedVenue.sight(again.clientId(), Status.CANCELLED, 10, 0);
            by.meanwhile(1_500 * MILLI_NANOS);
            assertThat(venue.count("several"))
                    .as("left while the first one hangs")
                    .isEqualTo(1);
            return ScriptedVenue.sight(key.clientId(), Status.CANCELLED, 10, 0);
        };
        orders.forEach(order -> by.apply(new CancelOrder(order)));
        by.pass(3 * SECOND);

        assertThat(orders).allSatisfy(order -> assertThat(by.state(order)).isEqualTo(OrderState.CANCELLED));
    }

    @Test
    void whatEndedBeforeItsBatchLeftIsNotCancelledAnyMore() {
        venue.mostCancels = 50;
        List<OrderId> orders = workingOnes(3);
        venue.cancelling = key -> {
            String gone = by.name(orders.getLast(), 0);
            venue.stream.onOrder(ScriptedVenue.sight(gone, Status.CANCELLED, 10, 0));
            venue.cancelling = again -> {
                assertThat(again.clientId()).isNotEqualTo(gone);
                return ScriptedVenue.sight(again.clientId(), Status.CANCELLED, 10, 0);
            };
            return ScriptedVenue.sight(key.clientId(), Status.CANCELLED, 10, 0);
        };
        orders.forEach(order -> by.apply(new CancelOrder(order)));
        by.pass(3 * SECOND);

        assertThat(orders).allSatisfy(order -> assertThat(by.state(order)).isEqualTo(OrderState.CANCELLED));
        assertThat(venue.count("cancel")).isEqualTo(2);
        assertThat(venue.count("several")).isZero();
    }

    private List<OrderId> workingOnes(int count) {
        List<OrderId> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(by.buy(10 + i));
        }
        by.pass(SECOND);
        assertThat(orders).allSatisfy(order -> assertThat(by.state(order)).isEqualTo(OrderState.ACCEPTED));
        return orders;
    }
}
