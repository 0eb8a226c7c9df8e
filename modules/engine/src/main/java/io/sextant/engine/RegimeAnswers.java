package io.sextant.engine;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.RegimeBoard;

/** Who answers an engine's questions for regimes. */
@FunctionalInterface
public interface RegimeAnswers {

    /** What is known of a series' regimes now; the first question begins it. Never waits. */
    RegimeBoard board(InstrumentId instrument, Timeframe timeframe);
}
