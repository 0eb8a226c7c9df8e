package io.sextant.app.vault;

import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.KeyDesk;
import io.sextant.domain.vault.KeyEntry;
import io.sextant.domain.vault.KeyInspector;
import io.sextant.domain.vault.KeyVerdict;
import io.sextant.domain.vault.Keyring;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VaultTrouble;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueKeys;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.store.keyring.SystemKeyring;
import io.sextant.store.vault.Vault;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vault in the data folder, one for all desks. */
public final class LocalKeyDesk implements KeyDesk, VenueKeys, AutoCloseable {

    private static final String FILE = "keys.vault";

    private final Path path;
    private final Optional<Keyring> keyring;
    private final KeyInspector inspector;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Vault vault;

    public LocalKeyDesk(Path path, Optional<Keyring> keyring, KeyInspector inspector, Clock clock) {
        this.path = path;
        this.keyring = keyring;
        this.inspector = inspector;
        this.clock = clock;
    }

    public static LocalKeyDesk in(Path dataFolder, KeyInspector inspector, Clock clock) {
        String searchPath = Optional.ofNullable(System.getenv("PATH")).orElse("");
        Optional<Keyring> keyring = SystemKeyring.find(System.getProperty("os.name", ""), searchPath);
        return new LocalKeyDesk(dataFolder.resolve(FILE), keyring, inspector, clock);
    }

    @Override
    public synchronized State state() {
        if (vault != null) {
            return State.OPEN;
        }
        return Vault.exists(path) ? State.LOCKED : State.NONE;
    }

    @Override
    public synchronized void create(Secret passphrase, boolean inKeyring) {
        Vault made = Vault.create(path, passphrase, random, clock);
        take(made);
        if (inKeyring) {
            putInKeyring(made);
        }
    }

    private void putInKeyring(Vault opened) {
        try (Secret key = opened.keyText()) {
            requireKeyring().put(Vault.keyringName(path), key);
        }
    }

    private Keyring requireKeyring() {
        return keyring.orElseThrow(() -> new VaultException(
                VaultTrouble.KEYRING_REFUSED, SystemKeyring.whyNone(System.getProperty("os.name", ""))));
    }

    private void take(Vault opened) {
        lock();
        vault = opened;
    }

    @Override
    public synchronized void unlock(Secret passphrase) {
        take(Vault.open(path, passphrase, random, clock));
    }

    @Override
    public synchronized void unlockByKeyring() {
        Keyring asked = requireKeyring();
        try (Secret key =
                asked.find(Vault.keyringName(path)).orElseThrow(() -> new VaultException(VaultTrouble.KEYRING_EMPTY))) {
            take(Vault.openByKey(path, key, random, clock));
        }
    }

    @Override
    public boolean hasKeyring() {
        return keyring.isPresent();
    }

    @Override
    public synchronized void lock() {
        Vault open = vault;
        vault = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public synchronized List<KeyEntry> list() {
        return requireOpen().list();
    }

    @Override
    public synchronized Optional<VenueKey> find(VenueAccount account) {
        return requireOpen().find(account);
    }

    @Override
    public synchronized KeyVerdict add(VenueKey key) {
        Vault open = requireOpen();
        KeyVerdict verdict = inspector.inspect(key);
        switch (verdict) {
            case KeyVerdict.Valid(boolean mayTrade, WithdrawalRight right) -> open.add(key.with(right));
            case KeyVerdict.NotAccepted(String reason) ->
                throw new VaultException(VaultTrouble.KEY_NOT_ACCEPTED, reason);
            case KeyVerdict.NotAsked(String reason) -> open.add(key.with(WithdrawalRight.NOT_TOLD));
        }
        return verdict;
    }

    @Override
    public synchronized void remove(VenueAccount account) {
        requireOpen().remove(account);
    }

    @Override
    public synchronized void changePassphrase(Secret old, Secret wanted) {
        Vault open = requireOpen();
        String name = Vault.keyringName(path);
        boolean inKeyring = keyring.flatMap(ring -> ring.find(name)).isPresent();
        Vault next = open.changePassphrase(old, wanted);
        vault = next;
        if (inKeyring) {
            putInKeyring(next);
        }
    }

    private Vault requireOpen() {
        Vault open = vault;
        if (open == null) {
            throw new VaultException(Vault.exists(path) ? VaultTrouble.LOCKED : VaultTrouble.NO_VAULT);
        }
        return open;
    }

    @Override
    public void close() {
        lock();
    }
}
