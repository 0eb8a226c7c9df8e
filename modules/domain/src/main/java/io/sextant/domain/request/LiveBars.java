package io.sextant.domain.request;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;

/**
 * The newest bars of a chart, the last one still forming. A listener merges them by time; when the first of them does not
 * touch what it has, it has missed some and asks for {@link Query.Bars}.
 */
public record LiveBars(InstrumentId instrument, Timeframe timeframe, BarSeries tail) {

    public static final int TAIL_LENGTH = 64;
}
