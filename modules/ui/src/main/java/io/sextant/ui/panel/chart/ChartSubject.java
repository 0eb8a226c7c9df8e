package io.sextant.ui.panel.chart;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import java.util.Optional;

/** What a chart shows: an instrument of the desk, or a series of the archive that the desk knows nothing else of. */
record ChartSubject(InstrumentId id, Optional<Instrument> instrument) {

    static ChartSubject of(Instrument instrument) {
        return new ChartSubject(instrument.id(), Optional.of(instrument));
    }

    static ChartSubject archived(InstrumentId id) {
        return new ChartSubject(id, Optional.empty());
    }

    /** Whether the desk has prices, orders and rules of it. */
    boolean isOfDesk() {
        return instrument.isPresent();
    }
}
