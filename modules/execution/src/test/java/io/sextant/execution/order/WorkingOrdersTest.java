package io.sextant.execution.order;

import static io.sextant.domain.market.Side.BUY;
import static io.sextant.domain.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.execution.gate.CheckedOrder;
import io.sextant.execution.gate.TestGate;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WorkingOrdersTest {

    private final Story story = new Story();
    private final WorkingOrders orders = new WorkingOrders(2, 10, story);
    private final TestGate gate = new TestGate(Desk.CATALOG);

    @Test
    void tellsTheLifeOfAnOrderInSentences() {
        open(1, BUY, 10, 100);
        orders.onAccepted(1, 2);
        orders.onFill(1, 77, 3, 99, 4, false);
        orders.onFill(1, 78, 4, 100, 1, true);
        orders.requestAmend(gate.amend(1, 0, BUY, 8, 101), 5, "closer");
        orders.onAmended(1, 6, 8, 101);
        orders.requestCancel(1, 7, "enough");
        orders.onCancelRejected(1, 8, RefusalCode.CHANGE_PENDING);
        orders.onFill(1, 79, 9, 101, 3, true);

        assertThat(story.lines)
                .containsExactly(
                        "#1 SUBMITTED > SUBMITTED: because",
                        "#1 SUBMITTED > ACCEPTED: accepted by the venue",
                        "#1 filled 4 at 99 as taker, in all 4",
                        "#1 ACCEPTED > PARTLY_FILLED: partly filled",
                        "#1 filled 1 at 100 as maker, in all 5",
                        "#1 PARTLY_FILLED > AMEND_PENDING: closer",
                        "#1 AMEND_PENDING > PARTLY_FILLED: amended as asked",
                        "#1 PARTLY_FILLED > CANCEL_PENDING: enough",
                        "#1 CANCEL_PENDING > PARTLY_FILLED: the venue refused to cancel: CHANGE_PENDING",
                        "#1 filled 3 at 101 as maker, in all 8",
                        "#1 PARTLY_FILLED > FILLED: filled");
    }

    @Test
    void saysWhyAnOrderEnded() {
        orders.open(gate.order(1, 0, BUY, 10, 100, BookEntry.IMMEDIATE_OR_CANCEL), true, OrderOrigin.TICKET, "", 1);
        open(2, BUY, 10, 100);
        open(3, BUY, 10, 100);
        open(4, BUY, 10, 100);
        orders.requestCancel(3, 2, "enough");
        story.take();

        orders.onCancelled(1, 3);
        orders.onCancelled(2, 3);
        orders.onCancelled(3, 3);
        orders.onRejected(4, 3, RefusalCode.EMPTY_BOOK);

        assertThat(story.lines)
                .containsExactly(
                        "#1 SUBMITTED > CANCELLED: the rest could not trade at once",
                        "#2 SUBMITTED > CANCELLED: cancelled by the venue",
                        "#3 CANCEL_PENDING > CANCELLED: cancelled as asked",
                        "#4 SUBMITTED > REJECTED: rejected by the venue: EMPTY_BOOK");
    }

    @Test
    void ignoresARepeatedFill() {
        open(1, BUY, 10, 100);
        open(2, SELL, 10, 100);
        orders.onFill(1, 77, 3, 100, 4, true);
        orders.onFill(1, 77, 3, 100, 4, true);
        orders.onFill(2, 77, 3, 100, 4, false);

        assertThat(slot(1).filledLots()).isEqualTo(4);
        assertThat(slot(2).filledLots()).as("the other side of the same trade").isEqualTo(4);
    }

    @Test
    void knowsARepeatedFillAfterTheOrderIsDone() {
        open(1, BUY, 10, 100);
        orders.onFill(1, 77, 3, 100, 4, true);
        orders.onCancelled(1, 4);
        story.take();

        orders.onFill(1, 77, 5, 100, 4, true);
        assertThat(story.lines).isEmpty();

        orders.onFill(1, 78, 5, 100, 5, true);
        assertThat(story.lines).containsExactly("#1 odd: LATE_FILL", "#1 filled 5 at 100 as maker, in all 9");
        assertThat(slot(1).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void neverBooksMoreThanWasOrdered() {
        open(1, BUY, 10, 100);
        orders.onFill(1, 77, 3, 100, 11, true);
        assertThat(slot(1).filledLots()).isZero();
        orders.onFill(1, 78, 3, 100, 0, true);
        orders.onFill(1, 79, 3, 100, -1, true);
        assertThat(story.lines).endsWith("#1 odd: OVERFILL", "#1 odd: OUT_OF_TURN", "#1 odd: OUT_OF_TURN");
    }

    @Test
    void reportsAnswersForOrdersItDoesNotKnow() {
        orders.onAccepted(9, 1);
        orders.onFill(9, 1, 1, 1, 1, true);
        assertThat(story.lines).containsExactly("#9 odd: UNKNOWN_ORDER", "#9 odd: UNKNOWN_ORDER");
    }

    @Test
    void refusesToCancelWhatIsNotThere() {
        assertThat(orders.requestCancel(9, 1, "")).isEqualTo(RefusalCode.UNKNOWN_ORDER);
        open(1, BUY, 10, 100);
        orders.onRejected(1, 2, RefusalCode.EMPTY_BOOK);
        assertThat(orders.requestCancel(1, 3, "")).isEqualTo(RefusalCode.ORDER_ALREADY_DONE);
    }

    @Test
    void countsWhatMayStillTrade() {
        open(1, BUY, 10, 100);
        open(2, BUY, 5, 90);
        open(3, SELL, 7, 110);
        assertWorking(15, 1_450, 7, 770);

        orders.onFill(1, 77, 3, 100, 4, true);
        assertWorking(11, 1_050, 7, 770);
        orders.onCancelled(2, 4);
        assertWorking(6, 600, 7, 770);
        orders.onFill(3, 78, 5, 110, 7, true);
        assertWorking(6, 600, 0, 0);
        assertThat(orders.workingLots(1, BUY)).isZero();
        assertThat(orders.workingCount()).isEqualTo(1);
    }

    @Test
    void countsAnAmendOnItsWayWithTheTermsThatAllowMore() {
        open(1, BUY, 10, 100);
        orders.onAccepted(1, 2);
        orders.requestAmend(gate.amend(1, 0, BUY, 6, 120), 3, "");
        assertWorking(10, 1_200, 0, 0);
        orders.onAmended(1, 4, 6, 120);
        assertWorking(6, 720, 0, 0);
        orders.requestAmend(gate.amend(1, 0, BUY, 9, 90), 5, "");
        assertWorking(9, 1_080, 0, 0);
        orders.onAmendRejected(1, 6, RefusalCode.ORDER_ALREADY_DONE);
        assertWorking(6, 720, 0, 0);
    }

    @Test
    void takesAnAmendToWhatIsFilledAsTheEnd() {
        open(1, BUY, 10, 100);
        orders.onAccepted(1, 2);
        orders.requestAmend(gate.amend(1, 0, BUY, 4, 100), 3, "");
        orders.onFill(1, 77, 4, 100, 4, true);
        orders.onAmended(1, 5, 4, 100);
        assertThat(slot(1).state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void followsOnlyTheAmendThatWasAsked() {
        open(1, BUY, 10, 100);
        orders.onAccepted(1, 2);
        orders.requestAmend(gate.amend(1, 0, BUY, 8, 101), 3, "");
        orders.onAmended(1, 4, 9, 101);
        assertThat(slot(1).lots()).isEqualTo(10);
        orders.onAmended(1, 5, 8, 101);
        orders.onAmended(1, 6, 8, 101);
        assertThat(slot(1).lots()).isEqualTo(8);
        assertThat(story.lines.stream().filter(line -> line.contains("odd"))).containsExactly("#1 odd: UNASKED");
    }

    @Test
    void makesTheOrderOfTheWindow() {
        orders.open(
                gate.order(1, 0, BUY, 10, 100),
                OrderDraft.limit(Desk.ACME.id(), BUY, Quantity.parse("10"), Price.parse("1"), OrderOrigin.LADDER),
                5);
        orders.onFill(1, 77, 8, 99, 4, true);

        Order order = slot(1).toOrder(Desk.ACME);

        assertThat(order.id()).isEqualTo(new OrderId(1));
        assertThat(order.terms())
                .isEqualTo(OrderDraft.limit(
                        Desk.ACME.id(), BUY, Quantity.parse("10"), Price.parse("1"), OrderOrigin.LADDER));
        assertThat(order.state()).isEqualTo(OrderState.PARTLY_FILLED);
        assertThat(order.filled()).isEqualTo(Quantity.parse("4"));
        assertThat(order.filledNotional()).isEqualTo(Money.parse("3.96", Currency.USD));
        assertThat(order.createdNanos()).isEqualTo(5);
        assertThat(order.changedNanos()).isEqualTo(8);
    }

    @Test
    void remembersThatAMarketOrderIsOne() {
        orders.open(gate.order(1, 0, BUY, 10, 100, BookEntry.IMMEDIATE_OR_CANCEL), true, OrderOrigin.VOICE, "", 5);
        Order order = slot(1).toOrder(Desk.ACME);
        assertThat(order.terms().type()).isEqualTo(OrderType.market());
        assertThat(order.terms().timeInForce()).isEqualTo(TimeInForce.IMMEDIATE_OR_CANCEL);
        assertThat(slot(1).isRestingLimit()).isFalse();
    }

    @Test
    void walksWorkingOrdersInTheOrderOfOpeningWhileTheyEnd() {
        for (int id = 1; id <= 5; id++) {
            open(id, BUY, 1, 100);
        }
        orders.onCancelled(3, 2);
        List<Long> walked = new ArrayList<>();
        orders.forEachWorking(slot -> {
            walked.add(slot.orderId());
            orders.onCancelled(slot.orderId(), 3);
        });
        assertThat(walked).containsExactly(1L, 2L, 4L, 5L);
        assertThat(orders.firstWorking()).isNull();
    }

    @Test
    void forgetsADoneOrderAfterAsManyOthers() {
        for (int id = 1; id <= WorkingOrders.REMEMBERED + 1; id++) {
            open(id, BUY, 1, 100);
            orders.onFill(id, id, 2, 100, 1, true);
        }
        assertThat(orders.find(1)).isNull();
        assertThat(orders.find(2)).isNotNull();
    }

    @Test
    void treatsABreachOfTheGatesOwnCountAsABug() {
        for (int id = 1; id <= 10; id++) {
            open(id, BUY, 1, 100);
        }
        assertThatThrownBy(() -> open(11, BUY, 1, 100)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> open(10, BUY, 1, 100)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void allocatesNothingForAnOrderOnceWarm() {
        WorkingOrders quiet = new WorkingOrders(2, 10, new Silence());
        int warm = WorkingOrders.REMEMBERED + 1_000;
        CheckedOrder[] checked = new CheckedOrder[warm + 3_000];
        for (int i = 0; i < checked.length; i++) {
            checked[i] = gate.order(i + 1, i % 2, i % 3 == 0 ? BUY : SELL, 10, 100);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        live(quiet, checked, 0, warm);
        long before = threads.getCurrentThreadAllocatedBytes();
        live(quiet, checked, warm, checked.length);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(3_000);
    }

    private static void live(WorkingOrders orders, CheckedOrder[] checked, int from, int to) {
        for (int i = from; i < to; i++) {
            long id = checked[i].orderId();
            orders.open(checked[i], false, OrderOrigin.STRATEGY, "because", i);
            orders.onAccepted(id, i);
            orders.onFill(id, 2L * i, i, 100, 4, true);
            orders.requestCancel(id, i, "enough");
            orders.onFill(id, 2L * i + 1, i, 100, 4, true);
            orders.onCancelled(id, i);
        }
    }

    @Test
    void comesBackFromASnapshotAndGoesOnTheSame() {
        open(1, BUY, 10, 100);
        open(2, SELL, 10, 110);
        open(3, BUY, 10, 90);
        orders.onAccepted(1, 2);
        orders.onFill(1, 77, 3, 100, 4, true);
        orders.onFill(1, 78, 3, 100, 1, true);
        orders.requestAmend(gate.amend(1, 0, BUY, 12, 101), 4, "more");
        orders.onCancelled(3, 5);
        StateBytes bytes = new StateBytes();
        orders.save(bytes);

        Story twinStory = new Story();
        WorkingOrders twin = new WorkingOrders(2, 10, twinStory);
        twin.open(gate.order(8, 1, BUY, 3, 50), false, OrderOrigin.TICKET, "gone after load", 1);
        twin.load(StateBytes.reader(bytes.toByteArray()));

        StateBytes again = new StateBytes();
        twin.save(again);
        assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
        assertThat(twin.workingLots(0, BUY)).isEqualTo(orders.workingLots(0, BUY));
        assertThat(twin.workingTickLots(0, SELL)).isEqualTo(1_100);
        assertThat(twin.workingLots(1, BUY)).isZero();
        twinStory.take();
        twin.onFill(1, 77, 6, 100, 4, true);
        twin.onFill(3, 79, 6, 90, 10, true);
        twin.onAmended(1, 7, 12, 101);
        assertThat(twinStory.lines)
                .containsExactly(
                        "#3 odd: LATE_FILL",
                        "#3 filled 10 at 90 as maker, in all 10",
                        "#1 AMEND_PENDING > PARTLY_FILLED: amended as asked");
    }

    private void open(long id, Side side, long lots, long ticks) {
        orders.open(gate.order(id, 0, side, lots, ticks), false, OrderOrigin.TICKET, "because", 1);
    }

    private OrderSlot slot(long id) {
        return Objects.requireNonNull(orders.find(id));
    }

    private void assertWorking(long buyLots, long buyTickLots, long sellLots, long sellTickLots) {
        assertThat(orders.workingLots(0, BUY)).isEqualTo(buyLots);
        assertThat(orders.workingTickLots(0, BUY)).isEqualTo(buyTickLots);
        assertThat(orders.workingLots(0, SELL)).isEqualTo(sellLots);
        assertThat(orders.workingTickLots(0, SELL)).isEqualTo(sellTickLots);
    }

    private static final class Silence implements OrderListener {
        @Override
        public void onOrderChanged(OrderSlot slot, OrderState from, String reason) {}

        @Override
        public void onFilled(OrderSlot slot, long tradeId, long priceTicks, long lots, boolean maker, long timeNanos) {}

        @Override
        public void onOddAnswer(long orderId, OddAnswer what, long timeNanos) {}
    }
}
