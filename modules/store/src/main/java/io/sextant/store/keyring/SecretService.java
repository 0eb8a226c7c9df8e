package io.sextant.store.keyring;

import io.sextant.domain.vault.Keyring;
import io.sextant.domain.vault.Secret;
import java.util.List;
import java.util.Optional;

/** The Secret Service of Linux desktops (GNOME Keyring, KWallet), through {@code secret-tool} of libsecret. */
final class SecretService implements Keyring {

    private static final String ATTRIBUTE = "sextant";

    private final String program;

    /** {@code program} is where secret-tool stands. */
    SecretService(String program) {
        this.program = program;
    }

    @Override
    public String name() {
        return "Secret Service";
    }

    @Override
    public void put(String name, Secret text) {
        if (!KeyringProgram.run(List.of(program, "store", "--label=Sextant vault", ATTRIBUTE, name), text)
                .isWell()) {
            throw KeyringProgram.refused("secret-tool store failed");
        }
    }

    @Override
    public Optional<Secret> find(String name) {
        KeyringProgram.Said said = KeyringProgram.run(List.of(program, "lookup", ATTRIBUTE, name), Secret.empty());
        return said.isWell() && !said.text().isEmpty() ? Optional.of(said.text()) : Optional.empty();
    }

    @Override
    public void remove(String name) {
        if (!KeyringProgram.run(List.of(program, "clear", ATTRIBUTE, name), Secret.empty())
                .isWell()) {
            throw KeyringProgram.refused("secret-tool clear failed");
        }
    }
}
