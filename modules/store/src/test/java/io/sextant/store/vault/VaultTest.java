package io.sextant.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.vault.KeyEntry;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VaultTrouble;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final Secret PASSPHRASE = Secret.of("correct horse battery");
    private static final VenueAccount MAIN = new VenueAccount("binance", "main");
    private static final String API_SECRET = "canary-secret-0123456789";

    @TempDir
    Path folder;

    private final SeededRandom random = new SeededRandom(5);

    private Path path() {
        return folder.resolve("keys.vault");
    }

    private Vault create() {
        return Vault.create(path(), PASSPHRASE, random, () -> 42, 3);
    }

    private Vault open(Secret passphrase) {
        return Vault.open(path(), passphrase, random, () -> 43);
    }

    private static VenueKey key(VenueAccount account, WithdrawalRight right) {
        return new VenueKey(
                account,
                VenueNet.TESTNET,
                Secret.of("api-key-of-twenty-characters"),
                Secret.of(API_SECRET),
                Secret.of("third é 漢"),
                right);
    }

    @Test
    void givesBackWhatWasPutInAndNothingElseIsShown() {
        try (Vault vault = create()) {
            vault.add(key(MAIN, WithdrawalRight.NONE));
            vault.add(key(new VenueAccount("kraken", "second"), WithdrawalRight.NOT_TOLD));
        }
        try (Vault vault = open(PASSPHRASE)) {
            assertThat(vault.list())
                    .first()
                    .isEqualTo(new KeyEntry(MAIN, VenueNet.TESTNET, WithdrawalRight.NONE, "ters", true, 42));
            try (VenueKey found = vault.find(MAIN).orElseThrow()) {
                assertThat(found.apiSecret().reveal()).isEqualTo(API_SECRET);
                assertThat(found.passphrase().reveal()).isEqualTo("third é 漢");
            }
            assertThat(vault.find(new VenueAccount("bybit", "x"))).isEmpty();
            vault.remove(MAIN);
            assertThat(vault.list()).hasSize(1);
            expect(VaultTrouble.NO_SUCH_KEY, () -> vault.remove(MAIN));
        }
    }

    @Test
    void refusesAKeyThatCanWithdrawAndASecondOneForAnAccount() {
        try (Vault vault = create()) {
            expect(VaultTrouble.KEY_CAN_WITHDRAW, () -> vault.add(key(MAIN, WithdrawalRight.GRANTED)));
            assertThat(vault.list()).isEmpty();
            vault.add(key(MAIN, WithdrawalRight.NONE));
            expect(VaultTrouble.KEY_EXISTS, () -> vault.add(key(MAIN, WithdrawalRight.NONE)));
        }
    }

    @Test
    void tellsAWrongPassphraseDamageAndTamperingApart() throws Exception {
        try (Vault vault = create()) {
            vault.add(key(MAIN, WithdrawalRight.NONE));
        }
        byte[] whole = Files.readAllBytes(path());
        expect(VaultTrouble.WRONG_PASSPHRASE, () -> open(Secret.of("correct horse batterie")));
        for (int at = 0; at < whole.length; at++) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 1;
            Files.write(path(), bytes);
            expect(VaultTrouble.DAMAGED, () -> open(PASSPHRASE));
        }
        Files.write(path(), Arrays.copyOf(whole, whole.length / 2));
        expect(VaultTrouble.DAMAGED, () -> open(PASSPHRASE));
        // Everything after the wrapped key, with the checksum made to fit.
        for (int at = 156; at < whole.length - 32; at++) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 1;
            Files.write(path(), withChecksum(bytes));
            expect(VaultTrouble.TAMPERED, () -> open(PASSPHRASE));
        }
        Files.write(path(), whole);
        open(PASSPHRASE).close();
    }

    private static byte[] withChecksum(byte[] bytes) throws Exception {
        byte[] checksum = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes, bytes.length - 32));
        System.arraycopy(checksum, 0, bytes, bytes.length - 32, 32);
        return bytes;
    }

    @Test
    void anOldPassphraseOrKeyOpensNothingAfterAChange() {
        Secret wanted = Secret.of("another passphrase");
        Vault before = create();
        before.add(key(MAIN, WithdrawalRight.NONE));
        Vault other = open(PASSPHRASE);
        Secret oldKey = other.keyText();
        expect(VaultTrouble.WRONG_PASSPHRASE, () -> before.changePassphrase(wanted, wanted));
        try (Vault after = before.changePassphrase(PASSPHRASE, wanted)) {
            assertThat(after.list()).hasSize(1);
        }
        expect(VaultTrouble.LOCKED, before::list);
        expect(VaultTrouble.CHANGED_MEANWHILE, other::list);
        expect(VaultTrouble.WRONG_PASSPHRASE, () -> open(PASSPHRASE));
        expect(VaultTrouble.KEYRING_FOREIGN, () -> Vault.openByKey(path(), oldKey, random, () -> 1));
        try (Vault opened = open(wanted);
                Secret text = opened.keyText();
                Vault again = Vault.openByKey(path(), text, random, () -> 1)) {
            assertThat(again.list()).hasSize(1);
        }
    }

    @Test
    void leavesNothingReadableInTheFolderAndOnlyItsOwnerMayRead() throws IOException {
        try (Vault vault = create()) {
            vault.add(key(MAIN, WithdrawalRight.NONE));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        byte[] secret = API_SECRET.getBytes(StandardCharsets.UTF_8);
        String latin = new String(Files.readAllBytes(path()), StandardCharsets.ISO_8859_1);
        assertThat(latin)
                .doesNotContain(API_SECRET)
                .doesNotContain(HexFormat.of().formatHex(secret))
                .doesNotContain(Base64.getEncoder().encodeToString(secret))
                .doesNotContain(
                        new String(API_SECRET.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("keys.vault", "keys.vault.lock");
        }
    }

    @Test
    void refusesAShortPassphraseASecondVaultAndAMissingOne() {
        expect(VaultTrouble.NO_VAULT, () -> open(PASSPHRASE));
        expect(VaultTrouble.PASSPHRASE_TOO_SHORT, () -> Vault.create(path(), Secret.of("short"), random, () -> 1, 1));
        create().close();
        expect(VaultTrouble.VAULT_EXISTS, this::create);
        assertThat(Vault.ROUNDS).isGreaterThanOrEqualTo(600_000);
    }

    private static void expect(VaultTrouble trouble, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        VaultException.class, e -> assertThat(e.trouble()).isEqualTo(trouble));
    }
}
