package io.sextant.ui.panel.ticket;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.Refusal;
import java.util.Optional;

/** Where the ticket stands between typing and the answer. */
sealed interface TicketStage {

    record Editing() implements TicketStage {}

    /** Waits for a yes to exactly this draft; the key makes the yes count once. */
    record Confirming(CommandKey key, OrderDraft draft) implements TicketStage {}

    record Sending(CommandKey key, OrderDraft draft) implements TicketStage {}

    /** The engine took it; {@code order} is what it has become since. */
    record Sent(OrderDraft draft, Optional<OrderId> id, Optional<Order> order) implements TicketStage {}

    record Refused(OrderDraft draft, Refusal refusal) implements TicketStage {}

    /** No answer came. Sending again under the same key does it at most once. */
    record Unanswered(CommandKey key, OrderDraft draft, String reason) implements TicketStage {}

    TicketStage EDITING = new Editing();
}
