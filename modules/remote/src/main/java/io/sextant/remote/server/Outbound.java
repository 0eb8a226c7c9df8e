package io.sextant.remote.server;

import io.sextant.remote.protocol.Told;
import io.sextant.remote.wire.Changes;
import io.sextant.remote.wire.Payload;
import io.sextant.remote.wire.WireWriter;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What waits to be sent to one client. Facts and answers keep their order and none is left out: who brings a fact waits while too many wait
 * already. Of a state only the newest waits, so that a slow line costs freshness and no memory.
 */
final class Outbound {

    /** Facts that may wait; behind them the engine's own queue fills, and ends the subscription when it is full. */
    static final int MOST_WAITING = 4_096;

    private final ArrayDeque<Told> waiting = new ArrayDeque<>();
    private final Map<Long, State> states = new LinkedHashMap<>();
    private boolean closed;

    /** Of one subscription. Only its taker touches what was sent. */
    private static final class State {
        final Type type;

        @Nullable Object newest;

        @Nullable JsonNode sent;

        long sequence;

        State(Type type) {
            this.type = type;
        }
    }

    /** Never waits. Who asks for far more than he takes is given up. */
    synchronized void put(Told told) {
        if (waiting.size() >= 2 * MOST_WAITING) {
            close();
        }
        if (!closed) {
            waiting.add(told);
            notifyAll();
        }
    }

    /** Waits while too many wait; false when nothing is sent any more. */
    synchronized boolean putFact(Told.Happened fact) throws InterruptedException {
        while (!closed && waiting.size() >= MOST_WAITING) {
            wait();
        }
        put(fact);
        return !closed;
    }

    synchronized void begin(long id, Type type) {
        states.put(id, new State(type));
    }

    synchronized void end(long id) {
        states.remove(id);
    }

    synchronized void putState(long id, Object value) {
        State state = states.get(id);
        if (state != null && !closed) {
            state.newest = value;
            notifyAll();
        }
    }

    /** What to send next; waits until there is something. Empty when it is closed. One thread only. */
    Optional<Told> take() throws InterruptedException {
        while (true) {
            long id;
            State state;
            Object value;
            synchronized (this) {
                while (!closed && waiting.isEmpty() && newest() == null) {
                    wait();
                }
                if (closed) {
                    return Optional.empty();
                }
                Told next = waiting.poll();
                notifyAll();
                if (next != null) {
                    return Optional.of(next);
                }
                Map.Entry<Long, State> due = newest();
                if (due == null) {
                    continue;
                }
                id = due.getKey();
                state = due.getValue();
                value = state.newest;
                state.newest = null;
                // Behind the others from now on.
                states.remove(id);
                states.put(id, state);
            }
            Optional<Told> told = value == null ? Optional.empty() : told(id, state, value);
            if (told.isPresent()) {
                return told;
            }
        }
    }

    private Map.@Nullable Entry<Long, State> newest() {
        Iterator<Map.Entry<Long, State>> all = states.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Long, State> one = all.next();
            if (one.getValue().newest != null) {
                return one;
            }
        }
        return null;
    }

    private static Optional<Told> told(long id, State state, Object value) {
        JsonNode now = WireWriter.tree(value, state.type);
        JsonNode before = state.sent;
        state.sent = now;
        if (before == null) {
            return Optional.of(new Told.Whole(id, ++state.sequence, new Payload(now)));
        }
        return Changes.between(before, now).map(patch -> new Told.Changed(id, ++state.sequence, new Payload(patch)));
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
