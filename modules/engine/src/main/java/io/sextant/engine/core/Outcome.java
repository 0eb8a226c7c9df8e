package io.sextant.engine.core;

import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.request.Answer;
import java.util.Optional;

/** What the core made of a command. */
public sealed interface Outcome {

    record Done(Optional<OrderId> order) implements Outcome {
        @Override
        public Answer at(long position) {
            return new Answer.Done(position, order);
        }
    }

    record Refused(Refusal refusal) implements Outcome {
        @Override
        public Answer at(long position) {
            return new Answer.Refused(refusal);
        }
    }

    Outcome DONE = new Done(Optional.empty());

    /** As the sender is told, with the place in the journal up to which all is safe then. */
    Answer at(long position);
}
