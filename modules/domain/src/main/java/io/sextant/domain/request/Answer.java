package io.sextant.domain.request;

import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.Refusal;
import java.util.Optional;

/** What became of a command: done, safely journaled; or refused, with nothing sent. */
public sealed interface Answer {

    /** {@code position} is the command's place in the journal. */
    record Done(long position, Optional<OrderId> order) implements Answer {}

    record Refused(Refusal refusal) implements Answer {}
}
