package io.sextant.exchange.trade;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.vault.Secret;
import io.sextant.exchange.coinbase.CoinbaseTrading;
import io.sextant.exchange.standin.CoinbaseShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.account.AccountTruth;
import io.sextant.exchange.standin.account.CoinbaseAccountDesk;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.testing.VirtualTime;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random histories of orders at Coinbase on bad days, with crashes. */
class CoinbaseLiveHistoriesTest {

    private static final KeyPair KEYS = keys();
    private static final int SHARE = 100;

    @Test
    @Tag("scaled")
    void noOrderIsLostNoneIsDoubledAndPositionsAreTheVenues() {
        LiveHistories.run(CoinbaseLiveHistoriesTest::make, SHARE);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem() {
        return "-----BEGIN PRIVATE KEY-----\\n"
                + Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded())
                + "\\n-----END PRIVATE KEY-----\\n";
    }

    private static LiveHistory.Venue make(VirtualTime time, FaultPlan plan, long seed) {
        StandInExchange exchange =
                new StandInExchange(new CoinbaseShape(), List.of(ListedPair.BTC_USD), seed, time, time, plan);
        AccountTruth account = new AccountTruth(
                Map.of("USD", new BigDecimal("100000"), "BTC", BigDecimal.TWO), true, seed, exchange::venueNanos);
        CoinbaseAccountDesk desk = new CoinbaseAccountDesk(exchange, account, "key", KEYS.getPublic());
        exchange.serve(desk);
        ListedPair pair = ListedPair.BTC_USD;
        return new LiveHistory.Venue(
                exchange,
                account,
                desk::cutAll,
                LiveHistories.listing("BTC-USD", pair, FeeSchedule.FeeCurrency.QUOTE),
                new CoinbaseTrading(
                        new StandInWire(exchange, time, "/user"), Secret.of("key"), Secret.of(pem()), time));
    }
}
