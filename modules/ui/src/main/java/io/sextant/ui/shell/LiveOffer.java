package io.sextant.ui.shell;

import io.sextant.domain.instrument.InstrumentId;
import java.util.List;

/** A venue whose market can be followed; {@code usualSymbols} are what most people want of it. */
public record LiveOffer(String venue, String name, List<InstrumentId> usualSymbols) {

    public LiveOffer {
        usualSymbols = List.copyOf(usualSymbols);
    }
}
