package io.sextant.app.server;

import io.sextant.domain.request.EngineClient;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.remote.certificate.Pem;
import io.sextant.remote.identity.Identities;
import io.sextant.remote.server.EngineServer;
import io.sextant.remote.server.ServerTerms;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A desk's engine behind its door on the net. */
public final class ServedEngine implements AutoCloseable {

    private final SystemScheduler scheduler = new SystemScheduler("sextant-server-ticks");
    private final EngineServer server;

    /**
     * @param host what to listen on
     * @param passwords whether they count beside certificates
     * @param certificate of another authority than one's own, as public ones give; empty for the folder's own
     */
    public record Wish(String host, int port, boolean passwords, Optional<Path> certificate, Optional<Path> key) {}

    private ServedEngine(EngineClient engine, ServerFolder folder, Wish wish, String version) {
        Clock clock = new SystemClock();
        List<X509Certificate> chain = Pem.readCertificates(wish.certificate().orElse(folder.certificateFile()));
        ServerTerms terms = new ServerTerms(
                wish.host(),
                wish.port(),
                chain,
                Pem.readKey(wish.key().orElse(folder.keyFile())),
                folder.hasAuthority() ? Optional.of(Pem.readCertificate(folder.authorityFile())) : Optional.empty(),
                wish.passwords(),
                version,
                ServerTerms.Limits.USUAL);
        server = new EngineServer(
                engine,
                terms,
                new Identities(folder.users(), clock, new SecureRandom()),
                new TrailFile(folder.trailFolder(), InstantSource.system()),
                clock,
                scheduler);
    }

    /** Throws {@link io.sextant.remote.certificate.UnusableCertificateException}, or IllegalStateException with a sentence. */
    public static ServedEngine start(EngineClient engine, ServerFolder folder, Wish wish, String version) {
        ServedEngine served = new ServedEngine(engine, folder, wish, version);
        try {
            served.server.start();
            return served;
        } catch (IllegalStateException e) {
            served.scheduler.close();
            throw e;
        }
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        scheduler.close();
    }
}
