package io.sextant.domain.rules;

import io.sextant.domain.regime.RegimeName;
import java.util.List;

/** A condition, as far as it is put together. */
public sealed interface RuleLine {

    /** How one value stands to another. */
    enum Relation {
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST,
        CROSSES_ABOVE,
        CROSSES_BELOW
    }

    /**
     * Two values, each in the words of the rules: {@code close}, {@code sma:20}, {@code 30}, {@code close 5 bars ago}.
     */
    record Compared(String left, Relation relation, String right) implements RuleLine {}

    /** @param isIn whether the regime is to be this one, and not any other */
    record InRegime(RegimeName regime, boolean isIn) implements RuleLine {}

    /** @param any whether one of them is enough */
    record Group(boolean any, List<RuleLine> lines) implements RuleLine {

        public Group {
            lines = List.copyOf(lines);
        }
    }
}
