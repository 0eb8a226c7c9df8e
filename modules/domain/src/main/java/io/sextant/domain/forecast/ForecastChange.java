package io.sextant.domain.forecast;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;

/**
 * Something that became different about the forecasts of a series.
 *
 * @param model the forecaster's name
 * @param detail what it was measured by: the error over naive's of a new champion, an alarm's name
 */
public record ForecastChange(InstrumentId instrument, Timeframe timeframe, Kind kind, String model, String detail) {

    public enum Kind {
        TRAINED,
        PROMOTED,
        NOT_PROMOTED,
        ROLLED_BACK,
        DRIFTED,
        FAILED
    }
}
