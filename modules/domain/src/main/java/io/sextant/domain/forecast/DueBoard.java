package io.sextant.domain.forecast;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.util.List;
import java.util.Optional;

/**
 * What the forecasts of a series were worth that came due from one time up to another.
 *
 * @param countedSinceNanos the end of the first bar of which it is known what came due, where that is later than asked for; empty where all of it is
 *     known
 * @param skills by model and step; none where nothing came due
 */
public record DueBoard(
        InstrumentId instrument,
        Timeframe timeframe,
        long fromNanos,
        long toNanos,
        Optional<Long> countedSinceNanos,
        List<DueSkill> skills) {

    public DueBoard {
        skills = List.copyOf(skills);
    }
}
