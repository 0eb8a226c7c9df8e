package io.sextant.domain.forecast;

import java.util.Map;
import java.util.Optional;

/**
 * A trained model as the registry knows it.
 *
 * @param trainedNanos market time
 * @param dataHash fingerprint of what it learned from
 * @param metrics what was measured outside of it
 */
public record ModelCard(
        String id,
        String model,
        long trainedNanos,
        long fromNanos,
        long toNanos,
        int observations,
        String dataHash,
        Map<String, Double> metrics,
        Optional<String> parent) {

    public ModelCard {
        metrics = Map.copyOf(metrics);
    }
}
