package io.sextant.remote.server;

import io.sextant.remote.wire.Changes;
import io.sextant.remote.wire.Payload;
import io.sextant.remote.wire.WireWriter;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A topic's state as the engine told it, made into text by the first who needs it and once for all who hear it. */
final class Frame {

    private final long number;
    private final Object value;
    private final Type type;
    private @Nullable JsonNode tree;
    private @Nullable String whole;
    private boolean isCompared;
    private Optional<String> sinceTheOneBefore = Optional.empty();

    /** @param number counts the frames of one topic */
    Frame(long number, Object value, Type type) {
        this.number = number;
        this.value = value;
        this.type = type;
    }

    private synchronized JsonNode tree() {
        JsonNode known = tree;
        if (known == null) {
            known = WireWriter.tree(value, type);
            tree = known;
        }
        return known;
    }

    synchronized String whole() {
        String known = whole;
        if (known == null) {
            known = text(tree());
            whole = known;
        }
        return known;
    }

    /** What changed since an earlier frame of the same topic; empty where nothing did. Who keeps pace shares it with all others who do. */
    synchronized Optional<String> since(Frame sent) {
        if (sent.number != number - 1) {
            return changes(sent);
        }
        if (!isCompared) {
            sinceTheOneBefore = changes(sent);
            isCompared = true;
        }
        return sinceTheOneBefore;
    }

    /** The lock of an older frame is only ever taken inside of a newer one's. */
    private Optional<String> changes(Frame sent) {
        return Changes.between(sent.tree(), tree()).map(Frame::text);
    }

    private static String text(JsonNode node) {
        return WireWriter.write(new Payload(node), Payload.class);
    }
}
