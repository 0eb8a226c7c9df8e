package io.sextant.exchange.kraken;

import io.sextant.domain.instrument.InstrumentId;
import java.util.Map;

/** Kraken's requests have names of their own for some coins; its newer streams use everybody's. */
final class KrakenNames {

    private static final Map<String, String> OWN = Map.of("BTC", "XBT", "DOGE", "XDG");

    private KrakenNames() {}

    /** As streams name it. */
    static String symbol(InstrumentId id) {
        return id.symbol().replace('-', '/');
    }

    /** As requests name it, from the streams' name. */
    static String altName(String symbol) {
        int slash = symbol.indexOf('/');
        String base = symbol.substring(0, slash);
        return OWN.getOrDefault(base, base) + symbol.substring(slash + 1);
    }

    /** Everybody's name of a coin. */
    static String common(String own) {
        return OWN.entrySet().stream()
                .filter(entry -> entry.getValue().equals(own))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(own);
    }
}
