package io.sextant.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.request.Query;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.engine.EngineParts;
import io.sextant.engine.LocalEngine;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.live.BarRequests;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.sequence.Stretch;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.TruthBar;
import io.sextant.exchange.standin.wire.LoopbackServer;
import io.sextant.execution.paper.PaperVenue;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import io.sextant.marketdata.fundamental.CompanyArchive;
import io.sextant.reference.company.CompanyDesk;
import io.sextant.reference.key.KeyRing;
import io.sextant.reference.macro.MacroDesk;
import io.sextant.store.SextantStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bars of the venue in place of ours, and an engine that archives its own later than that. */
class MendedBarsTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** On the hour. */
    private static final long START = 1_790_002_800L * SECOND;

    private static final long END = START + 2 * HOUR + 5 * MINUTE;

    @TempDir
    Path folder;

    private final AtomicLong now = new AtomicLong(START);
    private final SystemScheduler scheduler = new SystemScheduler("stand-in");
    private final StandInExchange exchange = new StandInExchange(
            new BinanceShape(), List.of(ListedPair.BTC_USDT), 4, now::get, scheduler, FaultPlan.none());
    private LoopbackServer server;
    private BarRequests requests;
    private List<Listing> listings;

    /** What little of the venue's trades came through: one a minute, all of one lot at one price. */
    private static final class LossyFeed implements Feed {

        private final InstrumentCatalog instruments;
        private final ArrayDeque<Long> trades = new ArrayDeque<>();

        LossyFeed(List<Listing> listings) {
            instruments = new InstrumentCatalog(
                    listings.stream().map(Listing::instrument).toList());
        }

        LossyFeed withTrades() {
            for (long at = START; at < END; at += MINUTE) {
                trades.add(at);
            }
            return this;
        }

        @Override
        public String name() {
            return "lossy";
        }

        @Override
        public InstrumentCatalog instruments() {
            return instruments;
        }

        @Override
        public boolean isReproducible() {
            return false;
        }

        @Override
        public long nextNanos() {
            return trades.isEmpty() ? NOTHING_DUE : trades.peek();
        }

        @Override
        public void step(MarketSink sink) {
            sink.onTrade(0, trades.remove(), 1, 1, Side.BUY);
        }

        @Override
        public long marketNanosAt(long wallNanos) {
            return START;
        }

        @Override
        public void save(StateWriter out) {}

        @Override
        public void load(StateReader in) {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void open() throws VenueException {
        server = new LoopbackServer(exchange);
        while (now.get() < END) {
            exchange.move(0);
            now.addAndGet(7 * SECOND);
        }
        VenueConnector binance = LiveVenue.BINANCE.connector(Optional.of(
                new VenueAddresses("http://127.0.0.1:" + server.port(), "ws://127.0.0.1:" + server.port())));
        requests = new BarRequests(binance, new WeightLimiter(6_000), now::get, nanos -> now.addAndGet(nanos));
        listings = binance.listings(List.of(BTC));
    }

    @AfterEach
    void close() {
        server.close();
        scheduler.close();
    }

    @Test
    @Timeout(60)
    void whatAnEngineArchivesLaterDoesNotTakeTheirPlace() throws Exception {
        try (SextantStore store = store()) {
            LocalEngine engine = engine(store, new LossyFeed(listings).withTrades());
            while (engine.ask(new Query.Desk()).toCompletableFuture().get().marketNanos() < END - MINUTE) {
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(store.bars().read(BTC, Timeframe.M1, START, END).isEmpty())
                    .as("not archived yet")
                    .isTrue();
            LiveMarks marks = new LiveMarks(requests, listings, store.bars());
            marks.keep(List.of(new Stretch(
                    BTC,
                    START + 70 * MINUTE,
                    START + 74 * MINUTE,
                    Stretch.Kind.NOT_TRUSTED,
                    "trades 1 to 2 are missing")));
            marks.repair(now.get());
            assertThat(store.bars().marks(BTC, Timeframe.M1)).isEmpty();
            assertThat(store.bars().marks(BTC, Timeframe.H1)).isEmpty();
            engine.close();
            requireVenuesBars(store);
            assertThat(store.bars()
                            .read(BTC, Timeframe.M1, START + 69 * MINUTE, START + 70 * MINUTE)
                            .volume())
                    .as("outside of the stretch the engine's own are archived")
                    .hasSize(1)
                    .doesNotContain(0.0);
        }
        // A recovery from the beginning makes all of them again.
        deleteSnapshots();
        try (SextantStore store = store()) {
            engine(store, new LossyFeed(listings)).close();
            requireVenuesBars(store);
        }
    }

    private SextantStore store() {
        return SextantStore.open(folder, Pause.PARK, new SeededRandom(1));
    }

    private LocalEngine engine(SextantStore store, Feed feed) {
        Currency quote = listings.getFirst().instrument().quote();
        SessionTerms terms = new SessionTerms(
                TradingMode.PAPER,
                0,
                START,
                "lossy",
                Currency.USD,
                List.of(new ConversionRate(quote, Currency.USD, Price.of(1, 0), "assumed to be worth one dollar")),
                List.of(Money.parse("100000", quote)),
                CostBasis.AVERAGE,
                feed.instruments());
        return LocalEngine.open(new EngineParts(
                terms,
                feed,
                new PaperVenue(1, 0),
                List.of(),
                store.journal(),
                store.snapshots(),
                store.bars(),
                store.macro(),
                store.history(),
                new EngineJobs(
                        progress -> 0,
                        store.bars(),
                        instrument -> false,
                        folder.resolve("quarantine"),
                        new MacroDesk(store.macro(), new KeyRing(Map.of()), now::get),
                        new CompanyDesk(new CompanyArchive(store.macro()), new KeyRing(Map.of()), now::get),
                        venue -> Optional.empty(),
                        now::get),
                now::get,
                Pause.PARK));
    }

    private void deleteSnapshots() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("snapshots"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private void requireVenuesBars(SextantStore store) {
        requireVenuesBars(store, Timeframe.M1, START + 70 * MINUTE, START + 75 * MINUTE);
        requireVenuesBars(store, Timeframe.H1, START + HOUR, START + 2 * HOUR);
    }

    private void requireVenuesBars(SextantStore store, Timeframe timeframe, long from, long to) {
        NavigableMap<Long, TruthBar> wanted =
                exchange.all().getFirst().bars(timeframe.nominalNanos()).subMap(from, true, to, false);
        BarSeries found = store.bars().read(BTC, timeframe, from, to);
        assertThat(found.size()).isEqualTo(wanted.size());
        for (int i = 0; i < found.size(); i++) {
            TruthBar bar = wanted.get(found.openTimeNanos()[i]);
            assertThat(found.volume()[i]).isEqualTo(Double.parseDouble(ListedPair.BTC_USDT.quantity(bar.lots())));
            assertThat(found.close()[i]).isEqualTo(Double.parseDouble(ListedPair.BTC_USDT.price(bar.close())));
        }
    }
}
