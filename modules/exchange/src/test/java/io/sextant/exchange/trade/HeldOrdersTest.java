package io.sextant.exchange.trade;

import static io.sextant.exchange.trade.DeskByHand.MILLI_NANOS;
import static io.sextant.exchange.trade.DeskByHand.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.exchange.port.OrderSight.Status;
import io.sextant.exchange.port.VenueException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What could not leave at once is not sent when nobody wants it any more, and what may still leave is not said to be missing. */
class HeldOrdersTest {

    private final DeskByHand by = new DeskByHand();
    private final ScriptedVenue venue = by.venue;

    @Test
    void anOrderThatWaitsForTheBudgetIsWithdrawnByItsCancel() {
        by.limiter.complained(3 * SECOND, by.time.nanos());
        OrderId order = by.buy(10);
        by.pass(SECOND);
        by.apply(new CancelOrder(order));
        by.pass(100 * MILLI_NANOS);

        assertThat(by.state(order)).isEqualTo(OrderState.REJECTED);
        by.pass(60 * SECOND);
        assertThat(venue.count("place")).isZero();
    }

    @Test
    void anOrderThatCouldNotLeaveForSecondsIsToldAsNeverArrived() {
        by.limiter.complained(90 * SECOND, by.time.nanos());
        OrderId order = by.buy(10);
        by.pass(7 * SECOND);

        assertThat(by.state(order)).isEqualTo(OrderState.REJECTED);
        assertThat(by.reason(order)).contains("NEVER_ARRIVED");
        by.pass(120 * SECOND);
        assertThat(venue.count("place")).isZero();
    }

    @Test
    void askingForTheTimeIsNotPartOfTheTimeInWhichAnOrderMayArrive() {
        venue.timeTelling = () -> by.meanwhile(4 * SECOND);
        long[] signed = {0};
        venue.placing = (key, terms) -> {
            signed[0] = by.time.nanos();
            by.meanwhile(9 * SECOND);
            assertThat(venue.count("find")).as("looked for while on its way").isPositive();
            venue.finding = found -> Optional.of(ScriptedVenue.sight(key.clientId(), Status.OPEN, 10, 0));
            throw new VenueException(VenueException.Kind.UNREACHABLE, "no answer");
        };
        OrderId order = by.buy(10);
        by.pass(SECOND);
        by.pass(3 * SECOND);

        assertThat(signed[0]).isPositive();
        assertThat(by.state(order)).isEqualTo(OrderState.ACCEPTED);
    }

    @Test
    void aVenueThatDoesNotSayWhatTimeItIsIsSentNothing() {
        venue.timeTelling = () -> {
            throw new VenueException(VenueException.Kind.UNREACHABLE, "no answer");
        };
        OrderId order = by.buy(10);
        by.pass(SECOND);

        assertThat(by.state(order)).isEqualTo(OrderState.REJECTED);
        assertThat(venue.count("place")).isZero();
    }
}
