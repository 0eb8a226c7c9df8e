package io.sextant.ui.link;

import io.sextant.domain.vault.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The servers that a reader keeps. Calls may wait for a disk, the vault or a network: never on the window's thread. What has to do with the vault
 * is a {@link io.sextant.domain.vault.VaultException}.
 */
public interface ServerBook {

    List<SavedServer> list();

    /**
     * Keeps it, in the place of one of the same name; the secret goes into the vault.
     *
     * @param secret the password, of the user or of the certificate's file; empty leaves what the vault has
     */
    void save(SavedServer server, Optional<Secret> secret) throws LinkTroubleException;

    /** Forgets it and its secret. */
    void remove(String name) throws LinkTroubleException;

    /** Opens a line and closes it again: as whom the server knows the reader. */
    LinkStatus test(SavedServer server, Optional<Secret> secret) throws LinkTroubleException;

    /** Reads an authority's certificate. */
    SavedServer.Authority readAuthority(Path file) throws LinkTroubleException;
}
