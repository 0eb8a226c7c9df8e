package io.sextant.store.vault;

import io.sextant.domain.vault.KeyEntry;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VaultTrouble;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The keys of a vault while it is worked with, and as the bytes that are encrypted. Closing it wipes them. */
final class VaultEntries implements AutoCloseable {

    /** What an owner recognises a key by; not of a short one, of which it would be too much. */
    private static final int KEY_END = 4;

    private static final int KEY_END_OF_AT_LEAST = 16;
    private static final int FORMAT = 1;

    private record Kept(VenueKey key, long addedNanos) {}

    private final NavigableMap<VenueAccount, Kept> byAccount = new TreeMap<>();

    void put(VenueKey key, long addedNanos) {
        byAccount.put(key.account(), new Kept(key, addedNanos));
    }

    boolean contains(VenueAccount account) {
        return byAccount.containsKey(account);
    }

    boolean remove(VenueAccount account) {
        Kept gone = byAccount.remove(account);
        if (gone != null) {
            gone.key.close();
        }
        return gone != null;
    }

    /** Its own copy. */
    VenueKey get(VenueAccount account) {
        Kept kept = byAccount.get(account);
        if (kept == null) {
            throw new VaultException(VaultTrouble.NO_SUCH_KEY, account.toString());
        }
        VenueKey key = kept.key;
        return new VenueKey(
                key.account(),
                key.net(),
                key.apiKey().copy(),
                key.apiSecret().copy(),
                key.passphrase().copy(),
                key.withdrawal());
    }

    List<KeyEntry> shown() {
        return byAccount.values().stream().map(VaultEntries::shown).toList();
    }

    private static KeyEntry shown(Kept kept) {
        VenueKey key = kept.key;
        return new KeyEntry(
                key.account(),
                key.net(),
                key.withdrawal(),
                end(key.apiKey()),
                !key.passphrase().isEmpty(),
                kept.addedNanos);
    }

    private static String end(Secret key) {
        if (key.length() < KEY_END_OF_AT_LEAST) {
            return "";
        }
        char[] characters = key.toCharArray();
        try {
            return new String(characters, characters.length - KEY_END, KEY_END);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** The caller wipes the array. */
    byte[] toBytes() {
        int size = 2 * Integer.BYTES;
        for (Kept kept : byAccount.values()) {
            size += 2 * Integer.BYTES + Long.BYTES;
            for (Secret text : texts(kept.key)) {
                size += Integer.BYTES + Character.BYTES * text.length();
            }
        }
        ByteBuffer out = ByteBuffer.allocate(size).putInt(FORMAT).putInt(byAccount.size());
        for (Kept kept : byAccount.values()) {
            out.putInt(number(kept.key.net()))
                    .putInt(number(kept.key.withdrawal()))
                    .putLong(kept.addedNanos);
            for (Secret text : texts(kept.key)) {
                put(out, text);
            }
        }
        return out.array();
    }

    private static Secret[] texts(VenueKey key) {
        return new Secret[] {
            Secret.of(key.account().venue()),
            Secret.of(key.account().name()),
            key.apiKey(),
            key.apiSecret(),
            key.passphrase()
        };
    }

    private static void put(ByteBuffer out, Secret text) {
        char[] characters = text.toCharArray();
        out.putInt(characters.length);
        for (char character : characters) {
            out.putChar(character);
        }
        Arrays.fill(characters, '\0');
    }

    static VaultEntries parse(byte[] plain) {
        VaultEntries entries = new VaultEntries();
        try {
            ByteBuffer in = ByteBuffer.wrap(plain);
            int format = in.getInt();
            if (format != FORMAT) {
                throw new VaultException(VaultTrouble.NEWER_VERSION, "entries of format " + format);
            }
            for (int left = in.getInt(); left > 0; left--) {
                entries.read(in);
            }
            return entries;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            entries.close();
            throw new VaultException(VaultTrouble.DAMAGED, "its entries cannot be read");
        }
    }

    private void read(ByteBuffer in) {
        VenueNet net = net(in.getInt());
        WithdrawalRight withdrawal = withdrawal(in.getInt());
        long addedNanos = in.getLong();
        VenueAccount account = new VenueAccount(text(in).reveal(), text(in).reveal());
        put(new VenueKey(account, net, text(in), text(in), text(in), withdrawal), addedNanos);
    }

    private static Secret text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining() / Character.BYTES) {
            throw new IllegalArgumentException("a text of " + length + " characters");
        }
        char[] characters = new char[length];
        for (int i = 0; i < length; i++) {
            characters[i] = in.getChar();
        }
        try {
            return Secret.of(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private static int number(VenueNet net) {
        return switch (net) {
            case TESTNET -> 1;
            case LIVE -> 2;
        };
    }

    private static VenueNet net(int number) {
        return Arrays.stream(VenueNet.values())
                .filter(net -> number(net) == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("net " + number));
    }

    private static int number(WithdrawalRight right) {
        return switch (right) {
            case NONE -> 1;
            case GRANTED -> 2;
            case NOT_TOLD -> 3;
        };
    }

    private static WithdrawalRight withdrawal(int number) {
        return Arrays.stream(WithdrawalRight.values())
                .filter(right -> number(right) == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("withdrawal " + number));
    }

    @Override
    public void close() {
        byAccount.values().forEach(kept -> kept.key.close());
        byAccount.clear();
    }
}
