package io.sextant.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.dataset.FilledSeries;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.engine.JobWorks.Progress;
import io.sextant.exchange.LiveVenue;
import io.sextant.exchange.VenueAddresses;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.live.BarRequests;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.wire.LoopbackServer;
import io.sextant.store.archive.ChunkedBarArchive;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holes of an archive filled from three hours of a stand-in behind a real socket. */
class BackFillTest {

    private static final InstrumentId BTC = InstrumentId.of("BTC-USDT");
    private static final InstrumentId STORED = InstrumentId.of("BTC-USDT.BINANCE");
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    /** On the hour. */
    private static final long START = 1_790_002_800L * SECOND;

    private static final long END = START + 180 * MINUTE;

    /** A minute without trades: Binance has a bar for it, we have none. */
    private static final long QUIET = START + 72 * MINUTE;

    private static final Progress WATCHED = new Progress() {

        @Override
        public void done(double share) {
            assertThat(share).isBetween(0.0, 1.0);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void checkCancelled() {}
    };

    @TempDir
    Path folder;

    private final AtomicLong now = new AtomicLong(START);
    private final SystemScheduler scheduler = new SystemScheduler("stand-in");
    private final StandInExchange exchange = new StandInExchange(
            new BinanceShape(), List.of(ListedPair.BTC_USDT), 4, now::get, scheduler, FaultPlan.none());
    private LoopbackServer server;
    private ChunkedBarArchive archive;
    private BarSeries truth;

    @BeforeEach
    void open() {
        server = new LoopbackServer(exchange);
        while (now.get() < END + 30 * SECOND) {
            if (Timeframe.M1.startOf(now.get()) != QUIET) {
                exchange.move(0);
            }
            now.addAndGet(7 * SECOND);
        }
        archive = ChunkedBarArchive.open(folder);
        backFill(false).run(job(1), WATCHED);
        truth = stored(STORED);
        archive.close();
        archive = ChunkedBarArchive.open(folder.resolve("another"));
    }

    @AfterEach
    void close() {
        archive.close();
        server.close();
        scheduler.close();
    }

    @Test
    void bringsEveryMinuteThatTradedAndNoOther() {
        assertThat(truth.size()).isGreaterThan(160);
        assertThat(truth.lastTimeNanos()).as("a complete one").isLessThan(END);
        assertThat(truth.openTimeNanos())
                .containsExactly(exchange.all().getFirst().bars(MINUTE).headMap(END).keySet().stream()
                        .mapToLong(Long::longValue)
                        .toArray());
    }

    @Test
    void fillsHolesAndLeavesWhatIsStoredAsItIs() {
        BarSeriesBuilder own = new BarSeriesBuilder();
        for (int i = 0; i < truth.size(); i++) {
            if (!isHole(i)) {
                own.add(truth.openTimeNanos()[i], 1, 2, 0.5, 1.5, 7);
            }
        }
        archive.append(STORED, Timeframe.M1, own.build());

        assertThat(backFill(false).run(job(1), WATCHED))
                .containsExactly(new FilledSeries(
                        STORED, Timeframe.M1, holes(own.build()), 30 + 1 + (truth.size() - 150), Optional.empty()));

        BarSeries filled = stored(STORED);
        assertThat(filled.openTimeNanos()).isEqualTo(truth.openTimeNanos());
        for (int i = 0; i < truth.size(); i++) {
            assertThat(filled.close()[i]).isEqualTo(isHole(i) ? truth.close()[i] : 1.5);
            assertThat(filled.volume()[i]).isEqualTo(isHole(i) ? truth.volume()[i] : 7);
        }
        assertThat(backFill(false).run(job(1), WATCHED))
                .as("the day before the market began, and the minutes without trades")
                .containsExactly(new FilledSeries(STORED, Timeframe.M1, holes(truth), 0, Optional.empty()));
    }

    private static boolean isHole(int bar) {
        return (bar >= 20 && bar < 50) || bar == 100 || bar >= 150;
    }

    /** Counted minute by minute over the last day. */
    private static int holes(BarSeries stored) {
        int holes = 0;
        boolean before = true;
        for (long minute = END - 1_440 * MINUTE; minute < END; minute += MINUTE) {
            int at = stored.indexAtOrAfter(minute);
            boolean there = at < stored.size() && stored.openTimeNanos()[at] == minute;
            holes += before && !there ? 1 : 0;
            before = there;
        }
        return holes;
    }

    @Test
    void theDesksOwnInstrumentsAreStoredUnderTheirOwnNames() {
        assertThat(backFill(true).run(job(1), WATCHED))
                .singleElement()
                .satisfies(one -> assertThat(one.instrument()).isEqualTo(BTC));
        assertThat(stored(BTC)).isEqualTo(truth);
    }

    @Test
    void saysWhatAVenueDoesNotHaveAndGoesOnWithTheNext() {
        Job.BackFill job = new Job.BackFill("binance", List.of(InstrumentId.of("NO-SUCH"), BTC), Timeframe.M1, 1);
        List<FilledSeries> filled = backFill(false).run(job, WATCHED);
        assertThat(filled.getFirst().problem()).isPresent();
        assertThat(filled.getLast().added()).isEqualTo(truth.size());
        server.close();
        assertThat(backFill(true).run(job(1), WATCHED))
                .singleElement()
                .satisfies(one -> assertThat(one.problem())
                        .hasValueSatisfying(why -> assertThat(why).contains("binance")));
        assertThatThrownBy(() -> backFill(false).run(new Job.BackFill("bybit", List.of(BTC), Timeframe.M1, 1), WATCHED))
                .hasMessageContaining("bybit");
    }

    @Test
    void whatCameBeforeItWasCancelledStays() {
        AtomicLong heard = new AtomicLong();
        Progress impatient = new Progress() {

            @Override
            public void done(double share) {
                heard.incrementAndGet();
                throw new CancellationException("enough");
            }

            @Override
            public boolean isCancelled() {
                return false;
            }

            @Override
            public void checkCancelled() {}
        };
        assertThatThrownBy(() -> backFill(false).run(job(1), impatient)).isInstanceOf(CancellationException.class);
        assertThat(heard).hasValue(1);
        assertThat(stored(STORED).size()).isPositive();
    }

    private static Job.BackFill job(int days) {
        return new Job.BackFill("binance", List.of(BTC), Timeframe.M1, days);
    }

    private BarSeries stored(InstrumentId instrument) {
        return archive.read(instrument, Timeframe.M1, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private BackFill backFill(boolean own) {
        VenueConnector binance = LiveVenue.BINANCE.connector(Optional.of(
                new VenueAddresses("http://127.0.0.1:" + server.port(), "ws://127.0.0.1:" + server.port())));
        BarRequests requests = new BarRequests(
                binance,
                new WeightLimiter(binance.traits().budget().weightAMinute()),
                now::get,
                nanos -> now.addAndGet(nanos));
        HistorySource.Venue venue = new HistorySource.Venue(binance, requests);
        return new BackFill(
                archive,
                name -> name.equals("binance")
                        ? Optional.of(new BackFill.Past(venue, instrument -> own && instrument.equals(BTC)))
                        : Optional.empty(),
                now::get);
    }
}
