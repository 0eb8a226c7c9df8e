package io.sextant.exchange.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.exchange.live.LiveFeed;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.PublicTrade;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.standin.CoinbaseShape;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.fault.StreamFault;
import io.sextant.exchange.standin.market.BookState;
import io.sextant.exchange.standin.market.Deal;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.TruthBar;
import io.sextant.exchange.testing.EngineTwin;
import io.sextant.exchange.testing.LoopbackVenue;
import io.sextant.marketdata.Feed;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our own adapter against what Coinbase's documentation says; the venue itself was never met. */
class CoinbaseOverSocketsTest {

    private final FaultPlan plan = FaultPlan.none();
    private LoopbackVenue venue;
    private CoinbaseConnector coinbase;
    private List<Listing> listings;
    private LiveFeed feed;
    private EngineTwin engine;

    @BeforeEach
    void open() throws VenueException {
        venue = new LoopbackVenue(new CoinbaseShape(), List.of(ListedPair.ETH_USD), plan);
        coinbase = new CoinbaseConnector(venue.http(), venue.webSocket());
        listings = coinbase.listings(List.of(InstrumentId.of("ETH-USD")));
        feed = venue.feed(coinbase, listings);
        engine = new EngineTwin(feed);
    }

    @AfterEach
    void close() {
        feed.close();
        venue.close();
    }

    @Test
    void readsRulesHistoryAndTrades() throws VenueException {
        for (int i = 0; i < 40; i++) {
            venue.exchange().move(0);
        }
        assertThat(listings.getFirst().instrument().rules().tick()).hasToString("0.01");
        assertThat(listings.getFirst().instrument().rules().minValue()).hasToString("1");
        long now = venue.exchange().venueNanos();
        BarSeries bars = coinbase.bars(listings.getFirst(), Timeframe.M1, now - 3_600_000_000_000L, now);
        TruthBar first = venue.exchange()
                .all()
                .getFirst()
                .bars(60_000_000_000L)
                .firstEntry()
                .getValue();
        assertThat(bars.get(0).openTimeNanos()).isEqualTo(first.openNanos());
        assertThat(bars.get(0).open()).isEqualTo(first.open() / 100.0);
        Deal fifth = venue.exchange().all().getFirst().deals().get(4);
        PublicTrade trade =
                coinbase.tradesFrom(listings.getFirst(), 5, fifth.timeNanos()).getFirst();
        assertThat(trade.id()).isEqualTo(5);
        assertThat(trade.lots()).isEqualTo(fifth.lots());
        assertThat(trade.aggressor()).isEqualTo(fifth.buyerIsMaker() ? Side.SELL : Side.BUY);
    }

    @ParameterizedTest
    @EnumSource(StreamFault.class)
    void streamsBooksAndTradesThroughEveryFault(StreamFault fault) {
        feed.start();
        venue.pullUntil(feed, engine, LoopbackVenue::isWhole);
        long before = engine.trades(0);
        plan.order(fault);
        venue.pullUntil(feed, engine, one -> engine.trades(0) > before + 60 && LoopbackVenue.isWhole(one));
        synchronized (venue.exchange()) {
            BookState book = venue.exchange().all().getFirst().book();
            venue.pullUntil(
                    feed,
                    engine,
                    health ->
                            feed.nextNanos() == Feed.NOTHING_DUE && isTrue(Side.BUY, book) && isTrue(Side.SELL, book));
        }
    }

    private boolean isTrue(Side side, BookState book) {
        var truth = side == Side.BUY ? book.bids() : book.asks();
        return engine.books().levels(0, side) == truth.size()
                && truth.entrySet().stream()
                        .allMatch(level -> engine.books().lotsAt(0, side, level.getKey()) == level.getValue());
    }
}
