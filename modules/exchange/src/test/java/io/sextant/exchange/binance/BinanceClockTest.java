package io.sextant.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.vault.Secret;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.testing.VenueClockContract;
import org.junit.jupiter.api.Test;

/** When Binance is asked for its time, and what its requests weigh. */
class BinanceClockTest extends VenueClockContract {

    private static final Listing LISTING = listing("BTCUSDT", "USDT");

    private final BinanceTrading trading = new BinanceTrading(wire, Secret.of("key"), Secret.of("secret"), time);

    BinanceClockTest() {
        wire.answer(
                "/api/v3/order",
                () ->
                        "{\"orderId\":1,\"status\":\"NEW\",\"origQty\":\"1.000\",\"executedQty\":\"0\",\"price\":\"100.00\","
                                + "\"side\":\"BUY\"}");
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
        return new Paths("/api/v3/time", "/api/v3/order", "/api/v3/openOrders");
    }

    @Override
    protected String timeText(long millis) {
        return "{\"serverTime\":" + millis + "}";
    }

    @Override
    protected String nothingOpen() {
        return "[]";
    }

    @Override
    protected long tooLongNanos() {
        return 9 * SECOND;
    }

    @Test
    void aComplaintAboutNewOrdersIsNotOneAboutEverything() {
        VenueException problem = BinanceAccountMessages.problem(-1015, "Too many new orders");
        assertThat(problem.kind()).isEqualTo(VenueException.Kind.THROTTLED);
        assertThat(problem.isOfOrdersOnly()).isTrue();
        assertThat(BinanceAccountMessages.problem(-1003, "Too many requests").isOfOrdersOnly())
                .isFalse();
    }
}
