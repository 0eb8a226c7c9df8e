package io.sextant.exchange.trade;

import static io.sextant.exchange.trade.DeskByHand.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.exchange.port.SelfCancel;
import io.sextant.exchange.port.VenueException;
import org.junit.jupiter.api.Test;

/** An engine that stopped for good leaves no order to itself: what works is taken back although nothing can be recorded. */
class AbandonedDeskTest {

    private final DeskByHand by = new DeskByHand();
    private final ScriptedVenue venue = by.venue;

    @Test
    void whatWorksIsTakenBackAndWhatIsHeldIsNotSent() {
        OrderId working = by.buy(10);
        by.pass(SECOND);
        assertThat(by.state(working)).isEqualTo(OrderState.ACCEPTED);
        by.limiter.complained(3 * SECOND, by.time.nanos());
        by.buy(7);
        long placed = venue.count("place");

        assertThat(by.desk.core().abandon(true)).isTrue();
        by.meanwhile(30 * SECOND);

        assertThat(venue.count("cancel")).isPositive();
        assertThat(venue.count("place")).isEqualTo(placed);
        assertThat(by.state(working)).as("nothing is told any more").isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void ordersStayWhereNobodyWantsThemCancelledOnALostConnection() {
        OrderId working = by.buy(10);
        by.pass(SECOND);

        assertThat(by.desk.core().abandon(false)).isFalse();
        by.meanwhile(30 * SECOND);

        assertThat(venue.count("cancel")).isZero();
        assertThat(by.state(working)).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void aVenueThatWasToldToCancelByItselfIsNotAskedToWaitOn() {
        venue.selfCancel = SelfCancel.BY_HEARTBEAT;
        by.trading.guard(true);
        by.buy(10);
        by.pass(20 * SECOND);
        assertThat(venue.count("after 60")).isEqualTo(2);
        venue.cancelling = key -> {
            throw new VenueException(VenueException.Kind.UNREACHABLE, "nobody hears it");
        };

        by.desk.core().abandon(true);
        by.meanwhile(90 * SECOND);

        assertThat(venue.count("after")).as("so it goes off").isEqualTo(2);
    }
}
