package io.sextant.engine.core;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.session.DeskVenues;

/**
 * What each of several venues inside this process holds of the desk's cash: of each currency the same share to begin with for every
 * venue that has something quoted in it, and what was traded there since.
 */
final class VenueShares {

    private final DeskVenues venues;
    private final Ledger ledger;
    private final InstrumentCatalog instruments;

    VenueShares(DeskVenues venues, Ledger ledger, InstrumentCatalog instruments) {
        this.venues = venues;
        this.ledger = ledger;
        this.instruments = instruments;
    }

    long fundsUnits(int instrument) {
        String code = instruments.get(instrument).quote().code();
        long sharing = 0;
        for (int venue = 0; venue < venues.count(); venue++) {
            boolean shares = venues.instrumentsOf(venue).stream()
                    .anyMatch(i -> instruments.get(i).quote().code().equals(code));
            sharing += shares ? 1 : 0;
        }
        long flow = ledger.cashFlowUnits(code, venues.instrumentsOf(venues.of(instrument)));
        return Math.addExact(ledger.startUnits(instrument) / sharing, flow);
    }
}
