package io.sextant.store.vault;

import io.sextant.domain.time.Clock;
import io.sextant.domain.vault.KeyDesk;
import io.sextant.domain.vault.KeyEntry;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VaultTrouble;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueKeys;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.store.disk.Folders;
import io.sextant.store.vault.VaultFile.VaultHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A vault that was unlocked: it holds the vault's key in memory and nothing else; the entries are decrypted for each call and
 * wiped after it. Every change replaces the file whole. Closing wipes the key.
 */
public final class Vault implements VenueKeys, AutoCloseable {

    /** Of the derivation; OWASP's figure for HMAC-SHA-256, with the slower HMAC-SHA-512. */
    static final int ROUNDS = 600_000;

    private final Path path;
    private final RandomGenerator random;
    private final Clock clock;
    private final byte[] key;
    private volatile boolean closed;

    private Vault(Path path, RandomGenerator random, Clock clock, byte[] key) {
        this.path = path;
        this.random = random;
        this.clock = clock;
        this.key = key;
    }

    public static boolean exists(Path path) {
        return Files.exists(path);
    }

    /** {@code random} must be one that nobody can guess. */
    public static Vault create(Path path, Secret passphrase, RandomGenerator random, Clock clock) {
        return create(path, passphrase, random, clock, ROUNDS);
    }

    static Vault create(Path path, Secret passphrase, RandomGenerator random, Clock clock, int rounds) {
        requireLong(passphrase);
        if (exists(path)) {
            throw new VaultException(VaultTrouble.VAULT_EXISTS, path.toString());
        }
        byte[] key = bytes(random, VaultCipher.KEY_BYTES);
        Vault vault = new Vault(path, random, clock, key);
        try (VaultEntries none = new VaultEntries()) {
            vault.write(wrap(bytes(random, 16), key, passphrase, random, rounds), none);
        }
        return vault;
    }

    public static Vault open(Path path, Secret passphrase, RandomGenerator random, Clock clock) {
        VaultFile file = read(path);
        byte[] key = unwrap(file.header(), passphrase);
        return opened(file, new Vault(path, random, clock, key));
    }

    /** With what {@link #keyText()} gave to a keyring. */
    public static Vault openByKey(Path path, Secret keyText, RandomGenerator random, Clock clock) {
        VaultFile file = read(path);
        char[] characters = keyText.toCharArray();
        byte[] text = new byte[characters.length];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) characters[i];
        }
        Arrays.fill(characters, '\0');
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length != VaultCipher.KEY_BYTES
                    || !Arrays.equals(VaultCipher.checkOf(key), file.header().keyCheck())) {
                throw new VaultException(VaultTrouble.KEYRING_FOREIGN);
            }
            return opened(file, new Vault(path, random, clock, key));
        } catch (IllegalArgumentException noBase64) {
            throw new VaultException(VaultTrouble.KEYRING_FOREIGN);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /** Whoever has the right key and cannot read the entries finds out now. */
    private static Vault opened(VaultFile file, Vault vault) {
        try {
            vault.entries(file).close();
            return vault;
        } catch (RuntimeException e) {
            vault.close();
            throw e;
        }
    }

    /** By which a keyring knows the vault of this file. */
    public static String keyringName(Path path) {
        return "sextant-vault-" + HexFormat.of().formatHex(read(path).header().id());
    }

    /** The vault's key as text, for a keyring. The caller closes it. */
    public Secret keyText() {
        requireOpen();
        byte[] text = Base64.getEncoder().encode(key);
        char[] characters = new char[text.length];
        for (int i = 0; i < text.length; i++) {
            characters[i] = (char) text[i];
        }
        try {
            return Secret.of(characters);
        } finally {
            Arrays.fill(text, (byte) 0);
            Arrays.fill(characters, '\0');
        }
    }

    @Override
    public List<KeyEntry> list() {
        return reading(VaultEntries::shown);
    }

    @Override
    public Optional<VenueKey> find(VenueAccount account) {
        return reading(entries -> entries.contains(account) ? Optional.of(entries.get(account)) : Optional.empty());
    }

    /** Refuses a key of which the venue told that it can withdraw, and a second one for an account. */
    public void add(VenueKey added) {
        if (added.withdrawal() == WithdrawalRight.GRANTED) {
            throw new VaultException(
                    VaultTrouble.KEY_CAN_WITHDRAW, added.account().toString());
        }
        long nowNanos = clock.nanos();
        changing(entries -> {
            if (entries.contains(added.account())) {
                throw new VaultException(
                        VaultTrouble.KEY_EXISTS, added.account().toString());
            }
            VenueKey own = new VenueKey(
                    added.account(),
                    added.net(),
                    added.apiKey().copy(),
                    added.apiSecret().copy(),
                    added.passphrase().copy(),
                    added.withdrawal());
            entries.put(own, nowNanos);
        });
    }

    public void remove(VenueAccount account) {
        changing(entries -> {
            if (!entries.remove(account)) {
                throw new VaultException(VaultTrouble.NO_SUCH_KEY, account.toString());
            }
        });
    }

    /**
     * Makes a new key too, so that neither the old passphrase nor an old copy of the key opens what is written from now on. This
     * vault is closed then; the new one is returned.
     */
    public Vault changePassphrase(Secret old, Secret wanted) {
        requireOpen();
        requireLong(wanted);
        return locked(() -> {
            VaultFile file = read(path);
            byte[] oldKey = unwrap(file.header(), old);
            try (VaultEntries entries = parsed(file, oldKey)) {
                Vault next = new Vault(path, random, clock, bytes(random, VaultCipher.KEY_BYTES));
                VaultHeader header = file.header();
                next.write(wrap(header.id(), next.key, wanted, random, header.rounds()), entries);
                close();
                return next;
            } finally {
                Arrays.fill(oldKey, (byte) 0);
            }
        });
    }

    private <T> T reading(Function<VaultEntries, T> reader) {
        requireOpen();
        try (VaultEntries entries = entries(read(path))) {
            return reader.apply(entries);
        }
    }

    private void changing(Consumer<VaultEntries> change) {
        requireOpen();
        locked(() -> {
            VaultFile file = read(path);
            try (VaultEntries entries = entries(file)) {
                change.accept(entries);
                write(file.header(), entries);
            }
            return path;
        });
    }

    private VaultEntries entries(VaultFile file) {
        if (!Arrays.equals(VaultCipher.checkOf(key), file.header().keyCheck())) {
            throw new VaultException(VaultTrouble.CHANGED_MEANWHILE);
        }
        return parsed(file, key);
    }

    private static VaultEntries parsed(VaultFile file, byte[] key) {
        byte[] plain = VaultCipher.open(
                        key, file.header().nonce(), file.header().toBytes(), file.body())
                .orElseThrow(() -> new VaultException(VaultTrouble.TAMPERED));
        try {
            return VaultEntries.parse(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static VaultHeader wrap(byte[] id, byte[] key, Secret passphrase, RandomGenerator random, int rounds) {
        VaultHeader header = new VaultHeader(
                rounds,
                id,
                bytes(random, 32),
                bytes(random, VaultCipher.NONCE_BYTES),
                new byte[VaultCipher.KEY_BYTES + VaultCipher.TAG_BYTES],
                VaultCipher.checkOf(key),
                bytes(random, VaultCipher.NONCE_BYTES));
        byte[] derived = VaultCipher.derive(passphrase, header.salt(), rounds);
        try {
            return header.withWrappedKey(VaultCipher.seal(derived, header.wrapNonce(), header.beforeWrappedKey(), key));
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    private static byte[] unwrap(VaultHeader header, Secret passphrase) {
        byte[] derived = VaultCipher.derive(passphrase, header.salt(), header.rounds());
        try {
            return VaultCipher.open(derived, header.wrapNonce(), header.beforeWrappedKey(), header.wrappedKey())
                    .orElseThrow(() -> new VaultException(VaultTrouble.WRONG_PASSPHRASE));
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    private static VaultFile read(Path path) {
        try {
            return VaultFile.parse(Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new VaultException(VaultTrouble.NO_VAULT);
        } catch (IOException e) {
            throw new VaultException(VaultTrouble.UNUSABLE, String.valueOf(e.getMessage()));
        }
    }

    /** A nonce serves once: each writing takes a new one. */
    private void write(VaultHeader header, VaultEntries entries) {
        VaultHeader next = header.withNonce(bytes(random, VaultCipher.NONCE_BYTES));
        byte[] plain = entries.toBytes();
        byte[] body = VaultCipher.seal(key, next.nonce(), next.toBytes(), plain);
        Arrays.fill(plain, (byte) 0);
        try {
            replace(new VaultFile(next, body).toBytes());
        } catch (IOException e) {
            throw new VaultException(VaultTrouble.UNUSABLE, String.valueOf(e.getMessage()));
        }
    }

    private void replace(byte[] content) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // Made for its owner alone from the first moment, where the system has modes.
        Path next = Files.createTempFile(folder, path.getFileName().toString(), ".new");
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Folders.forceNameOf(path);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private interface Work<T> {
        T run();
    }

    /** Two processes that change a vault at once take turns, so that neither forgets what the other added. */
    private <T> T locked(Work<T> work) {
        Path lockPath = path.resolveSibling(path.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockPath, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new VaultException(VaultTrouble.UNUSABLE, lockPath.toString());
            }
            return work.run();
        } catch (OverlappingFileLockException e) {
            throw new VaultException(VaultTrouble.UNUSABLE, "it is being changed already");
        } catch (IOException e) {
            throw new VaultException(VaultTrouble.UNUSABLE, String.valueOf(e.getMessage()));
        }
    }

    private static void requireLong(Secret passphrase) {
        if (passphrase.length() < KeyDesk.PASSPHRASE_MIN) {
            throw new VaultException(VaultTrouble.PASSPHRASE_TOO_SHORT);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new VaultException(VaultTrouble.LOCKED);
        }
    }

    private static byte[] bytes(RandomGenerator random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(key, (byte) 0);
    }
}
