package io.sextant.execution.order;

import static io.sextant.domain.market.Side.BUY;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.execution.gate.TestGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** When orders end by themselves. */
class OrderEndsTest {

    private final Story story = new Story();
    private final WorkingOrders orders = new WorkingOrders(2, 10, story);
    private final TestGate gate = new TestGate(Desk.CATALOG);

    @Test
    void anOrderWithATimeIsAskedToEndUntilItDoesAndIsThenExpired() {
        orders.open(gate.order(1, 0, BUY, 10, 100), lasting(TimeInForce.GOOD_TILL_DATE, OrderHandling.endingAt(50)), 5);
        orders.open(gate.order(2, 0, BUY, 10, 100), lasting(TimeInForce.GOOD_TILL_CANCELLED, OrderHandling.PLAIN), 6);
        List<Long> asked = new ArrayList<>();
        assertThat(orders.nextEndNanos()).isEqualTo(50);

        orders.endDue(49, asked::add);
        assertThat(asked).isEmpty();
        orders.endDue(50, asked::add);
        orders.endDue(51, asked::add);

        assertThat(asked).containsExactly(1L);
        long again = 50 + 5_000_000_000L;
        assertThat(orders.nextEndNanos()).isEqualTo(again);
        orders.endDue(again, asked::add);
        assertThat(asked).containsExactly(1L, 1L);
        orders.requestCancel(1, 50, "its time is over");
        orders.onCancelled(1, 52);
        orders.onCancelled(1, 53);
        assertThat(slot(1).state()).isEqualTo(OrderState.EXPIRED);
    }

    @Test
    void aFillThatOvertakesTheEndIsAFill() {
        orders.open(gate.order(1, 0, BUY, 10, 100), lasting(TimeInForce.GOOD_TILL_DATE, OrderHandling.endingAt(50)), 5);
        orders.endDue(50, id -> orders.requestCancel(id, 50, "its time is over"));
        orders.onFill(1, 1, 51, 100, 10, true);
        orders.onCancelRejected(1, 52, RefusalCode.ORDER_ALREADY_DONE);
        assertThat(slot(1).state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void aDayOrderEndsAtTheNextMidnight() {
        long day = 86_400_000_000_000L;
        orders.open(gate.order(1, 0, BUY, 10, 100), lasting(TimeInForce.DAY, OrderHandling.PLAIN), 3 * day);
        orders.open(gate.order(2, 0, BUY, 10, 100), lasting(TimeInForce.DAY, OrderHandling.PLAIN), 5 * day - 1);
        assertThat(orders.nextEndNanos()).isEqualTo(4 * day);
        orders.endDue(4 * day, id -> orders.requestCancel(id, 4 * day, "its time is over"));
        assertThat(slot(1).state()).isEqualTo(OrderState.CANCEL_PENDING);
        orders.onCancelled(1, 4 * day + 1);
        orders.endDue(orders.nextEndNanos(), id -> {});
        assertThat(orders.nextEndNanos()).isEqualTo(5 * day);
    }

    @Test
    void howLongAnOrderStaysAndWhenItEndsSurvivesASnapshot() {
        OrderHandling handling = OrderHandling.endingAt(70).withPostOnly().withReduceOnly();
        orders.open(
                gate.order(1, 0, BUY, 10, 100, BookEntry.POST_ONLY), lasting(TimeInForce.GOOD_TILL_DATE, handling), 5);
        StateBytes bytes = new StateBytes();
        orders.save(bytes);
        WorkingOrders loaded = new WorkingOrders(2, 10, story);
        loaded.load(StateBytes.reader(bytes.array(), 0, bytes.size()));

        assertThat(loaded.nextEndNanos()).isEqualTo(70);
        Order order = Objects.requireNonNull(loaded.find(1)).toOrder(Desk.ACME);
        assertThat(order.terms().timeInForce()).isEqualTo(TimeInForce.GOOD_TILL_DATE);
        assertThat(order.terms().handling()).isEqualTo(handling);
    }

    private static OrderDraft lasting(TimeInForce stays, OrderHandling handling) {
        return new OrderDraft(
                Desk.ACME.id(),
                BUY,
                OrderType.limit(Price.parse("1")),
                Quantity.parse("10"),
                stays,
                handling,
                OrderOrigin.TICKET,
                "");
    }

    private OrderSlot slot(long id) {
        return Objects.requireNonNull(orders.find(id));
    }
}
