package io.sextant.domain.dataset;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;

/** One series of bars in the archive and what it spans; both times are of bars' openings. */
public record ArchivedSeries(
        InstrumentId instrument, Timeframe timeframe, long firstNanos, long lastNanos, long bars) {}
