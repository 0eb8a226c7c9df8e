package io.sextant.voice.assistant;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.OrderId;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A question that was understood.
 *
 * @param year of a crisis, where one was named
 * @param percent of a move that is supposed, below zero for a fall
 * @param side that was traded, where it was named
 * @param order whose number was named
 * @param time that was asked about
 */
record Question(
        Subject subject,
        Optional<InstrumentId> instrument,
        Optional<Integer> year,
        Optional<BigDecimal> percent,
        Optional<Side> side,
        Optional<OrderId> order,
        Optional<AskedTime> time) {

    static Question of(Subject subject, Optional<InstrumentId> instrument) {
        return new Question(
                subject,
                instrument,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Question in(Optional<Integer> named) {
        return new Question(subject, instrument, named, percent, side, order, time);
    }

    Question by(BigDecimal move) {
        return new Question(subject, instrument, year, Optional.of(move), side, order, time);
    }

    Question on(Side traded) {
        return new Question(subject, instrument, year, percent, Optional.of(traded), order, time);
    }

    Question about(OrderId number) {
        return new Question(subject, instrument, year, percent, side, Optional.of(number), time);
    }

    Question within(Optional<AskedTime> asked) {
        return new Question(subject, instrument, year, percent, side, order, asked);
    }
}
