package io.sextant.engine.told;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a desk keeps what it told of each series. */
@FunctionalInterface
public interface ToldShelf {

    /** @param series its name, of letters that a file may have */
    ToldLog of(String series);

    /** How a series is called here. */
    static String name(InstrumentId instrument, Timeframe timeframe) {
        return URLEncoder.encode(instrument.symbol() + "." + timeframe.label(), StandardCharsets.UTF_8);
    }

    /** Keeps nothing. */
    ToldShelf NONE = series -> ToldLog.NONE;
}
