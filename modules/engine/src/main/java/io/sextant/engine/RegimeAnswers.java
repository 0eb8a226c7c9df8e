package io.sextant.engine;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.RegimeBoard;
import java.util.List;

/** Who answers an engine's questions for regimes. */
public interface RegimeAnswers {

    /** What is known of a series' regimes now; the first question begins it. Never waits. */
    RegimeBoard board(InstrumentId instrument, Timeframe timeframe);

    /** The boards of an instrument that somebody asked for before; begins none. */
    List<RegimeBoard> standing(InstrumentId instrument);
}
