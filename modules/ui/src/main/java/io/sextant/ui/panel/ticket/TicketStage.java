package io.sextant.ui.panel.ticket;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.Refusal;
import java.util.Optional;

/** Where the ticket stands between typing and the answer. */
sealed interface TicketStage {

    record Editing() implements TicketStage {}

    /** Waits for a yes to exactly this; the key makes the yes count once. */
    record Confirming(CommandKey key, TicketAct act) implements TicketStage {}

    record Sending(CommandKey key, TicketAct act) implements TicketStage {}

    /** The engine took it; {@code order} is what it has become since. */
    record Sent(TicketAct act, Optional<OrderId> id, Optional<Order> order) implements TicketStage {}

    record Refused(TicketAct act, Refusal refusal) implements TicketStage {}

    /** No answer came. Sending again under the same key does it at most once. */
    record Unanswered(CommandKey key, TicketAct act, String reason) implements TicketStage {}

    /** The market went too far from where it was when the question came up, so the question no longer stands. */
    record Lapsed(TicketAct act, Price was, Price now) implements TicketStage {}

    /** What the question told of the desk is true no longer. */
    record Outdated(TicketAct act) implements TicketStage {}

    /** What a yes, or the repetition of one that was not answered, makes of this. */
    default Optional<Sending> afterYes() {
        return switch (this) {
            case Confirming confirming -> Optional.of(new Sending(confirming.key(), confirming.act()));
            case Unanswered lost -> Optional.of(new Sending(lost.key(), lost.act()));
            case Editing _, Sending _, Sent _, Refused _, Lapsed _, Outdated _ -> Optional.empty();
        };
    }

    /** What is being asked about or sent; none while the fields decide. */
    default Optional<TicketAct> boundAct() {
        return switch (this) {
            case Confirming confirming -> Optional.of(confirming.act());
            case Sending sending -> Optional.of(sending.act());
            case Unanswered lost -> Optional.of(lost.act());
            case Editing _, Sent _, Refused _, Lapsed _, Outdated _ -> Optional.empty();
        };
    }
}
