package io.sextant.forecasting.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that is known of a trained model, enough to train it again to the same bytes.
 *
 * @param id names it for good: subject, model and the beginning of a hash of all that decides the training
 * @param model the forecaster's name
 * @param subject what it forecasts: {@code BTC-USDT M1}
 * @param trainedNanos when it was trained, market time
 * @param learned the stretch that it learned from
 * @param features names of the columns that it reads, in their order
 * @param settings parameters of the training
 * @param metrics what was measured outside the training part
 * @param parent the model that it was warm-started from
 * @param checksum SHA-256 of its content
 */
public record ModelRecord(
        String id,
        String model,
        String subject,
        long trainedNanos,
        Learned learned,
        List<String> features,
        Map<String, String> settings,
        long seed,
        Map<String, Double> metrics,
        Optional<String> parent,
        String checksum) {

    /** @param dataHash SHA-256 of times, values and features */
    public record Learned(long fromNanos, long toNanos, int observations, String dataHash) {}

    private static final int SHORT = 12;

    public ModelRecord {
        features = List.copyOf(features);
        settings = Map.copyOf(settings);
        metrics = Map.copyOf(metrics);
    }

    /** A record of {@code content}, named by what it was made from. */
    public static ModelRecord of(
            String model,
            String subject,
            long trainedNanos,
            Learned learned,
            List<String> features,
            Map<String, String> settings,
            long seed,
            Map<String, Double> metrics,
            Optional<String> parent,
            byte[] content) {
        String made = String.join(
                "\n",
                model,
                subject,
                Long.toString(trainedNanos),
                learned.toString(),
                features.toString(),
                new TreeMap<>(settings).toString(),
                Long.toString(seed),
                parent.orElse(""));
        String id = subject.replace(' ', '.') + "." + model + "."
                + sha256(made.getBytes(StandardCharsets.UTF_8)).substring(0, SHORT);
        return new ModelRecord(
                id, model, subject, trainedNanos, learned, features, settings, seed, metrics, parent, sha256(content));
    }

    public boolean matches(byte[] content) {
        return checksum.equals(sha256(content));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
