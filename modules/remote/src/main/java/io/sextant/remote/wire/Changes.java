package io.sextant.remote.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What changed from one value to the next, as a JSON merge patch (RFC 7396): objects part by part, anything else whole, null for what is gone. */
public final class Changes {

    private Changes() {}

    /** Empty where nothing changed. */
    public static Optional<JsonNode> between(JsonNode before, JsonNode now) {
        if (before.equals(now)) {
            return Optional.empty();
        }
        if (!(before instanceof ObjectNode old) || !(now instanceof ObjectNode fresh)) {
            return Optional.of(now);
        }
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> part : fresh.properties()) {
            JsonNode was = old.get(part.getKey());
            if (was == null) {
                patch.set(part.getKey(), part.getValue());
            } else {
                between(was, part.getValue()).ifPresent(change -> patch.set(part.getKey(), change));
            }
        }
        for (Map.Entry<String, JsonNode> part : old.properties()) {
            if (!fresh.has(part.getKey())) {
                patch.putNull(part.getKey());
            }
        }
        return Optional.of(patch);
    }

    /** The value after a change; the one before stays as it was. */
    public static JsonNode apply(JsonNode before, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode now = before instanceof ObjectNode old ? old.objectNode() : JsonNodeFactory.instance.objectNode();
        if (before instanceof ObjectNode old) {
            now.setAll(old);
        }
        List<String> gone = new ArrayList<>();
        for (Map.Entry<String, JsonNode> part : changes.properties()) {
            if (part.getValue().isNull()) {
                gone.add(part.getKey());
            } else {
                JsonNode was = now.path(part.getKey());
                now.set(part.getKey(), apply(was, part.getValue()));
            }
        }
        now.remove(gone);
        return now;
    }
}
