package io.sextant.exchange.live;

import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.sequence.StretchLog;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * A venue's market as the engine pulls it. Nothing comes before {@link #start}, so that a recovery hears only its journal.
 * What the venue's threads push waits in a queue of fixed size; when the engine is behind by a whole queue, books are
 * cleared and told anew, and trades are asked for again, when it caught up.
 */
public final class LiveFeed implements Feed {

    private final String name;
    private final InstrumentCatalog instruments;
    private final MarketQueue queue;
    private final MarketTime time;
    private final VenueSession session;
    private final long latenessNanos;

    /** A feed that nobody shares its venue with. */
    public LiveFeed(
            VenueConnector connector,
            List<Listing> listings,
            LiveSettings settings,
            Clock clock,
            Scheduler scheduler,
            Executor blocking,
            RandomGenerator random) {
        this(
                connector,
                new WeightLimiter(connector.traits().budget().weightAMinute()),
                listings,
                settings,
                clock,
                scheduler,
                blocking,
                random);
    }

    /** {@code blocking} runs what waits for answers; it belongs to the caller, as the scheduler does. */
    public LiveFeed(
            VenueConnector connector,
            WeightLimiter limiter,
            List<Listing> listings,
            LiveSettings settings,
            Clock clock,
            Scheduler scheduler,
            Executor blocking,
            RandomGenerator random) {
        name = connector.traits().name();
        latenessNanos = settings.latenessNanos();
        instruments =
                new InstrumentCatalog(listings.stream().map(Listing::instrument).toList());
        queue = new MarketQueue(instruments.size());
        time = new MarketTime(settings, clock);
        session = new VenueSession(
                connector,
                listings,
                settings,
                queue,
                time,
                new StretchLog(),
                limiter,
                clock,
                scheduler,
                blocking,
                random);
    }

    /** Connects; called once. */
    public void start() {
        session.start();
    }

    /**
     * The same for an engine that was there before: no trade of what it knows is told again, and the stretch from the newest one
     * it knows until the first new one is marked. What an engine that was killed had heard but not yet journaled lies in it, and
     * what it was still waiting for.
     */
    public void startAfter(KnownPast known) {
        session.startAfter(known);
    }

    public FeedHealth health() {
        return session.health();
    }

    @Override
    public String name() {
        return name;
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
        return queue.nextNanos();
    }

    @Override
    public void step(MarketSink sink) {
        queue.take(sink);
    }

    @Override
    public long marketNanosAt(long wallNanos) {
        return time.release(wallNanos);
    }

    @Override
    public long latenessNanos() {
        return latenessNanos;
    }

    @Override
    public void save(StateWriter out) {
        // What comes next is the venue's; what came is in the journal.
    }

    @Override
    public void load(StateReader in) {
        // See save.
    }

    @Override
    public void close() {
        session.close();
    }
}
