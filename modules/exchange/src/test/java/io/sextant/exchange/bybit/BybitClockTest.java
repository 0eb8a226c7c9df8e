package io.sextant.exchange.bybit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.vault.Secret;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.testing.VenueClockContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When Bybit is asked for its time, what its requests weigh, and what its complaints are about. */
class BybitClockTest extends VenueClockContract {

    private static final Listing LISTING = listing("BTCUSDT", "USDT");

    private final BybitTrading trading = new BybitTrading(wire, Secret.of("key"), Secret.of("secret"), time);
    private String created = "{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{\"orderId\":\"1\"}}";

    BybitClockTest() {
        wire.answer("/v5/order/create", () -> created);
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
        return new Paths("/v5/market/time", "/v5/order/create", "/v5/order/realtime");
    }

    @Override
    protected String timeText(long millis) {
        return "{\"time\":" + millis + "}";
    }

    @Override
    protected String nothingOpen() {
        return "{\"retCode\":0,\"result\":{\"list\":[]}}";
    }

    @Override
    protected long tooLongNanos() {
        return 12 * SECOND;
    }

    @Test
    void aComplaintAboutNewOrdersIsNotOneAboutEverything() {
        created = "{\"retCode\":10006,\"retMsg\":\"Too many visits!\",\"result\":{}}";
        assertThatThrownBy(this::place).isInstanceOfSatisfying(VenueException.class, e -> {
            assertThat(e.kind()).isEqualTo(VenueException.Kind.THROTTLED);
            assertThat(e.isOfOrdersOnly()).isTrue();
        });
        wire.answer("/v5/order/realtime", () -> created);
        assertThatThrownBy(() -> trading.open(List.of(LISTING))).isInstanceOfSatisfying(VenueException.class, e -> {
            assertThat(e.kind()).isEqualTo(VenueException.Kind.THROTTLED);
            assertThat(e.isOfOrdersOnly()).isFalse();
        });
    }
}
