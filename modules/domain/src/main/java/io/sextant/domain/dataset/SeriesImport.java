package io.sextant.domain.dataset;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;

/**
 * What became of one series of a file. Of its bars, {@code added} were new to the archive, {@code changed} replaced one of the
 * same time that said something else, and the rest were there already.
 */
public record SeriesImport(
        InstrumentId instrument,
        Timeframe timeframe,
        long firstNanos,
        long lastNanos,
        long bars,
        long added,
        long changed) {

    public long unchanged() {
        return bars - added - changed;
    }
}
