package io.sextant.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
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
import io.sextant.store.archive.ChunkedBarArchive;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marks of archived bars, and the venue's own bars in their place: three hours of a stand-in behind a real socket. */
class LiveMarksTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** On the hour. */
    private static final long START = 1_790_002_800L * SECOND;

    @TempDir
    Path folder;

    private final AtomicLong now = new AtomicLong(START);
    private final SystemScheduler scheduler = new SystemScheduler("stand-in");
    private final StandInExchange exchange = new StandInExchange(
            new BinanceShape(), List.of(ListedPair.BTC_USDT), 4, now::get, scheduler, FaultPlan.none());
    private LoopbackServer server;
    private ChunkedBarArchive archive;
    private LiveMarks marks;

    @BeforeEach
    void open() throws VenueException {
        server = new LoopbackServer(exchange);
        while (now.get() < START + 3 * HOUR + 5 * MINUTE) {
            exchange.move(0);
            now.addAndGet(7 * SECOND);
        }
        VenueConnector binance = LiveVenue.BINANCE.connector(Optional.of(
                new VenueAddresses("http://127.0.0.1:" + server.port(), "ws://127.0.0.1:" + server.port())));
        List<Listing> listings = binance.listings(List.of(BTC));
        archive = ChunkedBarArchive.open(folder);
        marks = new LiveMarks(binance, listings, archive);
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
