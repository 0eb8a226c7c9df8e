package io.sextant.exchange.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.live.FeedHealth.Transport;
import io.sextant.exchange.live.LiveFeed;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.standin.VenueShape;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.standin.market.MarketUpdate;
import io.sextant.exchange.standin.wire.HttpAnswer;
import io.sextant.exchange.standin.wire.HttpRequest;
import io.sextant.exchange.testing.EngineTwin;
import io.sextant.exchange.testing.LoopbackVenue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Quotes by polling, from what Bybit's documentation says; the venue itself was never met. */
class BybitPollingTest {

    @Test
    void pollsQuotesAndSaysSo() throws VenueException {
        try (LoopbackVenue venue =
                new LoopbackVenue(new BybitShape(), List.of(ListedPair.BTC_USDT), FaultPlan.none())) {
            BybitConnector bybit = new BybitConnector(venue.http());
            List<Listing> listings = bybit.listings(List.of(InstrumentId.of("BTC-USDT")));
            assertThat(listings.getFirst().instrument().rules().lot()).hasToString("0.00001");
            assertThat(listings.getFirst().instrument().rules().minValue()).hasToString("1");
            LiveFeed feed = venue.feed(bybit, listings);
            EngineTwin engine = new EngineTwin(feed);
            feed.start();
            FeedHealth health = venue.pullUntil(
                    feed,
                    engine,
                    one -> LoopbackVenue.isWhole(one) && engine.books().levels(0, Side.BUY) > 0);
            assertThat(health.transport()).isEqualTo(Transport.POLLING);
            assertThat(health.detail()).isEqualTo("polling bybit");
            assertThat(engine.books().levels(0, Side.BUY)).isEqualTo(1);
            assertThat(engine.books().levels(0, Side.SELL)).isEqualTo(1);
            feed.close();
        }
    }

    /** Bybit's answers for the one pair there is. */
    private static final class BybitShape implements VenueShape {

        @Override
        public HttpAnswer answer(HttpRequest request, Markets markets) {
            MarketTruth market = markets.all().getFirst();
            ListedPair pair = market.pair();
            String symbol = pair.base() + pair.quote();
            String list = request.path().equals("/v5/market/tickers")
                    ? "{\"symbol\":\"" + symbol + "\",\"bid1Price\":\""
                            + pair.price(market.bestBid().ticks())
                            + "\",\"bid1Size\":\""
                            + pair.quantity(market.bestBid().lots()) + "\",\"ask1Price\":\""
                            + pair.price(market.bestAsk().ticks()) + "\",\"ask1Size\":\""
                            + pair.quantity(market.bestAsk().lots()) + "\",\"lastPrice\":\"1\"}"
                    : "{\"symbol\":\"" + symbol + "\",\"baseCoin\":\"" + pair.base() + "\",\"quoteCoin\":\""
                            + pair.quote()
                            + "\",\"innovation\":\"0\",\"status\":\"Trading\",\"marginTrading\":\"both\","
                            + "\"lotSizeFilter\":{\"basePrecision\":\"" + pair.quantity(1)
                            + "\",\"quotePrecision\":\"0.0000001\",\"minOrderQty\":\"0.000048\",\"minOrderAmt\":\"1\"},\"priceFilter\":{\"tickSize\":\""
                            + pair.price(1) + "\"}}";
            return HttpAnswer.ok("{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{\"category\":\"spot\",\"list\":[" + list
                    + "]},\"retExtInfo\":{},\"time\":" + markets.venueNanos() / 1_000_000 + "}");
        }

        @Override
        public List<String> channelsOf(HttpRequest request) {
            return List.of();
        }

        @Override
        public Said hear(String message, Markets markets) {
            return new Said(List.of(), List.of(), List.of());
        }

        @Override
        public List<String> messages(String channel, MarketTruth market, MarketUpdate update) {
            return List.of();
        }

        @Override
        public List<String> heartbeats() {
            return List.of();
        }
    }
}
