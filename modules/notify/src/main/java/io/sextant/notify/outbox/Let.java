package io.sextant.notify.outbox;

import io.sextant.domain.alert.AlertChannel;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VaultTrouble;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueKeys;
import java.util.Optional;

/** What lets a message in, wiped after use. */
record Let(Optional<VenueKey> key) implements AutoCloseable {

    static final String NO_WINDOW = "no window is open on this machine";

    /** @throws VaultException where the channel names a key that cannot be had */
    static Let of(AlertChannel channel, VenueKeys keys) {
        return new Let(channel.secret()
                .map(account -> keys.find(account)
                        .orElseThrow(() -> new VaultException(VaultTrouble.NO_SUCH_KEY, account.toString()))));
    }

    @Override
    public void close() {
        key.ifPresent(VenueKey::close);
    }
}
