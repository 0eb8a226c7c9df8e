package io.sextant.execution.order;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.order.Trail;
import io.sextant.execution.gate.HeldOrder;
import io.sextant.execution.gate.TestGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {

    private final Story story = new Story();
    private final WorkingOrders orders = new WorkingOrders(2, 10, story);
    private final TestGate gate = new TestGate(Desk.CATALOG);

    @Test
    void anOrderThatWaitsIsReachedByATradeAtItsPriceOrBeyond() {
        stop(1, SELL, 100);
        stop(2, BUY, 110);

        assertThat(reachedAt(101)).isEmpty();
        assertThat(reachedAt(109)).isEmpty();
        assertThat(reachedAt(100)).containsExactly(1L);
        assertThat(reachedAt(111)).containsExactly(2L);
    }

    @Test
    void countsAsWorkingButCouldTradeNothingYet() {
        stop(1, SELL, 100);
        assertThat(orders.workingCount()).isEqualTo(1);
        assertThat(orders.workingLots(0, SELL)).isZero();

        orders.waiting().trade(0, 99, slot -> orders.waiting().release(slot, gate.order(1, 0, SELL, 5, 95), 20));

        assertThat(slot(1).state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(orders.workingLots(0, SELL)).isEqualTo(5);
        assertThat(orders.workingTickLots(0, SELL)).isEqualTo(5 * 95);
        assertThat(reachedAt(90)).as("it waits no longer").isEmpty();
    }

    @Test
    void anOrderThatTheGateRefusesWhenItsPriceCameIsRejected() {
        stop(1, SELL, 100);
        orders.waiting().trade(0, 99, slot -> orders.waiting().refuse(slot, RefusalCode.KILL_SWITCH, 20));
        assertThat(slot(1).state()).isEqualTo(OrderState.REJECTED);
        assertThat(story.take()).last().isEqualTo("#1 WAITING > REJECTED: refused when its price came: KILL_SWITCH");
    }

    @Test
    void endsWithoutAWordToAnyVenue() {
        stop(1, SELL, 100);
        assertThat(orders.requestCancel(1, 20, "enough"))
                .as("no venue knows of it")
                .isEqualTo(RefusalCode.UNKNOWN_ORDER);
        orders.waiting().end(slot(1), 20, "enough");
        assertThat(slot(1).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(orders.workingCount()).isZero();
        assertThat(reachedAt(50)).isEmpty();
    }

    @Test
    void aLimitMovesWithTheTriggerThatAPersonMoves() {
        hold(1, SELL, new OrderType.StopLimit(Price.parse("1.00"), Price.parse("0.98")), 100, 98, 0, 0);
        orders.waiting().amend(slot(1), gate.amend(1, 0, SELL, 7, 105), 20);
        assertThat(slot(1).toOrder(Desk.ACME).terms().type())
                .isEqualTo(new OrderType.StopLimit(Desk.ACME.priceOf(105), Desk.ACME.priceOf(103)));
        assertThat(slot(1).lots()).isEqualTo(7);
    }

    /** Against the plain rule: the trigger stands behind the best price since it began, wherever that was. */
    @Property(tries = 300)
    void aTrailingTriggerStandsBehindTheBestPriceAndNeverGoesBack(
            @ForAll Side side,
            @ForAll @IntRange(min = 1, max = 40) int distance,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 900, max = 1_100) Integer> prices) {
        WorkingOrders room = new WorkingOrders(2, 10, new Story());
        int start = 1_000;
        HeldOrder held = new HeldOrder(1, 0, side, 5, HeldOrder.behind(side, start, distance, 0), 0, distance, 0);
        room.waiting().hold(held, draft(side, OrderType.trailing(new Trail.ByAmount(Price.of(distance, 2)))), 1);
        List<Integer> reachedAt = new ArrayList<>();
        int best = start;
        Integer expected = null;
        for (int price : prices) {
            best = side == SELL ? Math.max(best, price) : Math.min(best, price);
            boolean reached = side == SELL ? price <= best - distance : price >= best + distance;
            if (reached && expected == null) {
                expected = price;
            }
            room.waiting().trade(0, price, slot -> {
                reachedAt.add(price);
                room.waiting().end(slot, 2, "seen");
            });
        }
        assertThat(reachedAt).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void aShareTrailsByAtLeastATickRoundedAwayFromTheMarket() {
        assertThat(HeldOrder.behind(SELL, 10_000, 0, 50)).isEqualTo(9_950);
        assertThat(HeldOrder.behind(BUY, 10_001, 0, 50)).isEqualTo(10_052);
        assertThat(HeldOrder.behind(SELL, 10, 0, 1)).isEqualTo(9);
    }

    @Test
    void waitsOnAfterASnapshot() {
        hold(1, SELL, OrderType.trailing(new Trail.ByShare(100)), 990, 0, 0, 100);
        assertThat(reachedAt(2_000)).isEmpty();
        StateBytes bytes = new StateBytes();
        orders.save(bytes);
        WorkingOrders loaded = new WorkingOrders(2, 10, story);
        loaded.load(StateBytes.reader(bytes.array(), 0, bytes.size()));

        List<Long> reached = new ArrayList<>();
        loaded.waiting().trade(0, 1_981, slot -> reached.add(slot.orderId()));
        assertThat(reached).isEmpty();
        assertThat(Objects.requireNonNull(loaded.find(1))
                        .toOrder(Desk.ACME)
                        .terms()
                        .type())
                .isEqualTo(new OrderType.TrailingStop(new Trail.ByShare(100), Desk.ACME.priceOf(1_980)));
        loaded.waiting().trade(0, 1_980, slot -> {
            reached.add(slot.orderId());
            loaded.waiting().end(slot, 30, "seen");
        });
        assertThat(reached).containsExactly(1L);
    }

    private void stop(long id, Side side, long triggerTicks) {
        hold(id, side, new OrderType.Stop(Desk.ACME.priceOf(triggerTicks)), triggerTicks, 0, 0, 0);
    }

    private void hold(
            long id, Side side, OrderType type, long triggerTicks, long limitTicks, long trailTicks, int trailBps) {
        orders.waiting()
                .hold(
                        new HeldOrder(id, 0, side, 5, triggerTicks, limitTicks, trailTicks, trailBps),
                        draft(side, type),
                        10);
    }

    private static OrderDraft draft(Side side, OrderType type) {
        return new OrderDraft(
                Desk.ACME.id(),
                side,
                type,
                Quantity.parse("5"),
                TimeInForce.GOOD_TILL_CANCELLED,
                OrderHandling.PLAIN,
                OrderOrigin.TICKET,
                "");
    }

    /** Ends each order that the trade reaches and says which they were. */
    private List<Long> reachedAt(long ticks) {
        List<Long> reached = new ArrayList<>();
        orders.waiting().trade(0, ticks, slot -> {
            reached.add(slot.orderId());
            orders.waiting().end(slot, 15, "seen");
        });
        return reached;
    }

    private OrderSlot slot(long id) {
        return Objects.requireNonNull(orders.find(id));
    }
}
