package io.sextant.engine.regime;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.RegimeSettings.Guide;
import io.sextant.engine.told.ToldShelf;

/** The series that regimes are of, and where the desk's settings remember what was told of it. */
record RegimeSubject(InstrumentId instrument, Timeframe timeframe) {

    static RegimeSubject of(Guide guide) {
        return new RegimeSubject(guide.instrument(), guide.timeframe());
    }

    /** Who has the champion's place in another model's stead. */
    String lentSetting() {
        return "forecast.lent." + instrument.symbol() + "." + timeframe.label();
    }

    /** As a file may be called. */
    String fileName() {
        return ToldShelf.name(instrument, timeframe);
    }

    String toldSetting() {
        return "regime.told." + instrument.symbol() + "." + timeframe.label();
    }
}
