package io.sextant.execution.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.execution.gate.HeldOrder;
import io.sextant.execution.gate.TestGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every input does in every state, as one table. */
class OrderTransitionsTest {

    private static final long ID = 1;
    private static final RefusalCode WHY = RefusalCode.EMPTY_BOOK;

    private enum Input {
        ACCEPTED,
        REJECTED,
        FILL,
        LAST_FILL,
        CANCELLED,
        CANCEL_REJECTED,
        AMENDED,
        AMEND_REJECTED,
        EXPIRE,
        SILENCE,
        ASK_CANCEL
    }

    /**
     * Columns as in {@link Input}. A state is where the order goes, "-" leaves it without a word, "!" leaves it and reports, "+"
     * books a fill where the order stands, "+!" books a late one and reports, "no" refuses the request.
     */
    private static final String TABLE = """
            state           ACCEPTED       REJECTED FILL           LAST_FILL CANCELLED CANCEL_REJECTED AMENDED        AMEND_REJECTED EXPIRE  SILENCE ASK_CANCEL
            WAITING         !              !        !              !         !         !               !              !              EXPIRED !       no
            SUBMITTED       ACCEPTED       REJECTED PARTLY_FILLED  FILLED    CANCELLED !               !              !              EXPIRED UNKNOWN CANCEL_PENDING
            ACCEPTED        -              !        PARTLY_FILLED  FILLED    CANCELLED !               !              !              EXPIRED UNKNOWN CANCEL_PENDING
            PARTLY_FILLED   -              !        +              FILLED    CANCELLED !               !              !              EXPIRED UNKNOWN CANCEL_PENDING
            CANCEL_PENDING  -              !        +              FILLED    CANCELLED ACCEPTED        !              !              EXPIRED UNKNOWN no
            CANCEL_UNACKED  -              REJECTED +              FILLED    CANCELLED SUBMITTED       !              !              EXPIRED UNKNOWN no
            CANCEL_PARTLY   -              !        +              FILLED    CANCELLED PARTLY_FILLED   !              !              EXPIRED UNKNOWN no
            CANCEL_AMENDING -              !        +              FILLED    CANCELLED AMEND_PENDING   CANCEL_PENDING -              EXPIRED UNKNOWN no
            AMEND_PENDING   -              !        +              FILLED    CANCELLED !               ACCEPTED       ACCEPTED       EXPIRED UNKNOWN CANCEL_PENDING
            AMEND_PARTLY    -              !        +              FILLED    CANCELLED !               PARTLY_FILLED  PARTLY_FILLED  EXPIRED UNKNOWN CANCEL_PENDING
            UNKNOWN         ACCEPTED       !        PARTLY_FILLED  FILLED    CANCELLED !               !              !              EXPIRED -       CANCEL_PENDING
            UNKNOWN_UNACKED ACCEPTED       REJECTED PARTLY_FILLED  FILLED    CANCELLED !               !              !              EXPIRED -       CANCEL_PENDING
            UNKNOWN_CANCEL  CANCEL_PENDING !        CANCEL_PENDING FILLED    CANCELLED ACCEPTED        !              !              EXPIRED -       CANCEL_PENDING
            UNKNOWN_BOTH    CANCEL_PENDING REJECTED CANCEL_PENDING FILLED    CANCELLED SUBMITTED       !              !              EXPIRED -       CANCEL_PENDING
            UNKNOWN_AMEND   AMEND_PENDING  !        AMEND_PENDING  FILLED    CANCELLED !               ACCEPTED       ACCEPTED       EXPIRED -       CANCEL_PENDING
            FILLED          -              !        !              !         !         !               !              !              -       -       no
            FILLED_CANCEL   -              !        !              !         !         -               !              !              -       -       no
            FILLED_AMEND    -              !        !              !         !         !               !              -              -       -       no
            CANCELLED       -              !        +!             +!        -         !               !              !              -       -       no
            REJECTED        -              -        +!             +!        !         !               !              !              -       -       no
            EXPIRED         -              !        +!             +!        !         !               !              !              -       -       no
            """;

    private final Story story = new Story();
    private final WorkingOrders orders = new WorkingOrders(2, 10, story);
    private final TestGate gate = new TestGate(Desk.CATALOG);

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @MethodSource("table")
    void goesWhereTheTableSays(String start, Input input, String expected) {
        OrderSlot slot = reach(start);
        OrderState before = slot.state();
        long filledBefore = slot.filledLots();
        story.take();

        boolean refused = apply(input);

        List<String> lines = story.take();
        List<String> odd = lines.stream().filter(line -> line.contains("odd")).toList();
        List<String> changes =
                lines.stream().filter(line -> line.contains(" > ")).toList();
        assertThat(refused).isEqualTo(expected.equals("no"));
        assertThat(odd.isEmpty()).as("%s", lines).isEqualTo(!expected.endsWith("!"));
        boolean moves = Stream.of(OrderState.values()).anyMatch(s -> s.name().equals(expected));
        assertThat(slot.state().name()).isEqualTo(moves ? expected : before.name());
        boolean movedOn = moves && before != slot.state();
        boolean amendedInPlace = input == Input.AMENDED && moves;
        assertThat(changes).hasSize(movedOn || amendedInPlace ? 1 : 0);
        boolean fills = input == Input.FILL || input == Input.LAST_FILL;
        assertThat(slot.filledLots() > filledBefore).isEqualTo(fills && !expected.equals("!"));
    }

    private static Stream<Object[]> table() {
        List<String> rows = TABLE.lines().toList();
        String[] head = rows.getFirst().trim().split("\\s+");
        List<Object[]> cases = new ArrayList<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.trim().split("\\s+");
            assertThat(cells).hasSameSizeAs(head);
            for (int i = 1; i < cells.length; i++) {
                cases.add(new Object[] {cells[0], Input.valueOf(head[i]), cells[i]});
            }
        }
        assertThat(head).hasSize(Input.values().length + 1);
        return cases.stream();
    }

    @Test
    void theTableStartsFromEveryState() {
        assertThat(table().map(row -> row[0]).distinct().map(Object::toString))
                .contains(Stream.of(OrderState.values()).map(Enum::name).toArray(String[]::new));
    }

    /** An order of 10 lots at 100 ticks in a state, or in a variant of it that came there another way. */
    private OrderSlot reach(String start) {
        if (start.equals("WAITING")) {
            return orders.waiting().hold(new HeldOrder(ID, 0, Side.BUY, 10, 100, 0, 0, 0), waitingDraft(), 5);
        }
        OrderSlot slot = orders.open(gate.order(ID, 0, Side.BUY, 10, 100), false, OrderOrigin.TICKET, "because", 5);
        switch (start) {
            case "SUBMITTED" -> {}
            case "CANCEL_UNACKED" -> ask();
            case "UNKNOWN_UNACKED" -> orders.onSilence(ID, 6);
            case "UNKNOWN_BOTH" -> {
                ask();
                orders.onSilence(ID, 8);
            }
            case "REJECTED" -> orders.onRejected(ID, 6, WHY);
            default -> {
                orders.onAccepted(ID, 6);
                reachFromAccepted(start);
            }
        }
        return slot;
    }

    private static OrderDraft waitingDraft() {
        return new OrderDraft(
                Desk.ACME.id(),
                Side.BUY,
                new OrderType.Stop(Price.parse("1")),
                Quantity.parse("10"),
                TimeInForce.GOOD_TILL_CANCELLED,
                OrderOrigin.TICKET,
                "because");
    }

    private void reachFromAccepted(String start) {
        switch (start) {
            case "ACCEPTED" -> {}
            case "PARTLY_FILLED" -> fill(4);
            case "CANCEL_PENDING" -> ask();
            case "CANCEL_PARTLY" -> {
                fill(4);
                ask();
            }
            case "CANCEL_AMENDING" -> {
                amend();
                ask();
            }
            case "AMEND_PENDING" -> amend();
            case "AMEND_PARTLY" -> {
                fill(4);
                amend();
            }
            case "UNKNOWN" -> orders.onSilence(ID, 7);
            case "UNKNOWN_CANCEL" -> {
                ask();
                orders.onSilence(ID, 7);
            }
            case "UNKNOWN_AMEND" -> {
                amend();
                orders.onSilence(ID, 7);
            }
            case "FILLED" -> fill(10);
            case "FILLED_CANCEL" -> {
                ask();
                fill(10);
            }
            case "FILLED_AMEND" -> {
                amend();
                fill(10);
            }
            case "CANCELLED" -> orders.onCancelled(ID, 7);
            case "EXPIRED" -> orders.expire(ID, 7);
            default -> throw new IllegalArgumentException(start);
        }
    }

    private boolean apply(Input input) {
        switch (input) {
            case ACCEPTED -> orders.onAccepted(ID, 9);
            case REJECTED -> orders.onRejected(ID, 9, WHY);
            case FILL -> orders.onFill(ID, 78, 9, 100, 1, true);
            case LAST_FILL -> {
                long rest = Objects.requireNonNull(orders.find(ID)).remainingLots();
                orders.onFill(ID, 78, 9, 100, Math.max(1, rest), true);
            }
            case CANCELLED -> orders.onCancelled(ID, 9);
            case CANCEL_REJECTED -> orders.onCancelRejected(ID, 9, WHY);
            case AMENDED -> orders.onAmended(ID, 9, 12, 101);
            case AMEND_REJECTED -> orders.onAmendRejected(ID, 9, WHY);
            case EXPIRE -> orders.expire(ID, 9);
            case SILENCE -> orders.onSilence(ID, 9);
            case ASK_CANCEL -> {
                return orders.requestCancel(ID, 9, "no more") != null;
            }
        }
        return false;
    }

    private void fill(long lots) {
        orders.onFill(ID, 77, 7, 100, lots, true);
    }

    private void ask() {
        assertThat(orders.requestCancel(ID, 8, "enough")).isNull();
    }

    private void amend() {
        orders.requestAmend(gate.amend(ID, 0, Side.BUY, 12, 101), 8, "closer");
    }
}
