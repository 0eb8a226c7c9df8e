package io.sextant.remote.server;

import io.sextant.domain.command.Command;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.remote.certificate.CertificateAuthority;
import io.sextant.remote.certificate.Tls;
import io.sextant.remote.client.Proof;
import io.sextant.remote.client.RemoteEngine;
import io.sextant.remote.client.SecureLines;
import io.sextant.remote.client.ServerAddress;
import io.sextant.remote.identity.Identities;
import io.sextant.remote.identity.IdentitiesForTests;
import io.sextant.remote.identity.Principal;
import io.sextant.remote.identity.User;
import io.sextant.remote.identity.UserFile;
import io.sextant.remote.protocol.Role;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A scripted engine behind a real server on loopback, with an authority, users and ways in. */
final class Served implements AutoCloseable {

    static final Duration LASTS = Duration.ofDays(2);
    static final String PASSWORD = "correct horse battery";

    final ScriptedEngine engine = new ScriptedEngine();
    final CertificateAuthority authority = CertificateAuthority.create("tests", Instant.now(), new SecureRandom());
    final List<String> audited = new CopyOnWriteArrayList<>();
    final UserFile users;
    final SystemScheduler scheduler = new SystemScheduler("sextant-test");
    final Clock clock = new SystemClock();
    EngineServer server;
    private final List<Runnable> opened = new ArrayList<>();

    Served(Path folder) {
        this(folder, true, ServerTerms.Limits.USUAL, new SystemClock());
    }

    Served(Path folder, boolean passwords, ServerTerms.Limits limits, Clock identitiesClock) {
        users = new UserFile(folder.resolve("users.json"));
        server = serve(
                authority.forServer(List.of("localhost", "127.0.0.1"), Instant.now(), LASTS),
                passwords,
                limits,
                identitiesClock);
    }

    EngineServer serve(
            CertificateAuthority.Issued own, boolean passwords, ServerTerms.Limits limits, Clock identitiesClock) {
        Identities identities = IdentitiesForTests.of(users, identitiesClock);
        return new EngineServer(
                        engine,
                        ServerTerms.onLoopback(own, authority.certificate(), passwords, "0.1")
                                .with(limits),
                        identities,
                        new Audit(),
                        clock,
                        scheduler)
                .start();
    }

    /** Another server at the same port. */
    void restart() {
        int port = server.port();
        server.close();
        CertificateAuthority.Issued own = authority.forServer(List.of("localhost", "127.0.0.1"), Instant.now(), LASTS);
        server = new EngineServer(
                        engine,
                        new ServerTerms(
                                "127.0.0.1",
                                port,
                                List.of(own.certificate()),
                                own.key(),
                                Optional.of(authority.certificate()),
                                true,
                                "0.2",
                                ServerTerms.Limits.USUAL),
                        IdentitiesForTests.of(users, clock),
                        new Audit(),
                        clock,
                        scheduler)
                .start();
    }

    /** Known with a certificate. */
    Proof certified(String name, Role role) {
        return certified(authority, name, role, Instant.now(), LASTS, true);
    }

    Proof certified(CertificateAuthority by, String name, Role role, Instant made, Duration lasts, boolean isKnown) {
        CertificateAuthority.Issued issued = by.forUser(name, made, lasts);
        User user = new User(name, role, Optional.empty(), List.of());
        users.put(isKnown ? user.withCertificate(Identities.fingerprint(issued.certificate())) : user);
        return new Proof.ByCertificate(Tls.own(List.of(issued.certificate()), issued.key()));
    }

    /** Known with a password. */
    Proof withPassword(String name, Role role) {
        users.put(new User(name, role, Optional.of(IdentitiesForTests.hash(PASSWORD)), List.of()));
        return new Proof.ByPassword(name, PASSWORD);
    }

    SecureLines lines(Proof proof) {
        return lines("127.0.0.1", authority.certificate(), proof);
    }

    SecureLines lines(String host, X509Certificate trusted, Proof proof) {
        SecureLines lines = new SecureLines(new ServerAddress("test", host, server.port()), List.of(trusted), proof);
        opened.add(lines::close);
        return lines;
    }

    /** Through something that stands before the server. */
    RemoteEngine connectAt(int port, Proof proof) {
        SecureLines lines =
                new SecureLines(new ServerAddress("test", "127.0.0.1", port), List.of(authority.certificate()), proof);
        opened.add(lines::close);
        RemoteEngine remote = new RemoteEngine(lines, clock, scheduler);
        opened.add(remote::close);
        return remote;
    }

    RemoteEngine connect(Proof proof) {
        RemoteEngine remote = new RemoteEngine(lines(proof), clock, scheduler);
        opened.add(remote::close);
        return remote;
    }

    @Override
    public void close() {
        opened.reversed().forEach(Runnable::run);
        server.close();
        scheduler.close();
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
