package io.sextant.app.desktop;

import io.sextant.app.link.FarDeskSession;
import io.sextant.app.link.ServerFiles;
import io.sextant.app.session.DeskSession;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.Secret;
import io.sextant.ui.link.LinkTroubleException;
import io.sextant.ui.link.SavedServer;
import io.sextant.ui.shell.DeskOpener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The one session that the window shows now, of this machine or of another. Another takes its place only after it was closed. */
final class OpenDesk implements AutoCloseable {

    private record Session(Runnable closing, EngineClient client) {}

    private final AtomicReference<@Nullable Session> open = new AtomicReference<>();

    void set(DeskSession session) {
        open.set(new Session(session::close, session.client()));
    }

    DeskOpener.OpenDesk at(ServerFiles servers, String name, Clock clock) throws LinkTroubleException {
        SavedServer server = servers.get(name);
        try (Secret secret = servers.secretOf(server)) {
            FarDeskSession session = FarDeskSession.open(server, secret, servers.memoryOf(name), clock);
            open.set(new Session(session::close, session.client()));
            return new DeskOpener.OpenDesk(
                    session.client(), Optional.of(new DeskOpener.FarDesk(session.link(), session.memory())), List.of());
        }
    }

    EngineClient client() {
        Session session = open.get();
        if (session == null) {
            throw new IllegalStateException("no desk is open");
        }
        return session.client();
    }

    @Override
    public void close() {
        Session session = open.getAndSet(null);
        if (session != null) {
            session.closing().run();
        }
    }
}
