package io.sextant.app.cli;

import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.vault.Secret;

/** Unlocks a vault as the person asks for it. */
final class VaultOpening {

    private VaultOpening() {}

    static LocalKeyDesk unlocked(LocalKeyDesk desk, boolean byKeyring) {
        if (byKeyring) {
            desk.unlockByKeyring();
        } else {
            try (Secret passphrase = SecretInput.ask("Passphrase of the vault")) {
                desk.unlock(passphrase);
            }
        }
        return desk;
    }
}
