package io.sextant.exchange.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.live.LiveFeed;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.PublicTrade;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.standin.KrakenShape;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.fault.RequestFault;
import io.sextant.exchange.standin.fault.StreamFault;
import io.sextant.exchange.standin.market.BookState;
import io.sextant.exchange.standin.market.Deal;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.testing.EngineTwin;
import io.sextant.exchange.testing.LoopbackVenue;
import io.sextant.marketdata.Feed;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real way: XChange's requests and transport against Kraken's shapes on loopback. */
class KrakenOverSocketsTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USD");
    private static final InstrumentId ETH = InstrumentId.of("ETH-USD");

    private final FaultPlan plan = FaultPlan.none();
    private LoopbackVenue venue;
    private KrakenConnector kraken;
    private List<Listing> listings;
    private LiveFeed feed;
    private EngineTwin engine;

    @BeforeEach
    void open() throws VenueException {
        venue = new LoopbackVenue(new KrakenShape(), List.of(ListedPair.BTC_USD, ListedPair.ETH_USD), plan);
        kraken = new KrakenConnector(venue.http(), venue.webSocket());
        listings = kraken.listings(List.of(BTC, ETH));
        feed = venue.feed(kraken, listings);
        engine = new EngineTwin(feed);
    }

    @AfterEach
    void close() {
        feed.close();
        venue.close();
    }

    @Test
    void listsInstrumentsWithTheirRules() throws VenueException {
        TradingRules rules = listings.getFirst().instrument().rules();
        assertThat(listings).extracting(listing -> listing.instrument().id()).containsExactly(BTC, ETH);
        assertThat(rules.minQuantity()).hasToString("0.00005");
        assertThat(rules.minValue()).hasToString("0.5");
        assertThatThrownBy(() -> kraken.listings(List.of(InstrumentId.of("DOGE-EUR"))))
                .isInstanceOf(VenueException.class)
                .hasMessageContaining("DOGE-EUR");
    }

    @Test
    void listsInstrumentsUnderEverybodysNames() {
        assertThat(listings).extracting(listing -> listing.instrument().id()).containsExactly(BTC, ETH);
        assertThat(listings.getFirst().instrument().rules().tick()).hasToString("0.1");
        assertThat(listings.getFirst().instrument().rules().lot()).hasToString("0.00000001");
        assertThat(listings.getFirst().instrument().rules().minQuantity()).hasToString("0.00005");
        assertThat(listings.getFirst().symbol()).isEqualTo("BTC/USD");
    }

    @Test
    void streamsTheVenuesBooksAndTrades() {
        feed.start();
        FeedHealth health = venue.pullUntil(feed, engine, one -> LoopbackVenue.isWhole(one) && engine.trades(0) > 50);
        assertThat(health.transport()).isEqualTo(FeedHealth.Transport.STREAM);
        checkBooks();
    }

    @Test
    void readsHistoryAndTradesFromAnIdOn() throws VenueException {
        for (int i = 0; i < 40; i++) {
            venue.exchange().move(0);
        }
        long now = venue.exchange().venueNanos();
        BarSeries bars = kraken.bars(listings.getFirst(), Timeframe.M1, now - 3_600_000_000_000L, now + 1);
        assertThat(bars.size()).isPositive();
        List<Deal> deals = venue.exchange().all().getFirst().deals();
        Deal known = deals.get(3);
        List<PublicTrade> trades = kraken.tradesFrom(listings.getFirst(), known.id() + 1, known.timeNanos());
        assertThat(trades).extracting(PublicTrade::id).startsWith(5L, 6L, 7L);
        assertThat(trades.getFirst().timeNanos()).isEqualTo(deals.get(4).timeNanos());
        assertThat(trades.getFirst().lots()).isEqualTo(deals.get(4).lots());
    }

    @ParameterizedTest
    @EnumSource(value = StreamFault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void survivesEveryFaultOfAStream(StreamFault fault) {
        feed.start();
        venue.pullUntil(feed, engine, LoopbackVenue::isWhole);
        long before = engine.trades(0);
        plan.order(fault);
        venue.pullUntil(feed, engine, one -> engine.trades(0) > before + 60 && LoopbackVenue.isWhole(one));
        checkBooks();
    }

    @ParameterizedTest
    @EnumSource(value = RequestFault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void survivesEveryFaultOfARequest(RequestFault fault) {
        plan.order(fault);
        feed.start();
        venue.pullUntil(feed, engine, LoopbackVenue::isWhole);
        checkBooks();
    }

    /** With the exchange standing still, what is here becomes what is there, as deep as it is told. */
    private void checkBooks() {
        synchronized (venue.exchange()) {
            List<MarketTruth> markets = venue.exchange().all();
            venue.pullUntil(
                    feed,
                    engine,
                    health -> feed.nextNanos() == Feed.NOTHING_DUE
                            && isTrue(0, markets.get(0).book())
                            && isTrue(1, markets.get(1).book()));
        }
    }

    private boolean isTrue(int instrument, BookState book) {
        return rows(instrument, Side.BUY).equals(rows(book.bids()))
                && rows(instrument, Side.SELL).equals(rows(book.asks()));
    }

    private static List<List<Long>> rows(NavigableMap<Long, Long> side) {
        return side.entrySet().stream()
                .limit(KrakenShape.DEPTH)
                .map(level -> List.of(level.getKey(), level.getValue()))
                .toList();
    }

    private List<List<Long>> rows(int instrument, Side side) {
        List<List<Long>> rows = new ArrayList<>();
        for (int depth = 0; depth < engine.books().levels(instrument, side); depth++) {
            rows.add(List.of(
                    engine.books().priceTicks(instrument, side, depth),
                    engine.books().lots(instrument, side, depth)));
        }
        return rows;
    }
}
