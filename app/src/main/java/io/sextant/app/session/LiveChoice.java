package io.sextant.app.session;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A live venue and what to follow there. */
public record LiveChoice(LiveVenue venue, List<InstrumentId> symbols, Optional<VenueAddresses> addresses) {

    private static final int NAMED_SYMBOLS = 4;

    public LiveChoice {
        symbols = symbols.stream().distinct().toList();
        if (symbols.isEmpty()) {
            throw new IllegalArgumentException("a live desk follows at least one symbol");
        }
    }

    /** The folder of its desk: a desk keeps its instruments, so other symbols are another desk. */
    String deskName() {
        String named =
                symbols.stream().limit(NAMED_SYMBOLS).map(InstrumentId::symbol).collect(Collectors.joining("+"));
        int more = symbols.size() - NAMED_SYMBOLS;
        return venue.label() + "-" + named
                + (more > 0 ? "+" + more + "-" + Integer.toHexString(symbols.hashCode()) : "");
    }
}
