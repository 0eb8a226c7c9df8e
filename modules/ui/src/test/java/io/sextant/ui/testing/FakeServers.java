package io.sextant.ui.testing;

import io.sextant.domain.vault.KeyDesk;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VaultTrouble;
import io.sextant.ui.link.LinkState;
import io.sextant.ui.link.LinkStatus;
import io.sextant.ui.link.LinkTrouble;
import io.sextant.ui.link.LinkTroubleException;
import io.sextant.ui.link.SavedServer;
import io.sextant.ui.link.SeatRole;
import io.sextant.ui.link.ServerBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Servers in memory. Passwords are kept while the vault is open, and the right one is {@link #PASSWORD}. */
public final class FakeServers implements ServerBook {

    public static final String PASSWORD = "correct horse";

    private final Map<String, SavedServer> kept = new TreeMap<>();
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private Optional<KeyDesk> vault = Optional.empty();

    public FakeServers() {}

    public FakeServers(KeyDesk vault) {
        this.vault = Optional.of(vault);
    }

    public Map<String, String> passwords() {
        return Map.copyOf(passwords);
    }

    @Override
    public synchronized List<SavedServer> list() {
        return List.copyOf(kept.values());
    }

    @Override
    public synchronized void save(SavedServer server, Optional<Secret> secret) {
        if (secret.isPresent()) {
            if (vault.filter(keys -> keys.state() != KeyDesk.State.OPEN).isPresent()) {
                throw new VaultException(VaultTrouble.LOCKED);
            }
            passwords.put(server.name(), secret.get().reveal());
        }
        kept.put(server.name(), server);
    }

    @Override
    public synchronized void remove(String name) {
        kept.remove(name);
        passwords.remove(name);
    }

    @Override
    public LinkStatus test(SavedServer server, Optional<Secret> secret) throws LinkTroubleException {
        String password = secret.map(Secret::reveal).orElse(passwords.getOrDefault(server.name(), ""));
        if (!password.equals(PASSWORD)) {
            throw new LinkTroubleException(new LinkTrouble(LinkTrouble.Kind.WRONG_PASSWORD, ""));
        }
        return new LinkStatus(server.name(), "ada", SeatRole.TRADE, LinkState.UP, LinkTrouble.NONE, 0);
    }

    @Override
    public SavedServer.Authority readAuthority(Path file) throws LinkTroubleException {
        if (!file.toString().endsWith(".pem")) {
            throw new LinkTroubleException(
                    new LinkTrouble(LinkTrouble.Kind.CERTIFICATE_FILE, "there is no certificate in " + file));
        }
        return new SavedServer.Authority(
                "-----BEGIN CERTIFICATE-----",
                "CN=Sextant authority of London",
                "0af1".repeat(16),
                FakeEngine.START_NANOS);
    }
}
