package io.sextant.app.link;

import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.KeyDesk;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.remote.certificate.Pem;
import io.sextant.remote.certificate.UnusableCertificateException;
import io.sextant.remote.identity.Identities;
import io.sextant.ui.link.LinkStatus;
import io.sextant.ui.link.LinkTrouble;
import io.sextant.ui.link.LinkTrouble.Kind;
import io.sextant.ui.link.LinkTroubleException;
import io.sextant.ui.link.SavedServer;
import io.sextant.ui.link.SavedServer.Authority;
import io.sextant.ui.link.SavedServer.Proof;
import io.sextant.ui.link.ServerBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The servers in the data folder, a file each without any secret; the secrets are in the vault, under the venue {@code server}. */
public final class ServerFiles implements ServerBook {

    static final String VENUE = "server";

    private static final System.Logger LOG = System.getLogger(ServerFiles.class.getName());
    private static final String FOLDER = "servers";
    private static final String SUFFIX = ".server";
    private static final String MEMORY_SUFFIX = ".window";

    private final Path folder;
    private final LocalKeyDesk vault;
    private final Clock clock;

    public ServerFiles(Path dataFolder, LocalKeyDesk vault, Clock clock) {
        folder = in(dataFolder);
        this.vault = vault;
        this.clock = clock;
    }

    private static Path in(Path dataFolder) {
        return dataFolder.resolve(FOLDER);
    }

    @Override
    public List<SavedServer> list() {
        return listed(folder);
    }

    /** The servers alone; their secrets are asked for with a vault. */
    public static List<SavedServer> keptIn(Path dataFolder) {
        return listed(in(dataFolder));
    }

    private static List<SavedServer> listed(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<SavedServer> servers = new ArrayList<>();
            for (Path file : files.filter(one -> one.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList()) {
                read(file).ifPresent(servers::add);
            }
            return servers;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, folder + " cannot be read", e);
            return List.of();
        }
    }

    public SavedServer get(String name) throws LinkTroubleException {
        return list().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LinkTroubleException(new LinkTrouble(Kind.NO_SUCH_SERVER, name)));
    }

    @Override
    public void save(SavedServer server, Optional<Secret> secret) throws LinkTroubleException {
        if (secret.isPresent()) {
            VenueAccount account = new VenueAccount(VENUE, server.name());
            // Asked first, so that a locked vault changes nothing.
            if (isKept(account)) {
                vault.remove(account);
            }
            vault.add(new VenueKey(
                    account,
                    VenueNet.LIVE,
                    Secret.of(userOf(server)),
                    secret.get().copy(),
                    Secret.empty(),
                    WithdrawalRight.NOT_TOLD));
        }
        try {
            KeptText.write(folder.resolve(server.name() + SUFFIX), properties(server), "A server, without its secrets");
        } catch (IOException e) {
            throw new LinkTroubleException(new LinkTrouble(Kind.NOT_KEPT, String.valueOf(e.getMessage())));
        }
    }

    private boolean isKept(VenueAccount account) {
        return vault.list().stream().anyMatch(entry -> entry.account().equals(account));
    }

    @Override
    public void remove(String name) throws LinkTroubleException {
        VenueAccount account = new VenueAccount(VENUE, name);
        if (vault.state() != KeyDesk.State.NONE && isKept(account)) {
            vault.remove(account);
        }
        try {
            Files.deleteIfExists(folder.resolve(name + SUFFIX));
            Files.deleteIfExists(memoryOf(name));
        } catch (IOException e) {
            throw new LinkTroubleException(new LinkTrouble(Kind.NOT_KEPT, String.valueOf(e.getMessage())));
        }
    }

    @Override
    public LinkStatus test(SavedServer server, Optional<Secret> secret) throws LinkTroubleException {
        try (Secret asked = secret.isPresent() ? secret.get().copy() : secretOf(server);
                FarDeskSession session = FarDeskSession.open(server, asked, memoryOf(server.name()), clock)) {
            return session.link().status();
        }
    }

    @Override
    public Authority readAuthority(Path file) throws LinkTroubleException {
        try {
            X509Certificate certificate = Pem.readCertificate(file);
            Instant until = certificate.getNotAfter().toInstant();
            return new Authority(
                    Pem.text(certificate),
                    certificate.getSubjectX500Principal().getName(),
                    Identities.fingerprint(certificate),
                    TimeUnit.SECONDS.toNanos(until.getEpochSecond()));
        } catch (UnusableCertificateException unusable) {
            throw new LinkTroubleException(
                    new LinkTrouble(Kind.CERTIFICATE_FILE, String.valueOf(unusable.getMessage())));
        }
    }

    /** The caller closes it. */
    public Secret secretOf(SavedServer server) throws LinkTroubleException {
        try (VenueKey key = vault.find(new VenueAccount(VENUE, server.name()))
                .orElseThrow(() -> new LinkTroubleException(new LinkTrouble(Kind.NO_SECRET, server.name())))) {
            return key.apiSecret().copy();
        }
    }

    /** Where the window keeps what it remembers of this server. */
    public Path memoryOf(String name) {
        return folder.resolve(name + MEMORY_SUFFIX);
    }

    private static String userOf(SavedServer server) {
        return switch (server.proof()) {
            case Proof.Password(String user) -> user;
            case Proof.Certificate _ -> "-";
        };
    }

    private static Properties properties(SavedServer server) {
        Properties written = new Properties();
        written.setProperty("name", server.name());
        written.setProperty("host", server.host());
        written.setProperty("port", String.valueOf(server.port()));
        written.setProperty("authority", server.authority().pem());
        written.setProperty("authority.subject", server.authority().subject());
        written.setProperty("authority.sha256", server.authority().fingerprint());
        written.setProperty("authority.until", String.valueOf(server.authority().untilNanos()));
        switch (server.proof()) {
            case Proof.Password(String user) -> written.setProperty("user", user);
            case Proof.Certificate(String file) -> written.setProperty("certificate", file);
        }
        return written;
    }

    private static Optional<SavedServer> read(Path file) {
        try {
            Properties read = KeptText.read(file);
            String user = read.getProperty("user", "");
            return Optional.of(new SavedServer(
                    read.getProperty("name", ""),
                    read.getProperty("host", ""),
                    Integer.parseInt(read.getProperty("port", "")),
                    new Authority(
                            read.getProperty("authority", ""),
                            read.getProperty("authority.subject", ""),
                            read.getProperty("authority.sha256", ""),
                            Long.parseLong(read.getProperty("authority.until", ""))),
                    user.isEmpty()
                            ? new Proof.Certificate(read.getProperty("certificate", ""))
                            : new Proof.Password(user)));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.log(System.Logger.Level.WARNING, file + " is no server that can be read", unreadable);
            return Optional.empty();
        }
    }
}
