package io.sextant.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SystemClock;
import io.sextant.domain.vault.KeyVerdict;
import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VenueAccount;
import io.sextant.domain.vault.VenueKey;
import io.sextant.domain.vault.VenueNet;
import io.sextant.domain.vault.WithdrawalRight;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.CoinbaseShape;
import io.sextant.exchange.standin.KrakenShape;
import io.sextant.exchange.standin.PrivateDesk;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.VenueShape;
import io.sextant.exchange.standin.account.AccountTruth;
import io.sextant.exchange.standin.account.BinanceAccountDesk;
import io.sextant.exchange.standin.account.BybitAccountDesk;
import io.sextant.exchange.standin.account.CoinbaseAccountDesk;
import io.sextant.exchange.standin.account.KrakenAccountDesk;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.testing.LoopbackVenue;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each venue is asked over real sockets what a key may do. */
class VenueKeyInspectorTest {

    private static final String API_KEY = "canary-of-a-key";
    private static final String BASE64 = "Y2FuYXJ5LW9mLWEtc2VjcmV0";

    private interface Desks {

        PrivateDesk make(StandInExchange exchange, AccountTruth account);
    }

    @Test
    void binanceTells() {
        examine(
                "binance",
                new BinanceShape(),
                BASE64,
                (exchange, account) -> new BinanceAccountDesk(exchange, account, API_KEY, BASE64));
    }

    @Test
    void krakenTells() {
        examine(
                "kraken",
                new KrakenShape(),
                BASE64,
                (exchange, account) -> new KrakenAccountDesk(exchange, account, API_KEY, BASE64));
    }

    @Test
    void bybitTells() {
        examine(
                "bybit",
                new BinanceShape(),
                BASE64,
                (exchange, account) -> new BybitAccountDesk(exchange, account, API_KEY, BASE64));
    }

    @Test
    void coinbaseTells() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\\n"
                + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\\n-----END PRIVATE KEY-----";
        examine(
                "coinbase",
                new CoinbaseShape(),
                pem,
                (exchange, account) -> new CoinbaseAccountDesk(exchange, account, API_KEY, pair.getPublic()));
    }

    private static void examine(String venue, VenueShape shape, String secret, Desks desks) {
        try (LoopbackVenue loopback = new LoopbackVenue(shape, List.of(ListedPair.BTC_USD), FaultPlan.none())) {
            AccountTruth account =
                    new AccountTruth(Map.of("USD", BigDecimal.TEN), true, 1, loopback.exchange()::venueNanos);
            loopback.exchange().serve(desks.make(loopback.exchange(), account));
            VenueKeyInspector inspector = new VenueKeyInspector(new SystemClock(), Optional.of(loopback.http()));
            VenueKey key = key(venue, VenueNet.LIVE, API_KEY, secret);

            assertThat(inspector.inspect(key)).isEqualTo(new KeyVerdict.Valid(true, WithdrawalRight.NONE));
            account.grant(true, true);
            assertThat(inspector.inspect(key)).isEqualTo(new KeyVerdict.Valid(true, WithdrawalRight.GRANTED));
            account.grant(false, false);
            assertThat(inspector.inspect(key)).isEqualTo(new KeyVerdict.Valid(false, WithdrawalRight.NONE));
            assertThat(inspector.inspect(key(venue, VenueNet.TESTNET, API_KEY, secret)))
                    .as("play money is not asked about withdrawals")
                    .isEqualTo(new KeyVerdict.Valid(true, WithdrawalRight.NOT_TOLD));
            assertThat(inspector.inspect(key(venue, VenueNet.LIVE, "another-key", secret)))
                    .isInstanceOf(KeyVerdict.NotAccepted.class);
            loopback.stop();
            assertThat(inspector.inspect(key)).isInstanceOf(KeyVerdict.NotAsked.class);
        }
    }

    @Test
    void whatNoRequestCanCarryIsNotAcceptedAndNotRepeated() {
        VenueKeyInspector inspector = new VenueKeyInspector(new SystemClock(), Optional.of("http://127.0.0.1:1"));
        for (String venue : List.of("binance", "kraken", "bybit", "coinbase")) {
            KeyVerdict verdict = inspector.inspect(key(venue, VenueNet.LIVE, "canary\u0007key", "no base 64!"));
            assertThat(verdict).as(venue).isNotInstanceOf(KeyVerdict.Valid.class);
            assertThat(verdict.toString()).doesNotContain("canary").doesNotContain("no base 64");
        }
    }

    private static VenueKey key(String venue, VenueNet net, String apiKey, String secret) {
        return new VenueKey(
                new VenueAccount(venue, "main"),
                net,
                Secret.of(apiKey),
                Secret.of(secret),
                Secret.empty(),
                WithdrawalRight.NOT_TOLD);
    }
}
