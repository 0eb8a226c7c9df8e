package io.sextant.exchange.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.vault.Secret;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.OrderKey;
import io.sextant.exchange.port.OrderSight;
import io.sextant.exchange.port.OrderTerms;
import io.sextant.exchange.port.RawListing;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.testing.Listings;
import io.sextant.exchange.testing.ScriptedWire;
import io.sextant.exchange.testing.VirtualTime;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** By which clock Kraken's deadlines are, how many requests a cancel is, and how exactly balances are counted. */
class KrakenPrivateRequestsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long START_SECONDS = 1_780_000_000L;
    private static final Listing LISTING = Listings.of(List.of(new RawListing(
                    "BTC/USD",
                    "BTC",
                    "USD",
                    new BigDecimal("0.1"),
                    new BigDecimal("0.001"),
                    new BigDecimal("0.001"),
                    new FeeSchedule(1_000, 1_000, 0, FeeSchedule.FeeCurrency.QUOTE))))
            .getFirst();

    private final VirtualTime time = new VirtualTime(START_SECONDS * SECOND);
    private final ScriptedWire wire = new ScriptedWire();
    private final KrakenTrading trading = new KrakenTrading(wire, Secret.of("key"), Secret.of("c2VjcmV0"), time);

    private static String result(String result) {
        return "{\"error\":[],\"result\":" + result + "}";
    }

    @Test
    void anOrdersDeadlineIsByTheVenuesClock() throws VenueException {
        wire.answer("/0/public/Time", () -> result("{\"unixtime\":" + (START_SECONDS - 50) + "}"));
        wire.answer("/0/private/AddOrder", () -> result("{\"txid\":[\"O-1\"]}"));

        trading.learnTime();
        trading.place(new OrderKey(LISTING, "sx1", ""), new OrderTerms(Side.BUY, BookEntry.REST, 1_000, 1_000));

        String form = URLDecoder.decode(wire.asked().getLast(), StandardCharsets.UTF_8);
        assertThat(form).contains("deadline=" + Instant.ofEpochSecond(START_SECONDS - 45));
    }

    @Test
    void aCancelIsOneRequestAndLeavesItToALookWhatFilledBefore() throws VenueException {
        wire.answer("/0/private/CancelOrder", () -> result("{\"count\":1}"));
        OrderSight sight = trading.cancel(new OrderKey(LISTING, "sx1", "O-1"));
        assertThat(wire.asked()).hasSize(1);
        assertThat(sight.status()).isEqualTo(OrderSight.Status.OPEN);
        assertThat(sight.venueId()).isEqualTo("O-1");
    }

    @Test
    void fiftyCancelsAreOneRequest() throws VenueException {
        wire.answer("/0/private/CancelOrderBatch", () -> result("{\"count\":49}"));
        List<OrderKey> keys = IntStream.rangeClosed(1, trading.mostCancelsAtOnce())
                .mapToObj(number -> new OrderKey(LISTING, "sx" + number, "O-" + number))
                .toList();
        List<OrderSight> sights = trading.cancelAll(keys);
        assertThat(keys).hasSize(50);
        assertThat(wire.asked()).singleElement().asString().contains("\"cl_ord_ids\":[\"sx1\",\"sx2\",", "\"sx50\"]");
        assertThat(sights)
                .hasSize(50)
                .allSatisfy(sight -> assertThat(sight.status())
                        .as("which of them is not said")
                        .isEqualTo(OrderSight.Status.OPEN));
    }

    @Test
    void balancesSayHowExactlyTheVenueCountsEachCurrency() throws VenueException {
        wire.answer(
                "/0/public/Assets",
                () -> result(
                        "{\"XXBT\":{\"altname\":\"XBT\",\"decimals\":10},\"ZUSD\":{\"altname\":\"USD\",\"decimals\":4}}"));
        wire.answer("/0/private/Balance", () -> result("{\"XXBT\":\"1.0\",\"ZUSD\":\"12.5000\",\"NEW\":\"3\"}"));

        var balances = trading.balances();
        trading.balances();

        assertThat(balances.stream()
                        .map(one -> one.currency() + " " + one.decimals().orElse(-1)))
                .containsExactlyInAnyOrder("BTC 10", "USD 4", "NEW -1");
        assertThat(wire.asked()).filteredOn(one -> one.contains("Assets")).hasSize(1);
    }
}
