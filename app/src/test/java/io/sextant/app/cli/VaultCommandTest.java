package io.sextant.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("keys")
class VaultCommandTest {

    private static final String PASSPHRASE = "correct horse battery";
    private static final String KEY = "canary-key-0123456789-wxyz";
    private static final String NOWHERE = "--requests-at";
    private static final String NOBODY = "http://127.0.0.1:1";
    private static final String SECRET = "canary-secret-0123456789-abcd";

    @TempDir
    Path data;

    private final StringBuilder said = new StringBuilder();

    private record Result(int code, String out, String err) {}

    @Test
    void keepsAKeyThroughItsWholeLifeAndNeverSaysIt() throws IOException {
        assertThat(sextant("", "vault", "list").err()).contains("no vault yet");
        assertThat(sextant("short\nshort\n", "vault", "init").err()).contains("at least 10 characters");
        assertThat(sextant(PASSPHRASE + "\nother\n", "vault", "init").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(sextant(PASSPHRASE + "\n" + PASSPHRASE + "\n", "vault", "init")
                        .code())
                .isZero();

        String add = PASSPHRASE + "\n" + KEY + "\n" + SECRET + "\n\n";
        Result added = sextant(add, "vault", "add", "binance/main", "--testnet", NOWHERE, NOBODY);
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.out()).contains("binance/main", "make sure there that it cannot withdraw");
        assertThat(sextant(add, "vault", "add", "binance/main", NOWHERE, NOBODY).err())
                .contains("already");
        assertThat(sextant(add, "vault", "add", "nowhere/main").code()).isEqualTo(ExitCode.USAGE);
        assertThat(sextant(PASSPHRASE + "\n", "vault", "list").out())
                .contains("binance/main", "testnet", "wxyz", "not told");
        Result wrong = sextant("not the passphrase\n", "vault", "list");
        assertThat(wrong.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(wrong.err()).contains("not the vault's passphrase");

        String next = "another passphrase";
        assertThat(sextant(PASSPHRASE + "\n" + next + "\n" + next + "\n", "vault", "change-passphrase")
                        .code())
                .isZero();
        assertThat(sextant(PASSPHRASE + "\n", "vault", "list").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(sextant(next + "\n", "vault", "list", "--json").out()).contains("\"venue\" : \"binance\"");

        assertNothingTells();
        byte[] bytes = Files.readAllBytes(data.resolve("keys.vault"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(data.resolve("keys.vault"), bytes);
        Result damaged = sextant(next + "\n", "vault", "list");
        assertThat(damaged.code()).isEqualTo(ExitCode.DATA);
        assertThat(damaged.err()).contains("damaged");
        bytes[bytes.length / 2] ^= 1;
        Files.write(data.resolve("keys.vault"), bytes);

        assertThat(sextant(next + "\n", "vault", "remove", "binance/main").code())
                .isZero();
        assertThat(sextant(next + "\n", "vault", "list").out()).contains("The vault is empty");
    }

    /** In no file of the data folder and in nothing that was printed, in plain, hexadecimal or base 64. */
    private void assertNothingTells() throws IOException {
        for (String canary : new String[] {KEY, SECRET, PASSPHRASE}) {
            byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
            String[] forms = {
                canary,
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().encodeToString(bytes),
                new String(canary.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1)
            };
            assertThat(said.toString()).doesNotContain(forms);
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(forms);
                }
            }
        }
    }

    private Result sextant(String input, String... arguments) {
        String[] all = Stream.concat(Stream.of("--data", data.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            int code = SextantCommand.execute(
                    all,
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));
            said.append(out.toString(StandardCharsets.UTF_8)).append(err.toString(StandardCharsets.UTF_8));
            return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(before);
        }
    }
}
