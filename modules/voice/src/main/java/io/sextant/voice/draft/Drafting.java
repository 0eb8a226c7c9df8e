package io.sextant.voice.draft;

import io.sextant.domain.command.Command;
import java.util.List;

/** What became of an instruction that would change something. */
public sealed interface Drafting {

    /** To be opened as a draft. */
    record Proposed(Proposal proposal) implements Drafting {}

    /** The kill switch: sent at once. */
    record ActsAtOnce(Command command) implements Drafting {}

    /** It cannot be drafted; {@code arguments} fill the sentence of the trouble. */
    record Impossible(Trouble trouble, List<String> arguments) implements Drafting {
        public Impossible {
            arguments = List.copyOf(arguments);
        }
    }

    /** Why nothing can be drafted. */
    enum Trouble {
        UNKNOWN_INSTRUMENT,
        NOT_TRADABLE,
        NO_PRICE,
        /** The quantity is finer than the instrument's lots. */
        NOT_WHOLE_LOTS,
        /** The price lies between two ticks. */
        NOT_ON_TICK,
        /** The share or value is less than the smallest order. */
        TOO_SMALL,
        TOO_LARGE,
        /** The money that was said is not the one it is paid in. */
        OTHER_CURRENCY,
        NO_POSITION,
        NO_ORDERS,
        NO_SUCH_ORDER,
        /** Where the exit would stand, it would be reached at once or never. */
        WRONG_SIDE
    }
}
