package io.sextant.engine.watch;

import io.sextant.analytics.orderflow.BookSide;
import io.sextant.analytics.orderflow.FlowGuard;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.TellAnomaly;
import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.FlowAnomaly;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.request.EngineClient;
import io.sextant.domain.session.DeskVenues;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Pause;
import io.sextant.engine.ring.WordRing;
import io.sextant.marketdata.MarketSink;
import java.util.Arrays;

/**
 * Reads every level and trade that a feed tells the engine, on a thread of its own, and tells the engine what is unusual as a command.
 *
 * <p>It stands outside of the core on purpose. What counts as unusual is an opinion that gets better with time: a journal of yesterday must
 * replay with the guard of tomorrow. As a command an anomaly is an input, written down when it is told and repeated by a replay as it was. The
 * loop pays for writing four numbers and never waits; where the watch falls behind it loses reports, says so, and begins its books anew behind the gap.
 */
public final class FlowWatch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(FlowWatch.class.getName());
    private static final int CAPACITY = 1 << 16;
    /** What happened to which instrument, when, at which price and how much. */
    private static final int WIDTH = 4;

    private static final int MOST_AT_ONCE = 4_096;
    private static final long REST_NANOS = 5_000_000;

    private static final long LEVEL = 0;
    private static final long TRADE = 1;
    private static final long FORGET = 2;
    private static final long FORGET_ONE = 3;
    private static final long KIND = 3;
    private static final long BUY = 4;
    private static final int INSTRUMENT_SHIFT = 3;

    private final InstrumentCatalog instruments;
    private final DeskVenues venues;
    private final FlowGuard[] guards;
    private final WordRing ring = new WordRing(CAPACITY, WIDTH);
    private final Pause pause;
    private final Thread thread;
    private volatile boolean closing;
    private final EngineClient engine;
    private final String keyPrefix;
    private long told;
    private volatile long lost;
    private long lostSeen;
    /** Whether a report was lost since the newest that was put; only on the loop's thread. */
    private boolean lostSome;

    /** @param clock makes the keys of this process differ from those of the ones before it */
    public FlowWatch(
            EngineClient engine, InstrumentCatalog instruments, FlowGuard.Settings settings, Clock clock, Pause pause) {
        this(engine, instruments, DeskVenues.of("", instruments), settings, clock, pause);
    }

    /** The same where each of several venues has a feed that can be lost by itself. */
    public FlowWatch(
            EngineClient engine,
            InstrumentCatalog instruments,
            DeskVenues venues,
            FlowGuard.Settings settings,
            Clock clock,
            Pause pause) {
        this.venues = venues;
        keyPrefix = "flow-" + Long.toString(clock.nanos(), Character.MAX_RADIX) + "-";
        this.engine = engine;
        this.instruments = instruments;
        this.pause = pause;
        guards = new FlowGuard[instruments.size()];
        Arrays.setAll(
                guards,
                i -> new FlowGuard(
                        settings,
                        (kind, nanos, side, price, size, score) -> tell(i, kind, nanos, side, price, size, score)));
        thread = Thread.ofPlatform()
                .name("sextant-flow-watch")
                .daemon(true)
                .priority(Thread.MIN_PRIORITY)
                .unstarted(this::run);
    }

    /** Stands before the engine's own sink, from when the market is live: what a recovery repeats was watched before. */
    public MarketSink tap(MarketSink sink) {
        return new Tap(sink);
    }

    /** A level that waited before the tap, on the engine's thread. */
    public void standing(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
        put(LEVEL, instrument, side, timeNanos, priceTicks, lots);
    }

    private void put(long kind, int instrument, Side side, long timeNanos, long price, long size) {
        put(kind | (side == Side.BUY ? BUY : 0) | (long) instrument << INSTRUMENT_SHIFT, timeNanos, price, size);
    }

    /** Behind a gap the books are forgotten first: what waits before the gap is still whole. */
    private void put(long head, long timeNanos, long price, long size) {
        lostSome = (lostSome && !isTaken(FORGET, 0, 0, 0)) || !isTaken(head, timeNanos, price, size);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    private boolean isTaken(long head, long timeNanos, long price, long size) {
        if (!ring.hasRoom()) {
            lost++;
            return false;
        }
        ring.write(0, head, timeNanos, price, size);
        ring.publish();
        return true;
    }

    public void begin() {
        thread.start();
    }

    /** How many reports came too fast to be read. */
    public long lost() {
        return lost;
    }

    private void run() {
        while (!closing) {
            if (drain() == 0) {
                pause.parkNanos(REST_NANOS);
            }
        }
    }

    /** Reads what waits; how much that was. */
    int drain() {
        int count = Math.min(MOST_AT_ONCE, ring.waiting());
        for (int i = 0; i < count; i++) {
            read(ring.word(i, 0), ring.word(i, 1), ring.word(i, 2), ring.word(i, 3));
        }
        ring.release(count);
        long lostNow = lost;
        if (lostNow != lostSeen) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "the flow watch lost {0} reports and begins its books anew behind them",
                    lostNow - lostSeen);
            lostSeen = lostNow;
        }
        return count;
    }

    private void read(long head, long timeNanos, long price, long size) {
        if (head == FORGET) {
            forgetBooks();
            return;
        }
        FlowGuard guard = guards[(int) (head >>> INSTRUMENT_SHIFT)];
        if ((head & KIND) == FORGET_ONE) {
            guard.forgetBook();
            return;
        }
        BookSide side = (head & BUY) != 0 ? BookSide.BID : BookSide.ASK;
        if ((head & TRADE) != 0) {
            guard.trade(timeNanos, side, price, size);
        } else {
            guard.level(timeNanos, side, price, size);
        }
    }

    private void forgetBooks() {
        for (FlowGuard guard : guards) {
            guard.forgetBook();
        }
    }

    private void tell(
            int index, FlowAnomaly.Kind kind, long nanos, BookSide side, long price, long size, double score) {
        Instrument instrument = instruments.all().get(index);
        FlowAnomaly anomaly = new FlowAnomaly(
                instrument.id(),
                kind,
                nanos,
                side == BookSide.BID ? Side.BUY : Side.SELL,
                instrument.priceOf(price),
                instrument.quantityOf(size),
                score);
        CommandKey key = new CommandKey(keyPrefix + told++);
        engine.submit(key, new TellAnomaly(anomaly)).whenComplete((answer, failure) -> {
            if (failure != null) {
                LOG.log(System.Logger.Level.DEBUG, "an anomaly could not be told", failure);
            }
        });
    }

    /** Ends the thread; what it has not read is left. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stands between the feed and the engine's own sink, on the engine's thread. */
    private final class Tap implements MarketSink {

        private final MarketSink sink;

        Tap(MarketSink sink) {
            this.sink = sink;
        }

        @Override
        public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
            put(TRADE, instrument, aggressor, timeNanos, priceTicks, lots);
            sink.onTrade(instrument, timeNanos, priceTicks, lots, aggressor);
        }

        @Override
        public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
            sink.onQuote(instrument, timeNanos, bidTicks, bidLots, askTicks, askLots);
        }

        @Override
        public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
            put(LEVEL, instrument, side, timeNanos, priceTicks, lots);
            sink.onLevel(instrument, timeNanos, side, priceTicks, lots);
        }

        @Override
        public void onHeadline(Headline headline) {
            sink.onHeadline(headline);
        }

        @Override
        public void onStatus(FeedStatus status, String detail) {
            if (status == FeedStatus.DISCONNECTED) {
                put(FORGET, 0, 0, 0);
            }
            sink.onStatus(status, detail);
        }

        @Override
        public void onStatus(int venue, FeedStatus status, String detail) {
            if (status == FeedStatus.DISCONNECTED) {
                for (int instrument : venues.instrumentsOf(venue)) {
                    put(FORGET_ONE, instrument, Side.SELL, 0, 0, 0);
                }
            }
            sink.onStatus(venue, status, detail);
        }
    }
}
