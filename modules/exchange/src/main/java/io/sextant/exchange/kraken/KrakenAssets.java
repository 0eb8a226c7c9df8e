package io.sextant.exchange.kraken;

import io.sextant.exchange.json.Fields;
import io.sextant.exchange.json.UnreadableException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** How exactly Kraken counts each of its assets, by its own names for them. */
record KrakenAssets(Map<String, Integer> decimalsOf) {

    KrakenAssets {
        decimalsOf = Map.copyOf(decimalsOf);
    }

    static KrakenAssets of(JsonNode result) throws UnreadableException {
        Map<String, Integer> decimals = new HashMap<>();
        for (Map.Entry<String, JsonNode> one : result.properties()) {
            decimals.put(one.getKey(), Math.toIntExact(Fields.integer(one.getValue(), "decimals")));
        }
        return new KrakenAssets(decimals);
    }

    OptionalInt decimals(String asset) {
        Integer known = decimalsOf.get(asset);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }
}
