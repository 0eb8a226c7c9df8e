package io.sextant.remote.server;

import io.sextant.domain.time.Clock;
import io.sextant.remote.protocol.Told;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client. Facts and answers keep their order and none is left out: who brings a fact waits while too many wait already. Of
 * a state only the newest waits, so that a slow line costs freshness and no memory.
 *
 * <p>A message is as many words as there are, a line each. On a quiet line a word leaves at once; behind a message facts and states gather for a
 * moment that nobody sees, because a message costs both ends more than a word does. An answer is not kept waiting.
 */
final class Outbound {

    /** Facts that may wait; behind them the engine's own queue fills, and ends the subscription when it is full. */
    static final int MOST_WAITING = 4_096;

    /** Characters after which a message is long enough; also what a thin line has to carry before the next word is heard. */
    private static final int FULL = 32_768;

    private static final int WORDS_AT_ONCE = 64;
    private static final long GATHER_NANOS = 10_000_000;

    private final Clock clock;
    private final FactTexts facts;
    private final ArrayDeque<Told> waiting = new ArrayDeque<>();
    private final Map<Long, State> states = new HashMap<>();
    private final Set<State> due = new LinkedHashSet<>();
    private long lastNanos;
    private boolean isUrgent;
    private boolean isTakerIdle;
    private int bringersWaiting;
    private boolean closed;

    /** Of one subscription. Only its taker touches what was sent. */
    private static final class State {
        private final long id;
        private @Nullable Frame newest;
        private @Nullable Frame sent;
        private long sequence;

        State(long id) {
            this.id = id;
        }
    }

    private record DueState(State state, Frame frame) {}

    Outbound(Clock clock, FactTexts facts) {
        this.clock = clock;
        this.facts = facts;
    }

    /** Never waits. Who asks for far more than he takes is given up. */
    synchronized void put(Told told) {
        add(told);
        isUrgent = true;
        notifyAll();
    }

    /** Waits while too many wait; false when nothing is sent any more. */
    synchronized boolean putFact(Told.Happened fact) throws InterruptedException {
        bringersWaiting++;
        try {
            while (!closed && waiting.size() >= MOST_WAITING) {
                wait();
            }
        } finally {
            bringersWaiting--;
        }
        add(fact);
        wakeIdle();
        return !closed;
    }

    private void add(Told told) {
        if (waiting.size() >= 2 * MOST_WAITING) {
            close();
        }
        if (!closed) {
            waiting.add(told);
        }
    }

    private void wakeIdle() {
        if (isTakerIdle) {
            isTakerIdle = false;
            notifyAll();
        }
    }

    synchronized void begin(long id) {
        states.put(id, new State(id));
    }

    synchronized void end(long id) {
        State state = states.remove(id);
        if (state != null) {
            due.remove(state);
        }
    }

    synchronized void putState(long id, Frame frame) {
        State state = states.get(id);
        if (state != null && !closed) {
            state.newest = frame;
            due.add(state);
            wakeIdle();
        }
    }

    /** The next message; waits until there is one. Empty when it is closed. One thread only. */
    Optional<String> take() throws InterruptedException {
        StringBuilder message = new StringBuilder();
        while (message.isEmpty()) {
            if (!await()) {
                return Optional.empty();
            }
            // One of the states at least, however many facts there are.
            boolean words = true;
            Optional<DueState> state = nextState();
            while (words || state.isPresent()) {
                state.ifPresent(one -> append(one, message));
                words = message.length() < FULL && appendWords(message);
                state = message.length() < FULL ? nextState() : Optional.empty();
            }
        }
        return Optional.of(message.toString());
    }

    /** False when it is closed. */
    private synchronized boolean await() throws InterruptedException {
        while (!closed) {
            if (waiting.isEmpty() && due.isEmpty()) {
                isTakerIdle = true;
                wait();
                continue;
            }
            long gathers = lastNanos + GATHER_NANOS - clock.nanos();
            if (isUrgent || gathers <= 0 || gathers > GATHER_NANOS || waiting.size() >= MOST_WAITING / 2) {
                break;
            }
            wait(1 + TimeUnit.NANOSECONDS.toMillis(gathers));
        }
        isTakerIdle = false;
        isUrgent = false;
        lastNanos = clock.nanos();
        return !closed;
    }

    /** Whether there were any. */
    private boolean appendWords(StringBuilder message) {
        List<Told> next = new ArrayList<>(WORDS_AT_ONCE);
        synchronized (this) {
            while (next.size() < WORDS_AT_ONCE && !waiting.isEmpty()) {
                next.add(waiting.remove());
            }
            if (bringersWaiting > 0) {
                notifyAll();
            }
        }
        for (Told told : next) {
            line(message);
            if (told instanceof Told.Happened(long id, var event)) {
                message.append("{\"type\":\"Happened\",\"id\":")
                        .append(id)
                        .append(",\"event\":")
                        .append(facts.of(event))
                        .append('}');
            } else {
                message.append(told.text());
            }
        }
        return !next.isEmpty();
    }

    private synchronized Optional<DueState> nextState() {
        if (due.isEmpty()) {
            return Optional.empty();
        }
        State state = due.iterator().next();
        due.remove(state);
        Frame frame = state.newest;
        state.newest = null;
        return frame == null ? Optional.empty() : Optional.of(new DueState(state, frame));
    }

    private static void append(DueState one, StringBuilder message) {
        State state = one.state();
        Frame before = state.sent;
        state.sent = one.frame();
        if (before == null) {
            value(message, "Whole", state, "value", one.frame().whole());
        } else {
            one.frame().since(before).ifPresent(patch -> value(message, "Changed", state, "patch", patch));
        }
    }

    private static void value(StringBuilder message, String type, State state, String name, String json) {
        line(message);
        message.append("{\"type\":\"")
                .append(type)
                .append("\",\"id\":")
                .append(state.id)
                .append(",\"sequence\":")
                .append(++state.sequence)
                .append(",\"")
                .append(name)
                .append("\":")
                .append(json)
                .append('}');
    }

    private static void line(StringBuilder message) {
        if (!message.isEmpty()) {
            message.append('\n');
        }
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
