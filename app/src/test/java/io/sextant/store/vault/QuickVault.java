package io.sextant.store.vault;

import io.sextant.domain.time.SystemClock;
import io.sextant.domain.vault.Secret;
import java.nio.file.Path;
import java.security.SecureRandom;

/** A vault that its passphrase opens at once: for tests of desks that open it again and again. How hard it is to guess is tested elsewhere. */
public final class QuickVault {

    private static final int ROUNDS = 1_000;

    private QuickVault() {}

    public static void create(Path path, Secret passphrase) {
        Vault.create(path, passphrase, new SecureRandom(), new SystemClock(), ROUNDS)
                .close();
    }
}
