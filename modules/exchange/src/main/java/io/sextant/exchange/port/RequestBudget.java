package io.sextant.exchange.port;

import java.util.Map;

/** What a venue allows: {@code weightAMinute} for all requests of a minute, and what each kind of request costs of it. */
public record RequestBudget(int weightAMinute, Map<RequestKind, Integer> weights) {

    public RequestBudget {
        weights = Map.copyOf(weights);
        for (RequestKind kind : RequestKind.values()) {
            if (weights.getOrDefault(kind, 0) < 1 || weights.getOrDefault(kind, 0) > weightAMinute) {
                throw new IllegalArgumentException(
                        "a request for " + kind + " costs between 1 and " + weightAMinute + " a minute");
            }
        }
    }

    public int weightOf(RequestKind kind) {
        return weights.getOrDefault(kind, weightAMinute);
    }
}
