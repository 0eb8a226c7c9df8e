package io.sextant.engine.forecast;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;

/** Hears by how much each forecast of one step missed, when its bar is over. */
@FunctionalInterface
public interface ForecastWitness {

    ForecastWitness NOBODY = (instrument, timeframe, model, madeNanos, error, naiveError) -> {};

    /**
     * @param madeNanos the end of the bar after which it was made
     * @param error how far the middle of the forecast was off, on the scale that models work on
     * @param naiveError how far the price before was off
     */
    void cameTrue(
            InstrumentId instrument,
            Timeframe timeframe,
            String model,
            long madeNanos,
            double error,
            double naiveError);
}
