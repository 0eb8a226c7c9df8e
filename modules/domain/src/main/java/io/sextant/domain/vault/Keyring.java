package io.sextant.domain.vault;

import java.util.Optional;

/**
 * The system's own keeper of secrets, which opens with the person's session. Calls wait for another program. Whatever goes
 * wrong is a {@link VaultException} with {@link VaultTrouble#KEYRING_REFUSED}.
 */
public interface Keyring {

    /** As the system calls it. */
    String name();

    /** Keeps text under a name, in the place of what was there. */
    void put(String name, Secret text);

    Optional<Secret> find(String name);

    void remove(String name);
}
