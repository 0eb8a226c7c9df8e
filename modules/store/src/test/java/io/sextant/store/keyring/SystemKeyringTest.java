package io.sextant.store.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.vault.Keyring;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VaultTrouble;
import io.sextant.store.vault.QuickVault;
import io.sextant.store.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keyrings of Linux and macOS, with stand-ins for their programs that keep what they are given in files. */
@DisabledOnOs(OS.WINDOWS)
class SystemKeyringTest {

    private static final String TEXT = "c2VjcmV0LW9mLWEtdmF1bHQ=+/AbC";

    /** Notes its arguments, so that a secret among them would be seen. */
    private static final String SECRET_TOOL = """
            #!/bin/sh
            here=$(dirname "$0")
            echo "$@" >> "$here/arguments"
            case "$1" in
              store) cat > "$here/kept-$4" ;;
              lookup) cat "$here/kept-$3" 2>/dev/null ;;
              clear) rm -f "$here/kept-$3" ;;
              *) exit 2 ;;
            esac
            """;

    private static final String SECURITY = """
            #!/bin/sh
            here=$(dirname "$0")
            echo "$@" >> "$here/arguments"
            case "$1" in
              -i) read -r command update s service a name w text; printf '%s\\n' "$text" > "$here/kept-$name" ;;
              find-generic-password) cat "$here/kept-$5" 2>/dev/null ;;
              delete-generic-password) rm -f "$here/kept-$5" ;;
              *) exit 2 ;;
            esac
            """;

    @TempDir
    Path folder;

    private void install(String name, String script) throws IOException {
        Path tool = Files.writeString(folder.resolve(name), script);
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    }

    private Keyring installed(String system) throws IOException {
        install("secret-tool", SECRET_TOOL);
        install("security", SECURITY);
        return SystemKeyring.find(system, "/nowhere:" + folder).orElseThrow();
    }

    @Test
    void isThereWhereItsProgramIsInstalled() throws IOException {
        assertThat(SystemKeyring.find("Linux", folder.toString())).isEmpty();
        install("secret-tool", SECRET_TOOL);

        assertThat(SystemKeyring.find("Linux", folder.toString())).isPresent();
        assertThat(SystemKeyring.find("Mac OS X", folder.toString())).isEmpty();
        assertThat(SystemKeyring.find("Windows 11", folder.toString())).isEmpty();
        assertThat(SystemKeyring.whyNone("Windows 11")).contains("not supported");
    }

    @ParameterizedTest
    @CsvSource({"Linux", "Mac OS X"})
    void keepsFindsAndForgetsAndShowsNothingAmongArguments(String system) throws IOException {
        Keyring keyring = installed(system);
        assertThat(keyring.find("one")).isEmpty();
        keyring.put("one", Secret.of("first"));
        keyring.put("one", Secret.of(TEXT));
        keyring.put("two", Secret.of("another"));

        assertThat(keyring.find("one")).contains(Secret.of(TEXT));
        keyring.remove("one");
        assertThat(keyring.find("one")).isEmpty();
        assertThat(keyring.find("two")).contains(Secret.of("another"));
        assertThat(Files.readString(folder.resolve("arguments")))
                .contains("one", "two")
                .doesNotContain(TEXT)
                .doesNotContain("another");
    }

    @ParameterizedTest
    @CsvSource({"Linux", "Mac OS X"})
    void opensAVaultWithoutItsPassphrase(String system) throws IOException {
        Keyring keyring = installed(system);
        Path file = folder.resolve("keys.vault");
        SeededRandom random = new SeededRandom(1);
        try (Vault vault = QuickVault.create(file, Secret.of("correct horse battery"));
                Secret key = vault.keyText()) {
            keyring.put(Vault.keyringName(file), key);
        }
        try (Secret key = keyring.find(Vault.keyringName(file)).orElseThrow();
                Vault vault = Vault.openByKey(file, key, random, () -> 1)) {
            assertThat(vault.list()).isEmpty();
        }
    }

    @Test
    void aProgramThatRefusesIsToldAndNothingOfTheSecret() throws IOException {
        install("secret-tool", "#!/bin/sh\nexit 1\n");
        Keyring keyring = SystemKeyring.find("Linux", folder.toString()).orElseThrow();

        assertThatThrownBy(() -> keyring.put("one", Secret.of(TEXT)))
                .isInstanceOfSatisfying(VaultException.class, refused -> {
                    assertThat(refused.trouble()).isEqualTo(VaultTrouble.KEYRING_REFUSED);
                    assertThat(refused.getMessage()).doesNotContain(TEXT);
                });
        assertThat(keyring.find("one")).isEmpty();
    }
}
