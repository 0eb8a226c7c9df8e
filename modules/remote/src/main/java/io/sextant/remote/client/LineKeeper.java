package io.sextant.remote.client;

import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.remote.protocol.Protocol;
import io.sextant.remote.protocol.Said;
import io.sextant.remote.protocol.Told;
import io.sextant.remote.wire.UnreadableWireException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one line open: opens it anew when it breaks, after rests that grow, and knows how much it is to be trusted. Everything but the opening itself
 * happens under the owner's lock.
 */
final class LineKeeper implements AutoCloseable {

    /** After so long without a word the line is no longer trusted. Looked at with each beat, so known within two seconds of the last word. */
    static final long STALE_NANOS = 1_250_000_000L;

    static final long DEAD_NANOS = 6_000_000_000L;

    private static final System.Logger LOG = System.getLogger(LineKeeper.class.getName());
    private static final long BEAT_NANOS = 500_000_000L;
    private static final long SHORTEST_REST_NANOS = 500_000_000L;
    private static final long LONGEST_REST_NANOS = 10_000_000_000L;

    /** Whose line it is; each is called under the lock. */
    interface Owner {

        void welcomed(Told.Welcome welcome);

        void told(Told told);

        void lost(String why);

        void became(LinkState state);

        /** Twice a second while the line is open. */
        void beat();
    }

    private final Object lock;
    private final Line.Opener opener;
    private final Clock clock;
    private final Owner owner;
    private final ExecutorService opening = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("sextant-line").factory());
    private final Scheduler.Cancellable beating;

    // All below: guarded by the lock.
    private @Nullable Line line;
    private boolean welcomed;
    private boolean isOpening;
    private LinkState state = LinkState.DOWN;
    private String whyDown = "it is being opened";
    private long lastWordNanos;
    /** A long answer on a thin line: no word to be trusted by, but no silence either. */
    private long lastPartNanos;

    private long heardNanos;
    private long nextTryNanos;
    private long restNanos = SHORTEST_REST_NANOS;
    private boolean closed;

    LineKeeper(Object lock, Line.Opener opener, Clock clock, Scheduler scheduler, Owner owner) {
        this.lock = lock;
        this.opener = opener;
        this.clock = clock;
        this.owner = owner;
        beating = scheduler.every(BEAT_NANOS, this::beat);
    }

    LinkState state() {
        return state;
    }

    String whyDown() {
        return whyDown;
    }

    /** When the engine was last heard, over whatever line; 0 before the first word. */
    long heardNanos() {
        return heardNanos;
    }

    boolean isOpen() {
        return line != null && welcomed;
    }

    /** Nothing is sent where the line is not open. */
    void send(Said said) {
        Line up = line;
        if (up != null && welcomed) {
            up.send(said.text());
        }
    }

    /** Twice a second: says that it is there, sees whether the other end is, and opens a line where there is none. */
    void beat() {
        boolean open = false;
        synchronized (lock) {
            if (closed) {
                return;
            }
            long now = clock.nanos();
            Line up = line;
            if (up == null) {
                open = !isOpening && now >= nextTryNanos;
                isOpening |= open;
            } else if (now - Math.max(lastWordNanos, lastPartNanos) > DEAD_NANOS) {
                broken(up, "the engine is silent");
                up.close();
            } else {
                if (welcomed && now - lastWordNanos > STALE_NANOS) {
                    become(LinkState.STALE);
                }
                up.send(new Said.Ping(0).text());
                if (welcomed) {
                    owner.beat();
                }
            }
        }
        if (open) {
            try {
                opening.execute(this::open);
            } catch (RejectedExecutionException closing) {
                LOG.log(System.Logger.Level.DEBUG, "the line is being closed", closing);
            }
        }
    }

    private void open() {
        OneLine listener = new OneLine();
        try {
            Line opened = opener.open(listener);
            synchronized (lock) {
                isOpening = false;
                if (closed) {
                    opened.close();
                } else if (listener.whyBroken != null) {
                    restLonger(listener.whyBroken);
                    opened.close();
                } else {
                    line = opened;
                    welcomed = false;
                    lastWordNanos = clock.nanos();
                    listener.begin(opened);
                }
            }
        } catch (IOException | RuntimeException why) {
            synchronized (lock) {
                isOpening = false;
                restLonger(String.valueOf(why.getMessage()));
            }
        }
    }

    private void restLonger(String why) {
        whyDown = why;
        nextTryNanos = clock.nanos() + restNanos;
        restNanos = Math.min(LONGEST_REST_NANOS, 2 * restNanos);
    }

    /** What one line brings; of a line that was given up nothing counts. */
    private final class OneLine implements Line.Listener {

        private final List<Told> early = new ArrayList<>();
        private @Nullable Line mine;
        private @Nullable String whyBroken;

        void begin(Line opened) {
            mine = opened;
            early.forEach(told -> hear(opened, told));
            early.clear();
        }

        /** A message is as many words as the server had, a line each. */
        @Override
        public void heard(String text) {
            int from = 0;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
                word(text.substring(from, end));
                from = end + 1;
            }
            word(text.substring(from));
        }

        @Override
        public void heardPart() {
            synchronized (lock) {
                if (mine != null && mine == line) {
                    lastPartNanos = clock.nanos();
                }
            }
        }

        private void word(String text) {
            Told told;
            try {
                told = Told.read(text);
            } catch (UnreadableWireException unreadable) {
                LOG.log(System.Logger.Level.WARNING, "the engine said what cannot be read", unreadable);
                // To pass over it could be to pass over a fact.
                broken("the engine said what this version cannot read");
                return;
            }
            synchronized (lock) {
                Line known = mine;
                if (known == null) {
                    early.add(told);
                } else {
                    hear(known, told);
                }
            }
        }

        @Override
        public void broken(String why) {
            synchronized (lock) {
                whyBroken = why;
                Line known = mine;
                if (known != null) {
                    LineKeeper.this.broken(known, why);
                    known.close();
                }
            }
        }
    }

    private void hear(Line from, Told told) {
        if (from != line || closed) {
            return;
        }
        lastWordNanos = clock.nanos();
        heardNanos = lastWordNanos;
        if (told instanceof Told.Welcome welcome) {
            if (welcome.protocol() != Protocol.VERSION) {
                restNanos = LONGEST_REST_NANOS;
                broken(
                        from,
                        "the engine speaks version " + welcome.protocol() + " of the protocol and this window "
                                + Protocol.VERSION + "; one of them has to be updated");
                from.close();
                return;
            }
            welcomed = true;
            restNanos = SHORTEST_REST_NANOS;
            become(LinkState.UP);
            owner.welcomed(welcome);
            return;
        }
        if (welcomed) {
            become(LinkState.UP);
        }
        owner.told(told);
    }

    private void broken(Line which, String why) {
        if (line != which) {
            return;
        }
        line = null;
        welcomed = false;
        restLonger(why);
        become(LinkState.DOWN);
        owner.lost(why);
    }

    private void become(LinkState now) {
        if (state != now) {
            state = now;
            owner.became(now);
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            Line up = line;
            if (up != null) {
                broken(up, "it was closed here");
                up.close();
            }
            closed = true;
        }
        beating.close();
        opening.shutdown();
    }
}
