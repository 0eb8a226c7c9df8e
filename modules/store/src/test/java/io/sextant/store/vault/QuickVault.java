package io.sextant.store.vault;

import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.vault.Secret;
import java.nio.file.Path;

/** A vault whose key takes few rounds to make: for tests of what is done with one, not of how hard it is to guess. */
public final class QuickVault {

    private static final int ROUNDS = 1_000;

    private QuickVault() {}

    public static Vault create(Path path, Secret passphrase) {
        return Vault.create(path, passphrase, new SeededRandom(1), () -> 1, ROUNDS);
    }
}
