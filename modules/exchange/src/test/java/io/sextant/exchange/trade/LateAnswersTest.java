package io.sextant.exchange.trade;

import static io.sextant.exchange.trade.DeskByHand.MILLI_NANOS;
import static io.sextant.exchange.trade.DeskByHand.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderState;
import io.sextant.exchange.port.OrderSight;
import io.sextant.exchange.port.OrderSight.Status;
import io.sextant.exchange.port.VenueException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The stream is faster than an answer; what the answer says then is about an order that is not there any more. */
class LateAnswersTest {

    private final DeskByHand by = new DeskByHand();
    private final ScriptedVenue venue = by.venue;

    private OrderId working(long lots) {
        OrderId order = by.buy(lots);
        by.pass(SECOND);
        assertThat(by.state(order)).isEqualTo(OrderState.ACCEPTED);
        return order;
    }

    @Test
    void theAnswerToACancelDoesNotEndTheOrderThatTookItsPlaceMeanwhile() {
        OrderId order = working(10);
        String old = by.name(order, 0);
        String replacement = by.name(order, 1);
        venue.cancelling = key -> {
            venue.stream.onOrder(ScriptedVenue.sight(old, Status.CANCELLED, 10, 0));
            by.meanwhile(100 * MILLI_NANOS);
            assertThat(venue.count("place " + replacement)).isEqualTo(1);
            return ScriptedVenue.sight(old, Status.CANCELLED, 10, 0);
        };

        by.apply(new AmendOrder(order, by.quantity(12), by.price(4_999_900)));
        by.pass(2 * SECOND);

        assertThat(by.state(order)).isEqualTo(OrderState.ACCEPTED);
        assertThat(by.order(order).terms().quantity()).isEqualTo(by.quantity(12));
    }

    @Test
    void executionsThatWereAskedForBeforeTheReplacementDoNotEndIt() {
        OrderId order = working(10);
        String old = by.name(order, 0);
        venue.cancelling = key -> ScriptedVenue.sight(old, Status.CANCELLED, 10, 3);
        venue.fetching = key -> {
            venue.stream.onTrade(ScriptedVenue.trade(old, 71, 3));
            venue.stream.onOrder(ScriptedVenue.sight(old, Status.CANCELLED, 10, 3));
            by.meanwhile(100 * MILLI_NANOS);
            assertThat(venue.count("place " + by.name(order, 1))).isEqualTo(1);
            return List.of(ScriptedVenue.trade(old, 71, 3));
        };

        by.apply(new AmendOrder(order, by.quantity(12), by.price(4_999_900)));
        by.pass(2 * SECOND);

        assertThat(by.state(order)).isEqualTo(OrderState.PARTLY_FILLED);
        assertThat(by.order(order).filled()).isEqualTo(by.quantity(3));
    }

    @Test
    void theAccountIsNotReadWhileExecutionsAreBeingFetched() {
        OrderId order = working(10);
        String name = by.name(order, 0);
        venue.open = List.of(ScriptedVenue.sight(name, Status.OPEN, 10, 4));
        venue.finding = key -> Optional.of(venue.open.getFirst());
        long[] readMeanwhile = {-1};
        venue.fetching = key -> {
            long before = venue.count("balances");
            by.meanwhile(9 * SECOND);
            readMeanwhile[0] = venue.count("balances") - before;
            return List.of(ScriptedVenue.trade(name, 71, 4));
        };
        venue.stream.onUnclear("a reason to read");

        by.pass(15 * SECOND);

        assertThat(readMeanwhile[0]).isZero();
        assertThat(by.order(order).filled()).isEqualTo(by.quantity(4));
    }

    @Test
    void whatWasExecutedBeforeAReplacementIsReadAgainWhenACrashLostIt() {
        OrderId order = working(10);
        String old = by.name(order, 0);
        String replacement = by.name(order, 1);
        venue.cancelling = key -> {
            throw new VenueException(VenueException.Kind.UNREACHABLE, "the line is dead");
        };
        venue.finding = key -> Optional.of(ScriptedVenue.sight(old, Status.OPEN, 10, 0));
        by.apply(new AmendOrder(order, by.quantity(12), by.price(4_999_900)));
        by.pass(SECOND);
        by.dieAndComeBack();
        OrderSight gone = ScriptedVenue.sight(old, Status.CANCELLED, 10, 3);
        OrderSight there = ScriptedVenue.sight(replacement, Status.OPEN, 9, 0);
        venue.open = List.of(there);
        venue.finding = key -> Optional.of(key.clientId().equals(old) ? gone : there);
        venue.fetching = key -> key.clientId().equals(old) ? List.of(ScriptedVenue.trade(old, 71, 3)) : List.of();

        by.pass(20 * SECOND);

        assertThat(by.order(order).filled()).isEqualTo(by.quantity(3));
        assertThat(by.state(order)).isEqualTo(OrderState.PARTLY_FILLED);
        assertThat(by.order(order).terms().quantity()).isEqualTo(by.quantity(12));
    }
}
