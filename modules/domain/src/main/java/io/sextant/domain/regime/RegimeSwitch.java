package io.sextant.domain.regime;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;

/**
 * A series is told to be in another regime than before, after it was likely enough for long enough.
 *
 * @param before the regime until now; the same as {@code now} for the first that is told
 * @param chancePercent how likely the new one is, by what was known at the close of the bar
 * @param barTimeNanos the end of the bar that decided
 */
public record RegimeSwitch(
        InstrumentId instrument,
        Timeframe timeframe,
        RegimeName before,
        RegimeName now,
        int chancePercent,
        long barTimeNanos) {}
