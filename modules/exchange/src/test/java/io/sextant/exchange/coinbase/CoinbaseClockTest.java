package io.sextant.exchange.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.vault.Secret;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.testing.VenueClockContract;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** When Coinbase is asked for its time, what its requests weigh, and what its complaints are about. */
class CoinbaseClockTest extends VenueClockContract {

    private static final Listing LISTING = listing("BTC-USD", "USD");

    private final CoinbaseTrading trading = new CoinbaseTrading(wire, Secret.of("key"), Secret.of(pem()), time);
    private String created = "{\"success\":true,\"success_response\":{\"order_id\":\"1\"}}";

    CoinbaseClockTest() {
        wire.answer("/api/v3/brokerage/orders/historical", () -> "{\"orders\":[]}");
        wire.answer("/api/v3/brokerage/orders", () -> created);
    }

    @Override
    protected TradingConnector trading() {
        return trading;
    }

    @Override
    protected Listing listing() {
        return LISTING;
    }

    @Override
    protected Paths paths() {
        return new Paths("/api/v3/brokerage/time", "/api/v3/brokerage/orders", "/orders/historical/batch");
    }

    @Override
    protected String timeText(long millis) {
        return "{\"epochMillis\":\"" + millis + "\"}";
    }

    @Override
    protected String nothingOpen() {
        return "{\"orders\":[]}";
    }

    @Override
    protected long tooLongNanos() {
        return 12 * SECOND;
    }

    @Test
    void aVenueThatTakesNoNewOrdersIsAskedEverythingElse() {
        created = "{\"success\":false,\"error_response\":{\"error\":\"ORDER_ENTRY_DISABLED\"}}";
        assertThatThrownBy(this::place)
                .isInstanceOfSatisfying(
                        VenueException.class,
                        e -> assertThat(e.isOfOrdersOnly()).isTrue());
    }

    private static String pem() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return "-----BEGIN PRIVATE KEY-----\\n"
                    + Base64.getEncoder()
                            .encodeToString(
                                    generator.generateKeyPair().getPrivate().getEncoded())
                    + "\\n-----END PRIVATE KEY-----\\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
