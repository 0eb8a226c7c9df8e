package io.sextant.domain.vault;

import java.util.List;
import java.util.Optional;

/** Keys to read: what a venue's connection is given of the vault. */
public interface VenueKeys {

    /** By venue and name. */
    List<KeyEntry> list();

    /** A copy of its own, which the caller closes. */
    Optional<VenueKey> find(VenueAccount account);
}
