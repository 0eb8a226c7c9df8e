package io.sextant.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.live.FeedHealth.Transport;
import io.sextant.exchange.live.LiveFeed;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.fault.RequestFault;
import io.sextant.exchange.standin.fault.StreamFault;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.testing.BookWitness;
import io.sextant.exchange.testing.BookWitness.Claim;
import io.sextant.exchange.testing.EngineTwin;
import io.sextant.exchange.testing.LoopbackVenue;
import io.sextant.marketdata.Feed;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real way: XChange's requests and sockets against the stand-in on loopback. */
class BinanceOverSocketsTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final InstrumentId ETH = InstrumentId.of("ETH-USDT");

    private final FaultPlan plan = FaultPlan.none();
    private LoopbackVenue venue;
    private BinanceConnector binance;
    private List<Listing> listings;
    private LiveFeed feed;
    private EngineTwin engine;

    @BeforeEach
    void open() throws VenueException {
        venue = new LoopbackVenue(new BinanceShape(), List.of(ListedPair.BTC_USDT, ListedPair.ETH_USDT), plan);
        binance = new BinanceConnector(venue.http(), venue.webSocket());
        listings = binance.listings(List.of(ETH, BTC));
        feed = venue.feed(binance, List.of(listings.get(1), listings.get(0)));
        engine = new EngineTwin(feed);
    }

    @AfterEach
    void close() {
        feed.close();
        venue.close();
    }

    @Test
    void listsInstrumentsWithTheirRulesInTheWantedOrder() {
        assertThat(listings).extracting(listing -> listing.instrument().id()).containsExactly(ETH, BTC);
        assertThat(listings.get(1).instrument().rules().tick()).hasToString("0.01");
        assertThat(listings.get(1).instrument().rules().lot()).hasToString("0.00001");
        assertThat(listings.get(1).instrument().rules().minValue()).hasToString("5");
        assertThat(listings.get(1).symbol()).isEqualTo("BTCUSDT");
    }

    @Test
    void saysWhichInstrumentTheVenueDoesNotHave() {
        assertThatThrownBy(() -> binance.listings(List.of(InstrumentId.of("DOGE-EUR"))))
                .isInstanceOf(VenueException.class)
                .hasMessageContaining("DOGE-EUR");
    }

    @Test
    void streamsTheVenuesBooksAndTrades() {
        feed.start();
        FeedHealth health = venue.pullUntil(feed, engine, one -> LoopbackVenue.isWhole(one) && engine.trades(0) > 50);
        assertThat(health.transport()).isEqualTo(Transport.STREAM);
        checkBooks();
    }

    @Test
    void readsHistory() throws VenueException {
        for (int i = 0; i < 20; i++) {
            venue.exchange().move(0);
        }
        long now = venue.exchange().venueNanos();
        BarSeries bars = binance.bars(listings.get(1), Timeframe.M1, now - 3_600_000_000_000L, now + 1);
        assertThat(bars.size()).isPositive();
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
        plan.order(fault);
        plan.order(fault);
        feed.start();
        venue.pullUntil(feed, engine, LoopbackVenue::isWhole);
        checkBooks();
    }

    @Test
    void saysThatAVenueCannotBeReachedAndGoesOn() {
        venue.stop();
        feed.start();
        FeedHealth health = venue.pullUntil(feed, engine, one -> one.phase() == FeedHealth.Phase.NOT_REACHABLE);
        assertThat(health.detail()).contains("binance cannot be reached");
        assertThat(engine.statuses()).anyMatch(status -> status.startsWith("DISCONNECTED"));
    }

    @Test
    void marksSilenceAsStale() {
        feed.start();
        venue.pullUntil(feed, engine, LoopbackVenue::isWhole);
        plan.order(StreamFault.SILENCE);
        venue.pullUntil(feed, engine, one -> one.phase() == FeedHealth.Phase.STALE);
        venue.pullUntil(feed, engine, LoopbackVenue::isWhole);
    }

    /** With the exchange standing still, until what is on its way has arrived. */
    private void checkBooks() {
        synchronized (venue.exchange()) {
            List<MarketTruth> markets = venue.exchange().all();
            FeedHealth health = venue.pullUntil(
                    feed,
                    engine,
                    one -> one.instruments().get(0).bookSequence()
                                    == markets.get(0).lastUpdateId()
                            && one.instruments().get(1).bookSequence()
                                    == markets.get(1).lastUpdateId()
                            && feed.nextNanos() == Feed.NOTHING_DUE);
            for (int i = 0; i < markets.size(); i++) {
                assertThat(new BookWitness(i, Claim.NAMES_UPDATE, markets.get(i)).check(health, engine))
                        .isTrue();
            }
        }
    }
}
