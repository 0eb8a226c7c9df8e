package io.sextant.domain.vault;

import java.util.List;

/**
 * The vault as a person works with it. Every call may wait for a disk, a venue or a key derivation that is slow on purpose:
 * never on the engine's loop or the window's thread. Whatever goes wrong is a {@link VaultException}.
 *
 * <p>Keys do not go through the engine's door: commands are journaled, and whoever reads a journal would have them.
 */
public interface KeyDesk {

    /** Characters of a passphrase at least. */
    int PASSPHRASE_MIN = 10;

    enum State {
        /** There is no vault file. */
        NONE,
        LOCKED,
        OPEN
    }

    State state();

    /** Makes an empty vault, which is then open. {@code inKeyring}: the system's keyring opens it too. */
    void create(Secret passphrase, boolean inKeyring);

    void unlock(Secret passphrase);

    void unlockByKeyring();

    /** Whether there is a keyring that could be asked. */
    boolean hasKeyring();

    void lock();

    List<KeyEntry> list();

    /**
     * Asks the venue what the key may do, and keeps it unless it can withdraw or is not accepted.
     *
     * @return what the venue said; {@link KeyVerdict.NotAsked} when the key was kept unasked
     */
    KeyVerdict add(VenueKey key);

    void remove(VenueAccount account);

    /** The old passphrase is asked for again, whatever opened the vault. */
    void changePassphrase(Secret old, Secret wanted);
}
