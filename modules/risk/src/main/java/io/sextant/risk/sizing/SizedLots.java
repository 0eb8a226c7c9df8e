package io.sextant.risk.sizing;

import io.sextant.domain.risk.SizeSuggestion.Nothing.Why;
import java.util.Optional;

/** Lots that a rule allows, or why none; {@code capped} when the worth of the desk, not the rule, set the number. */
public record SizedLots(long lots, boolean capped, Optional<Why> nothing) {

    static SizedLots nothing(Why why) {
        return new SizedLots(0, false, Optional.of(why));
    }
}
