package io.sextant.remote.client;

import io.sextant.domain.event.Event;
import io.sextant.domain.request.Subscription;
import io.sextant.domain.request.Topic;
import io.sextant.remote.protocol.ResultTypes;
import io.sextant.remote.protocol.Told;
import io.sextant.remote.wire.Changes;
import io.sextant.remote.wire.WireReader;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A topic that somebody here listens to, over all lines. Of facts it knows the newest that came, so that a new line goes on behind it; of a
 * state it keeps the whole, so that changes can be put to it.
 */
final class Heard<T> implements Subscription {

    private final Topic<T> topic;
    private final Consumer<? super T> listener;
    private final LongConsumer ender;
    private volatile boolean open = true;
    private long id;
    private final long knownPosition;
    private long newestPosition;
    private boolean wasAsked;
    private long sequence;
    private @Nullable JsonNode whole;

    /** @param knownPosition up to which facts were heard here, by whomever, when this was begun; 0 where none were */
    Heard(Topic<T> topic, Consumer<? super T> listener, long knownPosition, LongConsumer ender) {
        this.topic = topic;
        this.listener = listener;
        this.ender = ender;
        this.knownPosition = knownPosition;
        newestPosition = topic instanceof Topic.Events(long after) ? after : 0;
    }

    /**
     * For a new line, or before one is there: under which number, and what to ask for now. Facts from now on begin where the engine says that they do; as
     * long as it has not, because the line was down or broke before it did, they begin behind what was known here when they were asked for.
     */
    synchronized Topic<?> begin(long newId, boolean isUp) {
        id = newId;
        if (newestPosition == Topic.Events.FROM_NOW && knownPosition > 0 && (wasAsked || !isUp)) {
            newestPosition = knownPosition;
        }
        wasAsked |= isUp;
        sequence = 0;
        whole = null;
        return topic instanceof Topic.Events ? new Topic.Events(newestPosition) : topic;
    }

    synchronized long id() {
        return id;
    }

    /** Whether it fitted to what came before; if not, it has to be asked for anew. */
    @SuppressWarnings("unchecked")
    boolean take(Told told) {
        if (told.id() != id()) {
            // Of a subscription before this one.
            return true;
        }
        switch (told) {
            case Told.Happened(long ignored, Event event) -> {
                synchronized (this) {
                    if (newestPosition != Topic.Events.FROM_NOW && event.position() <= newestPosition) {
                        return true;
                    }
                    newestPosition = event.position();
                }
                deliver((T) event);
                return true;
            }
            case Told.Begun(long ignored, long afterPosition) -> {
                synchronized (this) {
                    if (newestPosition == Topic.Events.FROM_NOW) {
                        newestPosition = afterPosition;
                    }
                }
                return true;
            }
            case Told.Whole(long ignored, long number, var value) -> {
                return state(number, value.node(), true);
            }
            case Told.Changed(long ignored, long number, var patch) -> {
                return state(number, patch.node(), false);
            }
            default -> {
                return false;
            }
        }
    }

    @SuppressWarnings("unchecked")
    private boolean state(long number, JsonNode node, boolean complete) {
        JsonNode now;
        synchronized (this) {
            JsonNode before = whole;
            if (number != sequence + 1 || (!complete && before == null)) {
                return false;
            }
            sequence = number;
            now = complete || before == null ? node : Changes.apply(before, node);
            whole = now;
        }
        deliver((T) WireReader.read(now, ResultTypes.of(topic)));
        return true;
    }

    private void deliver(T value) {
        if (open) {
            listener.accept(value);
        }
    }

    boolean isState() {
        return !(topic instanceof Topic.Events);
    }

    /** The engine has no such thing. */
    void refused() {
        open = false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            ender.accept(id());
        }
    }
}
