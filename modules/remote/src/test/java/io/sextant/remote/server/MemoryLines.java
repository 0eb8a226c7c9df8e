package io.sextant.remote.server;

import io.sextant.domain.command.Command;
import io.sextant.domain.time.SystemClock;
import io.sextant.remote.client.Line;
import io.sextant.remote.identity.Principal;
import io.sextant.remote.protocol.Role;
import io.sextant.remote.protocol.Told;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Lines between a client and seats in one process that a test can cut, and make deaf. */
final class MemoryLines implements Line.Opener, AutoCloseable {

    private final ScriptedEngine engine;
    private final CommandKeys keys;
    private final Broadcast shared;
    private final Role role;
    final List<String> audited = new CopyOnWriteArrayList<>();
    private final List<OneLine> opened = new ArrayList<>();
    volatile boolean isDown;
    /** What the server says is lost while this is set. */
    volatile boolean isDeaf;
    /** What the client says is lost while this is set. */
    volatile boolean isMute;

    MemoryLines(ScriptedEngine engine, Role role) {
        this.engine = engine;
        keys = new CommandKeys(engine);
        shared = new Broadcast(engine);
        this.role = role;
    }

    @Override
    public Line open(Line.Listener listener) throws IOException {
        if (isDown) {
            throw new IOException("nobody answers");
        }
        OneLine line = new OneLine(listener);
        synchronized (opened) {
            opened.add(line);
        }
        line.seat.begin(new Told.Welcome(0, 1, "0.1", "ada", role, newest()));
        return line;
    }

    private Optional<Long> newest() {
        OptionalLong newest = shared.newestFact();
        return newest.isPresent() ? Optional.of(newest.getAsLong()) : Optional.empty();
    }

    /** As a server does when it is started. */
    MemoryLines begun() {
        shared.begin();
        keys.begin();
        return this;
    }

    int count() {
        synchronized (opened) {
            return opened.size();
        }
    }

    void cut() {
        List<OneLine> all;
        synchronized (opened) {
            all = List.copyOf(opened);
        }
        all.forEach(one -> one.cut("cut by the test"));
    }

    @Override
    public void close() {
        cut();
    }

    private final class OneLine implements Line {

        private final Listener client;
        private final ExecutorService toServer = Executors.newSingleThreadExecutor();
        private final Seat seat;
        private volatile boolean isCut;

        OneLine(Listener client) {
            this.client = client;
            seat = new Seat(
                    engine,
                    keys,
                    new Questions(engine),
                    new Audit(),
                    shared,
                    new SystemClock(),
                    new Principal("ada", role),
                    new ToClient());
        }

        @Override
        public void send(String text) {
            if (!isCut && !isMute) {
                toServer.execute(() -> seat.heard(text));
            }
        }

        @Override
        public void close() {
            cut("closed");
        }

        void cut(String why) {
            if (!isCut) {
                isCut = true;
                seat.close();
                toServer.shutdown();
                client.broken(why);
            }
        }

        private final class ToClient implements Wire {

            @Override
            public boolean send(String text) {
                if (!isCut && !isDeaf) {
                    client.heard(text);
                }
                return !isCut;
            }

            @Override
            public void close(String why) {
                cut(why);
            }
        }
    }

    private final class Audit implements AuditTrail {

        @Override
        public void done(Principal who, Command command) {
            audited.add(who.name() + " did " + command.getClass().getSimpleName());
        }

        @Override
        public void refused(Principal who, Command command) {
            audited.add(who.name() + " may not " + command.getClass().getSimpleName());
        }

        @Override
        public void line(String who, String what) {
            audited.add(who + " " + what);
        }
    }
}
