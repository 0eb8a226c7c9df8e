package io.sextant.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.live.BarRequests;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.RawListing;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.sequence.Stretch;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.fault.Wire;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.market.TruthBar;
import io.sextant.exchange.standin.wire.HttpRequest;
import io.sextant.exchange.standin.wire.LoopbackServer;
import io.sextant.store.archive.ChunkedBarArchive;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Marks of archived bars, and the venue's own bars in their place: three hours of a stand-in behind a real socket. */
class LiveMarksTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** On the hour. */
    private static final long START = 1_790_002_800L * SECOND;

    /** A minute without trades: Binance has a bar for it, we have none. */
    private static final long QUIET = START + 72 * MINUTE;

    @TempDir
    Path folder;

    private final AtomicLong now = new AtomicLong(START);
    private final SystemScheduler scheduler = new SystemScheduler("stand-in");
    private final StandInExchange exchange = new StandInExchange(
            new BinanceShape(), List.of(ListedPair.BTC_USDT), 4, now::get, scheduler, FaultPlan.none());
    private LoopbackServer server;
    private BarRequests requests;
    private List<Listing> listings;
    private ChunkedBarArchive archive;
    private LiveMarks marks;

    /** Closed while the venue is to think about bars for long. */
    private volatile CountDownLatch answering = new CountDownLatch(0);

    private final CountDownLatch asked = new CountDownLatch(1);

    private final class HoldingDesk implements LoopbackServer.Desk {

        @Override
        public LoopbackServer.Reply answer(HttpRequest request) {
            if (request.path().endsWith("/klines")) {
                asked.countDown();
                await(answering);
            }
            return exchange.answer(request);
        }

        @Override
        public Function<String, Boolean> connected(HttpRequest request, Wire wire) {
            return exchange.connected(request, wire);
        }

        @Override
        public void disconnected(Wire wire) {
            exchange.disconnected(wire);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(120, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void open() throws VenueException {
        server = new LoopbackServer(new HoldingDesk());
        while (now.get() < START + 3 * HOUR + 5 * MINUTE) {
            if (Timeframe.M1.startOf(now.get()) != QUIET) {
                exchange.move(0);
            }
            now.addAndGet(7 * SECOND);
        }
        VenueConnector binance = LiveVenue.BINANCE.connector(Optional.of(
                new VenueAddresses("http://127.0.0.1:" + server.port(), "ws://127.0.0.1:" + server.port())));
        requests = new BarRequests(
                binance,
                new WeightLimiter(binance.traits().budget().weightAMinute()),
                now::get,
                nanos -> now.addAndGet(nanos));
        listings = binance.listings(List.of(BTC));
        archive = ChunkedBarArchive.open(folder);
        marks = new LiveMarks(requests, listings, archive);
    }

    @AfterEach
    void close() {
        archive.close();
        server.close();
        scheduler.close();
    }

    @Test
    void putsTheVenuesBarsInPlaceOfThoseThatWereNotTrusted() throws VenueException {
        long from = START + 70 * MINUTE + 13 * SECOND;
        long to = START + 74 * MINUTE + 2 * SECOND;
        archive.append(BTC, Timeframe.M1, wrong(START + 69 * MINUTE, START + 71 * MINUTE));
        marks.keep(List.of(
                new Stretch(BTC, from, to, Stretch.Kind.NOT_TRUSTED, "trades 1 to 2 are missing"),
                new Stretch(BTC, START, START + HOUR, Stretch.Kind.REFILLED, "missing trades were asked for")));
        MarkedStretch minutes =
                new MarkedStretch(START + 70 * MINUTE, START + 75 * MINUTE, "trades 1 to 2 are missing");
        assertThat(archive.marks(BTC, Timeframe.M1)).containsExactly(minutes);
        assertThat(archive.marks(BTC, Timeframe.H1))
                .containsExactly(new MarkedStretch(START + HOUR, START + 2 * HOUR, minutes.why()));

        marks.repair(START + 76 * MINUTE);
        assertThat(archive.marks(BTC, Timeframe.M1)).as("too early").containsExactly(minutes);

        marks.repair(now.get());
        assertThat(archive.marks(BTC, Timeframe.M1)).isEmpty();
        assertThat(archive.marks(BTC, Timeframe.H1)).isEmpty();
        assertTrue(Timeframe.M1, START + 70 * MINUTE, START + 75 * MINUTE);
        assertTrue(Timeframe.H1, START + HOUR, START + 2 * HOUR);
        assertThat(archive.read(BTC, Timeframe.M1, START + 69 * MINUTE, START + 70 * MINUTE)
                        .close())
                .as("outside of the mark nothing is touched")
                .startsWith(1.0);
    }

    @Test
    void leavesMarkedWhatTheVenueDoesNotReach() throws VenueException {
        long before = START - 30 * MINUTE;
        marks.keep(List.of(new Stretch(BTC, before, before, Stretch.Kind.NOT_TRUSTED, "the desk was not running")));
        marks.repair(now.get());
        assertThat(archive.marks(BTC, Timeframe.M1)).hasSize(1);
        server.close();
        assertThatThrownBy(() -> marks.repair(now.get() + HOUR)).isInstanceOf(VenueException.class);
        assertThat(archive.marks(BTC, Timeframe.M1)).hasSize(1);
    }

    @Test
    void joinsAStretchThatGrows() {
        long from = START + 10 * MINUTE;
        marks.keep(List.of(new Stretch(BTC, from, from, Stretch.Kind.NOT_TRUSTED, "the desk was not running")));
        marks.keep(List.of(
                new Stretch(BTC, from, from + 3 * MINUTE, Stretch.Kind.NOT_TRUSTED, "the desk was not running")));
        assertThat(archive.marks(BTC, Timeframe.M1))
                .containsExactly(new MarkedStretch(from, from + 4 * MINUTE, "the desk was not running"));
    }

    @Test
    void barsOfOursWithoutTradesDoNotKeepAMark() throws VenueException {
        BarSeriesBuilder empty = new BarSeriesBuilder();
        empty.add(QUIET, 1, 1, 1, 1, 0);
        archive.append(BTC, Timeframe.M1, empty.build());
        marks.keep(List.of(lost(QUIET - 90 * SECOND, QUIET + 90 * SECOND)));
        marks.repair(now.get());
        assertThat(archive.marks(BTC, Timeframe.M1)).isEmpty();
    }

    @Test
    void fillsThePastWithBarsInWhichSomethingWasTraded() {
        new LivePast(requests, archive, now::get).prepare(listings, sentence -> {});
        BarSeries minutes = archive.read(BTC, Timeframe.M1, START, now.get());
        assertThat(minutes.size())
                .isEqualTo(exchange.all().getFirst().bars(MINUTE).size());
        assertThat(archive.read(BTC, Timeframe.M1, QUIET, QUIET + MINUTE).isEmpty())
                .isTrue();
    }

    @Test
    void aPairThatTheVenueRefusesDoesNotKeepTheOthersFromBeingMended() throws VenueException {
        BigDecimal step = new BigDecimal("0.01");
        Listing unknown = RawListing.toListings(
                        List.of(new RawListing("NOPE", "ETH", "USDT", step, step, step, FeeSchedule.FREE)))
                .getFirst();
        LiveMarks both = new LiveMarks(requests, List.of(unknown, listings.getFirst()), archive);
        InstrumentId eth = unknown.instrument().id();
        both.keep(List.of(
                new Stretch(eth, START + MINUTE, START + 2 * MINUTE, Stretch.Kind.NOT_TRUSTED, "lost"),
                lost(START + 70 * MINUTE, START + 71 * MINUTE)));
        both.repair(now.get());
        both.repair(now.get());
        assertThat(archive.marks(BTC, Timeframe.M1)).isEmpty();
        assertThat(archive.marks(BTC, Timeframe.H1)).isEmpty();
        assertThat(archive.marks(eth, Timeframe.M1)).hasSize(1);
    }

    @Test
    void aMarkThatCouldNotBeWrittenIsWrittenTheNextTime() {
        FailingArchive failing = new FailingArchive(archive, 1);
        LiveMarks careful = new LiveMarks(requests, listings, failing);
        List<Stretch> stretches = List.of(lost(START + 10 * MINUTE, START + 11 * MINUTE));
        assertThatThrownBy(() -> careful.keep(stretches)).hasMessage("the disk is full");
        careful.keep(stretches);
        assertThat(archive.marks(BTC, Timeframe.M1)).hasSize(1);
        assertThat(archive.marks(BTC, Timeframe.H1)).hasSize(1);
    }

    @Test
    @Timeout(60)
    void keepsMarksWhileTheVenueThinksAndLeavesAClosedArchiveAlone() throws Exception {
        marks.keep(List.of(lost(START + 70 * MINUTE, START + 71 * MINUTE)));
        answering = new CountDownLatch(1);
        try (ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> repairing = blocking.submit(() -> {
                marks.repair(now.get());
                return 0;
            });
            await(asked);
            marks.keep(List.of(lost(START + 90 * MINUTE, START + 91 * MINUTE)));
            assertThat(archive.marks(BTC, Timeframe.M1)).hasSize(2);
            marks.close();
            answering.countDown();
            repairing.get();
            assertThat(archive.marks(BTC, Timeframe.M1))
                    .as("nothing is written after the end")
                    .hasSize(2);
        }
    }

    private static Stretch lost(long from, long to) {
        return new Stretch(BTC, from, to, Stretch.Kind.NOT_TRUSTED, "trades are missing");
    }

    private static BarSeries wrong(long from, long to) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (long open = from; open < to; open += MINUTE) {
            bars.add(open, 1, 1, 1, 1, 1);
        }
        return bars.build();
    }

    private void assertTrue(Timeframe timeframe, long from, long to) {
        NavigableMap<Long, TruthBar> wanted =
                exchange.all().getFirst().bars(timeframe.nominalNanos()).subMap(from, true, to, false);
        BarSeries found = archive.read(BTC, timeframe, from, to);
        assertThat(found.size()).isEqualTo(wanted.size());
        for (int i = 0; i < found.size(); i++) {
            TruthBar bar = wanted.get(found.openTimeNanos()[i]);
            assertThat(found.close()[i]).isEqualTo(Double.parseDouble(ListedPair.BTC_USDT.price(bar.close())));
            assertThat(found.volume()[i]).isEqualTo(Double.parseDouble(ListedPair.BTC_USDT.quantity(bar.lots())));
        }
    }
}
