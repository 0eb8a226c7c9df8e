package io.sextant.engine.core;

import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.Refusal;
import java.util.Optional;

/** What the core made of a command. */
public sealed interface Outcome {

    record Done(Optional<OrderId> order) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}

    Outcome DONE = new Done(Optional.empty());
}
