package io.sextant.ui.exits;

import io.sextant.domain.order.Refusal;
import io.sextant.domain.parent.BracketExits;

/** What the fields of the exits amount to. */
public sealed interface ExitsEntry {

    /** No exits are wanted. */
    record None() implements ExitsEntry {}

    record Ready(BracketExits exits) implements ExitsEntry {}

    record Incomplete(Gap gap) implements ExitsEntry {}

    /** The instrument's own rules say no already. */
    record Refused(Refusal refusal) implements ExitsEntry {}

    /** What is missing or cannot be read. */
    enum Gap {
        NOTHING,
        NO_PRICE,
        TARGET,
        STOP,
        TRAIL,
        RANGES,
        BREAK_EVEN,
        TIME
    }
}
