package io.sextant.app.link;

import io.sextant.domain.request.EngineClient;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.domain.vault.Secret;
import io.sextant.remote.certificate.Pem;
import io.sextant.remote.certificate.Tls;
import io.sextant.remote.certificate.UnusableCertificateException;
import io.sextant.remote.client.LinkState;
import io.sextant.remote.client.Proof;
import io.sextant.remote.client.RemoteEngine;
import io.sextant.remote.client.SecureLines;
import io.sextant.remote.client.ServerAddress;
import io.sextant.ui.link.EngineLink;
import io.sextant.ui.link.LinkTrouble;
import io.sextant.ui.link.LinkTrouble.Kind;
import io.sextant.ui.link.LinkTroubleException;
import io.sextant.ui.link.SavedServer;
import io.sextant.ui.link.WindowMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A session at an engine on another machine: the line, the engine over it, and all that ends with it. */
public final class FarDeskSession implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final SecureLines lines;
    private final SystemScheduler timer = new SystemScheduler("sextant-link");
    private final RemoteEngine remote;
    private final FarLink link;
    private final SeatedEngine engine;
    private final MemoryFile memory;

    /** Waits until the server has said its first word. */
    public static FarDeskSession open(SavedServer server, Secret secret, Path memory, Clock clock)
            throws LinkTroubleException {
        return new FarDeskSession(server, secret, memory, clock);
    }

    private FarDeskSession(SavedServer server, Secret secret, Path memoryFile, Clock clock)
            throws LinkTroubleException {
        String place = server.host() + ":" + server.port();
        try {
            lines = new SecureLines(
                    new ServerAddress(server.name(), server.host(), server.port()),
                    Pem.certificates(server.authority().pem(), server.name()),
                    proof(server, secret));
        } catch (UnusableCertificateException unusable) {
            timer.close();
            throw new LinkTroubleException(
                    new LinkTrouble(Kind.CERTIFICATE_FILE, String.valueOf(unusable.getMessage())));
        }
        CompletableFuture<LinkTrouble> firstWord = new CompletableFuture<>();
        NotingLines noting = new NotingLines(lines, place, firstWord::complete);
        remote = new RemoteEngine(noting, clock, timer);
        remote.watch(state -> {
            if (state == LinkState.UP) {
                firstWord.complete(LinkTrouble.NONE);
            }
        });
        link = new FarLink(server.name(), remote, noting::latest, clock);
        engine = new SeatedEngine(remote, link::status);
        memory = new MemoryFile(memoryFile);
        LinkTrouble met = await(firstWord, place);
        if (met.kind() != Kind.NONE) {
            close();
            throw new LinkTroubleException(met);
        }
    }

    private static LinkTrouble await(CompletableFuture<LinkTrouble> firstWord, String place) {
        try {
            return firstWord.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException silent) {
            return new LinkTrouble(Kind.NO_ANSWER, place);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new LinkTrouble(Kind.BROKEN, "it was given up");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Proof proof(SavedServer server, Secret secret) throws LinkTroubleException {
        return switch (server.proof()) {
            case SavedServer.Proof.Password(String user) -> new Proof.ByPassword(user, secret.reveal());
            case SavedServer.Proof.Certificate(String file) -> {
                char[] password = secret.toCharArray();
                try {
                    yield new Proof.ByCertificate(Tls.unbundle(Files.readAllBytes(Path.of(file)), password));
                } catch (IOException unreadable) {
                    throw new LinkTroubleException(new LinkTrouble(Kind.CERTIFICATE_FILE, file));
                } finally {
                    Arrays.fill(password, '\0');
                }
            }
        };
    }

    public EngineClient client() {
        return engine;
    }

    public EngineLink link() {
        return link;
    }

    public WindowMemory memory() {
        return memory;
    }

    @Override
    public void close() {
        remote.close();
        lines.close();
        timer.close();
        memory.close();
    }
}
