package io.sextant.voice.draft;

import io.sextant.domain.command.Command;
import io.sextant.domain.order.OrderDraft;
import io.sextant.voice.draft.Drafting.Impossible;
import java.util.List;

/** What an instruction comes to before its costs are known. */
sealed interface Sized {

    record Orders(List<OrderDraft> orders) implements Sized {}

    /** A command that does more carefully what these orders would do; the orders say what it costs. */
    record Instead(Command command, List<OrderDraft> like) implements Sized {}

    /** Nothing is bought or sold by it. */
    record Commands(List<Command> commands) implements Sized {}

    record Not(Impossible why) implements Sized {}
}
