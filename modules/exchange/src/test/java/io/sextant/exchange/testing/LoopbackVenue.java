package io.sextant.exchange.testing;

import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SystemClock;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.live.LiveFeed;
import io.sextant.exchange.live.LiveSettings;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.VenueShape;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.standin.wire.LoopbackServer;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A stand-in exchange behind real sockets, moving by itself, and what a test needs to live beside it. */
public final class LoopbackVenue implements AutoCloseable {

    private static final long MILLI = 1_000_000L;
    private static final int PATIENCE_SECONDS = 120;

    private final SystemClock clock = new SystemClock();
    private final SystemScheduler scheduler = new SystemScheduler("loopback-venue");
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
    private final StandInExchange exchange;
    private final LoopbackServer server;
    private int turn;

    public LoopbackVenue(VenueShape shape, List<ListedPair> pairs, FaultPlan plan) {
        exchange = new StandInExchange(shape, pairs, 11, clock, scheduler, plan);
        server = new LoopbackServer(exchange);
        scheduler.every(15 * MILLI, () -> exchange.move(turn++ % pairs.size()));
        scheduler.every(250 * MILLI, exchange::beat);
    }

    public StandInExchange exchange() {
        return exchange;
    }

    public String http() {
        return "http://127.0.0.1:" + server.port();
    }

    public String webSocket() {
        return "ws://127.0.0.1:" + server.port();
    }

    /** Impatient, so that a test of a bad day takes seconds. */
    public static LiveSettings hurried() {
        long second = 1_000 * MILLI;
        return new LiveSettings(
                second,
                2 * second,
                2 * second,
                3 * second,
                second / 4,
                second / 2,
                second / 10,
                second,
                second / 4,
                3 * second,
                3,
                60 * second);
    }

    public LiveFeed feed(VenueConnector connector, List<Listing> listings) {
        return new LiveFeed(connector, listings, hurried(), clock, scheduler, blocking, new SeededRandom(5));
    }

    /** Lets the engine's twin pull until the feed is as wanted. */
    public FeedHealth pullUntil(LiveFeed feed, EngineTwin engine, Predicate<FeedHealth> wanted) {
        long end = clock.nanos() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (clock.nanos() < end) {
            engine.turn(clock.nanos());
            FeedHealth health = feed.health();
            if (wanted.test(health)) {
                return health;
            }
            LockSupport.parkNanos(5 * MILLI);
        }
        throw new AssertionError("not within " + PATIENCE_SECONDS + " s: " + feed.health());
    }

    /** Everything the venue has is here and trusted. */
    public static boolean isWhole(FeedHealth health) {
        return health.phase() == FeedHealth.Phase.LIVE
                && health.instruments().stream().allMatch(one -> one.bookTrusted() && one.tradesWhole());
    }

    public void stop() {
        server.close();
    }

    @Override
    public void close() {
        scheduler.close();
        server.close();
        blocking.shutdown();
    }
}
