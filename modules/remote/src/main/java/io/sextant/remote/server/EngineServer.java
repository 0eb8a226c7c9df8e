package io.sextant.remote.server;

import io.sextant.domain.request.EngineClient;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.remote.certificate.Tls;
import io.sextant.remote.identity.Identities;
import io.sextant.remote.identity.Principal;
import io.sextant.remote.protocol.Protocol;
import io.sextant.remote.protocol.Told;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Serves an engine to whom it knows, over TLS 1.3 and nothing else: the wire for windows, and paths for programs. It owns neither the engine nor
 * what it is given beside it.
 */
public final class EngineServer implements AutoCloseable {

    private static final long TICK_NANOS = 500_000_000L;
    private static final int MOST_THREADS = 32;
    /** Of those who are not known only so many are noted at once: they must not fill the disk. */
    private static final int UNPROVEN_NOTED = 100;

    private static final int HEADER_BYTES = 8_192;
    private static final Duration UNPROVEN_LASTS = Duration.ofSeconds(15);

    private final EngineClient engine;
    private final ServerTerms terms;
    private final AuditTrail audit;
    private final Clock clock;
    private final Admission admission;
    private final CommandKeys keys;
    private final Broadcast shared;
    private final Questions questions;
    private final Allowance unproven;
    private final Routes routes;
    private final WatchDoor watch;
    private final List<SocketSeat> seats = new CopyOnWriteArrayList<>();
    private final Server server;
    private final ServerConnector connector;
    private final Scheduler.Cancellable ticking;

    public EngineServer(
            EngineClient engine,
            ServerTerms terms,
            Identities identities,
            AuditTrail audit,
            Clock clock,
            Scheduler scheduler) {
        this.engine = engine;
        this.terms = terms;
        this.audit = audit;
        this.clock = clock;
        admission = new Admission(identities);
        unproven = new Allowance(clock, 1, UNPROVEN_NOTED);
        keys = new CommandKeys(engine);
        shared = new Broadcast(engine);
        questions = new Questions(engine);
        watch = new WatchDoor(engine, admission, seats::size);
        routes = new Routes(engine, questions, keys, audit);
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("sextant-server");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server = new Server(threads);
        connector = connector();
        server.addConnector(connector);
        WebSocketUpgradeHandler wire = WebSocketUpgradeHandler.from(server, container -> {
            container.setMaxTextMessageSize(terms.limits().messageBytes());
            container.setMaxBinaryMessageSize(0);
            container.setIdleTimeout(terms.limits().silence());
            container.addMapping(Protocol.WIRE, this::takeSeat);
        });
        wire.setHandler(new NotFound());
        server.setHandler(new Handler.Sequence(
                new TokenDoor(identities, terms.passwords(), audit, unproven),
                watch,
                new RestDoor(routes.all(), terms.version(), admission, terms.limits(), clock),
                wire));
        server.setErrorHandler(new PlainErrors());
        ticking = scheduler.every(TICK_NANOS, this::tick);
    }

    /** Throws when the address cannot be listened on. */
    public EngineServer start() {
        try {
            server.start();
            shared.begin();
            keys.begin();
            return this;
        } catch (Exception e) {
            close();
            throw new IllegalStateException(
                    "The engine cannot be served on " + terms.host() + ":" + terms.port() + ": " + e.getMessage(), e);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    public int lines() {
        return seats.size();
    }

    private ServerConnector connector() {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(Tls.own(terms.chain(), terms.key()));
        tls.setKeyStorePassword("");
        tls.setIncludeProtocols(Tls.PROTOCOL);
        tls.setSniRequired(false);
        terms.userAuthority().ifPresent(authority -> {
            tls.setTrustStore(Tls.trusted(List.of(authority)));
            tls.setWantClientAuth(terms.passwords());
            tls.setNeedClientAuth(!terms.passwords());
        });
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        // Names are checked by clients; an engine is often reached by its address.
        http.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector made =
                new ServerConnector(server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http));
        made.setHost(terms.host());
        made.setPort(terms.port());
        made.setIdleTimeout(UNPROVEN_LASTS.toMillis());
        made.addBean(new AddressLimit(terms.limits().connectionsAnAddress()));
        return made;
    }

    private @Nullable Object takeSeat(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        String from = AddressLimit.address(request.getConnectionMetaData().getRemoteSocketAddress());
        if (request.getHeaders().contains(HttpHeader.ORIGIN)) {
            // Only browsers say this, and no page has any business here.
            Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403);
            return null;
        }
        Optional<Principal> who = admission.forLine(request);
        if (who.isEmpty()) {
            if (unproven.take()) {
                Trail.line(audit, "nobody known at " + from, "was not let in");
            }
            Response.writeError(request, response, callback, HttpStatus.UNAUTHORIZED_401);
            return null;
        }
        Principal user = who.get();
        SocketSeat seat = new SocketSeat(
                user,
                admission.watch(request, user),
                terms.limits(),
                clock,
                () -> new Told.Welcome(0, Protocol.VERSION, terms.version(), user.name(), user.role(), newestFact()),
                wire -> new Seat(engine, keys, questions, audit, shared, clock, user, wire),
                this::leave);
        if (!add(seat)) {
            Trail.line(audit, user.name() + " at " + from, "has too many lines");
            Response.writeError(request, response, callback, HttpStatus.TOO_MANY_REQUESTS_429);
            return null;
        }
        Trail.line(audit, user.name() + " at " + from, "came in as " + user.role());
        return seat;
    }

    /** Looked at and taken in one, so that many at once are not more than are allowed. */
    private synchronized boolean add(SocketSeat seat) {
        long ofUser = seats.stream()
                .filter(one -> one.who().name().equals(seat.who().name()))
                .count();
        return seats.size() < terms.limits().lines() && ofUser < terms.limits().linesAUser() && seats.add(seat);
    }

    private Optional<Long> newestFact() {
        OptionalLong newest = shared.newestFact();
        return newest.isPresent() ? Optional.of(newest.getAsLong()) : Optional.empty();
    }

    private void tick() {
        shared.tick();
        for (SocketSeat seat : seats) {
            if (seat.isStillKnown()) {
                seat.tick();
            } else {
                Trail.line(audit, seat.who().name(), "is not known any more as who he was");
                seat.close("the engine does not know you any more as who you were");
            }
        }
    }

    private void leave(SocketSeat seat) {
        if (seats.remove(seat)) {
            Trail.line(audit, seat.who().name(), "left");
        }
    }

    @Override
    public void close() {
        ticking.close();
        seats.forEach(seat -> seat.close("the engine is being closed"));
        try {
            server.stop();
            routes.close();
            shared.close();
            watch.close();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop", e);
        }
    }

    private static final class NotFound extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            return true;
        }
    }
}
