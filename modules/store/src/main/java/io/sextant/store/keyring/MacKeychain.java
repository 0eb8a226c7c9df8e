package io.sextant.store.keyring;

import io.sextant.domain.vault.Keyring;
import io.sextant.domain.vault.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The keychain of macOS, through {@code security}. What is stored is typed into its own prompt, since arguments can be listed. */
final class MacKeychain implements Keyring {

    private static final String SERVICE = "Sextant";

    private final String program;

    /** {@code program} is where security stands. */
    MacKeychain(String program) {
        this.program = program;
    }

    @Override
    public String name() {
        return "Keychain";
    }

    @Override
    public void put(String name, Secret text) {
        char[] line = line("add-generic-password -U -s " + SERVICE + " -a " + name + " -w ", text);
        try (Secret typed = Secret.of(line)) {
            if (!KeyringProgram.run(List.of(program, "-i"), typed).isWell()) {
                throw KeyringProgram.refused("security add-generic-password failed");
            }
        } finally {
            Arrays.fill(line, '\0');
        }
    }

    private static char[] line(String command, Secret text) {
        char[] secret = text.toCharArray();
        char[] line = Arrays.copyOf(command.toCharArray(), command.length() + secret.length + 1);
        System.arraycopy(secret, 0, line, command.length(), secret.length);
        line[line.length - 1] = '\n';
        Arrays.fill(secret, '\0');
        return line;
    }

    @Override
    public Optional<Secret> find(String name) {
        KeyringProgram.Said said = KeyringProgram.run(
                List.of(program, "find-generic-password", "-s", SERVICE, "-a", name, "-w"), Secret.empty());
        return said.isWell() && !said.text().isEmpty() ? Optional.of(said.text()) : Optional.empty();
    }

    @Override
    public void remove(String name) {
        KeyringProgram.run(List.of(program, "delete-generic-password", "-s", SERVICE, "-a", name), Secret.empty());
    }
}
