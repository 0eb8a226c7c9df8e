package io.sextant.domain.dataset;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.util.Optional;

/**
 * What came of filling one series from a venue's history.
 *
 * @param instrument the name under which it is stored
 * @param holes stretches of the asked time of which no bar was stored
 * @param added bars that are stored now and were not before
 * @param problem why no more could be had
 */
public record FilledSeries(
        InstrumentId instrument, Timeframe timeframe, int holes, long added, Optional<String> problem) {}
