package io.sextant.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.app.testing.LiveStandIn;
import io.sextant.app.testing.MemoryKeyring;
import io.sextant.app.vault.LocalKeyDesk;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.Query;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.vault.KeyVerdict;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VaultTrouble;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.exchange.VenueKeyInspector;
import io.sextant.exchange.standin.fault.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk with real money takes its key from the vault, after its person agreed once and the venue said what the key may do. */
class LiveVaultTest {

    private static final String PASSPHRASE = "correct horse battery";
    private static final Optional<String> AGREED = Optional.of("main");

    /** The derivation of a vault's key is slow on purpose, so one is made for all tests, and a keyring opens its copies. */
    @TempDir
    static Path shared;

    private static final MemoryKeyring KEYRING = new MemoryKeyring();

    @TempDir
    Path folder;

    private final LiveStandIn venue = new LiveStandIn("a-key-of-binance", "its-secret", FaultPlan.none());
    private LocalKeyDesk vault;

    @BeforeAll
    static void makeAVault() {
        try (LocalKeyDesk made = new LocalKeyDesk(
                shared.resolve("keys.vault"),
                Optional.of(KEYRING),
                key -> new KeyVerdict.NotAsked("nobody is there"),
                new SystemClock())) {
            made.create(Secret.of(PASSPHRASE), true);
        }
    }

    @BeforeEach
    void copyTheVault() throws IOException {
        Files.copy(shared.resolve("keys.vault"), folder.resolve("keys.vault"));
        vault = new LocalKeyDesk(
                folder.resolve("keys.vault"),
                Optional.of(KEYRING),
                new VenueKeyInspector(new SystemClock(), Optional.of(venue.http())),
                new SystemClock());
        vault.unlockByKeyring();
    }

    @AfterEach
    void close() {
        vault.close();
        venue.close();
    }

    private static VenueKey key(VenueNet net, String secret) {
        return new VenueKey(
                LiveStandIn.MAIN,
                net,
                Secret.of("a-key-of-binance"),
                Secret.of(secret),
                Secret.empty(),
                WithdrawalRight.NOT_TOLD);
    }

    private DeskSession open(VenueNet net, Optional<String> typed) {
        return DeskSession.open(venue.options(folder, net, vault, typed), what -> {});
    }

    @Test
    void opensWithRealMoneyAfterTheNameWasTypedOnce() {
        assertThat(vault.add(key(VenueNet.LIVE, "its-secret")))
                .isEqualTo(new KeyVerdict.Valid(true, WithdrawalRight.NONE));
        assertThatThrownBy(() -> open(VenueNet.LIVE, Optional.empty()))
                .isInstanceOf(LiveNotAgreed.class)
                .hasMessageContaining("--trade-live main");
        assertThatThrownBy(() -> open(VenueNet.LIVE, Optional.of("Main"))).isInstanceOf(LiveNotAgreed.class);
        try (DeskSession session = open(VenueNet.LIVE, AGREED)) {
            DeskState desk =
                    session.client().ask(new Query.Desk()).toCompletableFuture().join();
            assertThat(desk.mode()).isEqualTo(TradingMode.LIVE);
            assertThat(desk.account().cash().stream().map(Object::toString))
                    .as("the desk begins with what the account holds")
                    .anyMatch(cash -> cash.startsWith("100000.") && cash.endsWith(" USDT"));
        }
        try (DeskSession again = open(VenueNet.LIVE, Optional.empty())) {
            assertThat(again.terms().mode()).isEqualTo(TradingMode.LIVE);
        }
    }

    @Test
    void refusesAKeyThatCanWithdrawWhenItIsAddedAndWhenTheRightCameLater() {
        venue.account().grant(true, true);
        assertThatThrownBy(() -> vault.add(key(VenueNet.LIVE, "its-secret")))
                .isInstanceOfSatisfying(
                        VaultException.class,
                        refused -> assertThat(refused.trouble()).isEqualTo(VaultTrouble.KEY_CAN_WITHDRAW));
        venue.account().grant(true, false);
        vault.add(key(VenueNet.LIVE, "its-secret"));
        venue.account().grant(true, true);
        assertThatThrownBy(() -> open(VenueNet.LIVE, AGREED))
                .isInstanceOf(SessionProblem.class)
                .hasMessageContaining("can withdraw money, so it is not used");
        venue.account().grant(false, false);
        assertThatThrownBy(() -> open(VenueNet.LIVE, AGREED)).hasMessageContaining("may not trade");
    }

    @Test
    void keepsNoKeyThatTheVenueDoesNotTake() {
        assertThatThrownBy(() -> vault.add(key(VenueNet.LIVE, "another-secret")))
                .isInstanceOfSatisfying(VaultException.class, refused -> {
                    assertThat(refused.trouble()).isEqualTo(VaultTrouble.KEY_NOT_ACCEPTED);
                    assertThat(refused.getMessage()).contains("Signature for this request is not valid");
                });
    }

    @Test
    void aLockedVaultAndAWrongNetOpenNothing() {
        vault.add(key(VenueNet.TESTNET, "its-secret"));
        assertThatThrownBy(() -> open(VenueNet.LIVE, AGREED)).hasMessageContaining("is one for the test exchange");
        vault.lock();
        assertThatThrownBy(() -> open(VenueNet.TESTNET, Optional.empty()))
                .isInstanceOfSatisfying(
                        VaultException.class,
                        locked -> assertThat(locked.trouble()).isEqualTo(VaultTrouble.LOCKED));
        vault.unlockByKeyring();
        try (DeskSession session = open(VenueNet.TESTNET, Optional.empty())) {
            assertThat(session.terms().mode()).as("play money").isEqualTo(TradingMode.PAPER);
        }
    }

    @Test
    void aTestnetMayTakeItsKeyFromTheEnvironmentAndRealMoneyNever() {
        vault.lock();
        TestnetKeys keys = new TestnetKeys(
                Map.of("SEXTANT_BINANCE_MAIN_KEY", "a-key-of-binance", "SEXTANT_BINANCE_MAIN_SECRET", "its-secret"),
                vault);
        try (DeskSession session =
                DeskSession.open(venue.options(folder, VenueNet.TESTNET, keys, Optional.empty()), what -> {})) {
            assertThat(session.terms().mode()).isEqualTo(TradingMode.PAPER);
        }
        assertThatThrownBy(() -> DeskSession.open(venue.options(folder, VenueNet.LIVE, keys, AGREED), what -> {}))
                .hasMessageContaining("is one for the test exchange");
    }
}
