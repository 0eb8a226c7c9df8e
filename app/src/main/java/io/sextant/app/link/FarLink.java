package io.sextant.app.link;

import io.sextant.domain.request.Subscription;
import io.sextant.domain.time.Clock;
import io.sextant.remote.client.RemoteEngine;
import io.sextant.remote.protocol.Role;
import io.sextant.remote.protocol.Told;
import io.sextant.ui.link.EngineLink;
import io.sextant.ui.link.LinkState;
import io.sextant.ui.link.LinkStatus;
import io.sextant.ui.link.LinkTrouble;
import io.sextant.ui.link.SeatRole;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A remote engine's line as the window sees it. */
final class FarLink implements EngineLink {

    private final String server;
    private final RemoteEngine engine;
    private final Supplier<LinkTrouble> trouble;
    private final Clock clock;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** {@code trouble} is what the last attempt to open the line met. */
    FarLink(String server, RemoteEngine engine, Supplier<LinkTrouble> trouble, Clock clock) {
        this.server = server;
        this.engine = engine;
        this.trouble = trouble;
        this.clock = clock;
        engine.watch(changed -> watchers.forEach(Runnable::run));
    }

    @Override
    public LinkStatus status() {
        Optional<Told.Welcome> welcome = engine.welcome();
        LinkState state = stateOf(engine.state());
        return new LinkStatus(
                server,
                welcome.map(Told.Welcome::user).orElse(""),
                welcome.map(Told.Welcome::role).map(FarLink::roleOf).orElse(SeatRole.VIEW),
                state,
                switch (state) {
                    case UP -> LinkTrouble.NONE;
                    case STALE -> new LinkTrouble(LinkTrouble.Kind.NO_ANSWER, server);
                    case DOWN -> trouble.get();
                },
                state == LinkState.UP ? 0 : Math.max(0, clock.nanos() - engine.heardNanos()));
    }

    @Override
    public Subscription watch(Runnable changed) {
        watchers.add(changed);
        return new Subscription() {
            @Override
            public boolean isOpen() {
                return watchers.contains(changed);
            }

            @Override
            public void close() {
                watchers.remove(changed);
            }
        };
    }

    static SeatRole roleOf(Role role) {
        return switch (role) {
            case VIEW -> SeatRole.VIEW;
            case TRADE -> SeatRole.TRADE;
            case ADMIN -> SeatRole.ADMIN;
        };
    }

    private static LinkState stateOf(io.sextant.remote.client.LinkState state) {
        return switch (state) {
            case UP -> LinkState.UP;
            case STALE -> LinkState.STALE;
            case DOWN -> LinkState.DOWN;
        };
    }
}
