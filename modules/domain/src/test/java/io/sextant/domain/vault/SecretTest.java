package io.sextant.domain.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void showsNothingOfItself() {
        Secret secret = Secret.of("swordfish-1234");
        VenueKey key = new VenueKey(
                new VenueAccount("binance", "main"),
                VenueNet.TESTNET,
                secret,
                Secret.of("trout-5678"),
                Secret.empty(),
                WithdrawalRight.NONE);

        assertThat(secret).hasToString("(secret)");
        assertThat(key.toString())
                .contains("binance/main", "TESTNET")
                .doesNotContain("swordfish")
                .doesNotContain("trout");
    }

    @Test
    void isWipedWhenClosed() {
        Secret secret = Secret.of("swordfish");
        Secret copy = secret.copy();
        secret.close();

        assertThatIllegalStateException().isThrownBy(secret::reveal).withMessage("this secret was wiped");
        assertThatIllegalStateException().isThrownBy(secret::toCharArray);
        assertThat(copy.reveal()).isEqualTo("swordfish");
    }

    @Test
    void keepsItsOwnCharacters() {
        char[] given = "swordfish".toCharArray();
        Secret secret = Secret.of(given);
        given[0] = 'x';
        secret.toCharArray()[0] = 'y';

        assertThat(secret.reveal()).isEqualTo("swordfish");
        assertThat(secret)
                .isEqualTo(Secret.of("swordfish"))
                .isNotEqualTo(Secret.of("swordfisk"))
                .isNotEqualTo(Secret.of("sword"));
    }

    @Test
    void namesAccountsByVenueAndName() {
        assertThat(VenueAccount.parse("binance/main")).isEqualTo(new VenueAccount("binance", "main"));
        assertThat(new VenueAccount("kraken", "a.b_c-1")).hasToString("kraken/a.b_c-1");
        assertThatIllegalArgumentException().isThrownBy(() -> VenueAccount.parse("main"));
        assertThatIllegalArgumentException().isThrownBy(() -> new VenueAccount("Binance", "main"));
        assertThatIllegalArgumentException().isThrownBy(() -> new VenueAccount("binance", "../main"));
    }

    @Test
    void refusesAKeyWithoutItsSecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VenueKey(
                        new VenueAccount("binance", "main"),
                        VenueNet.LIVE,
                        Secret.of("key"),
                        Secret.empty(),
                        Secret.empty(),
                        WithdrawalRight.NOT_TOLD));
    }
}
