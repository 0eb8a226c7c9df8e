package io.sextant.voice.assistant;

import io.sextant.domain.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A question that was understood.
 *
 * @param year of a crisis, where one was named
 * @param percent of a move that is supposed, below zero for a fall
 */
record Question(
        Subject subject, Optional<InstrumentId> instrument, Optional<Integer> year, Optional<BigDecimal> percent) {

    static Question of(Subject subject, Optional<InstrumentId> instrument) {
        return new Question(subject, instrument, Optional.empty(), Optional.empty());
    }
}
