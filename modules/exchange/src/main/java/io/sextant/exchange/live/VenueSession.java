package io.sextant.exchange.live;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.exchange.limit.BackOff;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.live.FeedHealth.Phase;
import io.sextant.exchange.live.FeedHealth.Transport;
import io.sextant.exchange.port.BestPrices;
import io.sextant.exchange.port.BookDelta;
import io.sextant.exchange.port.BookSnapshot;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.PublicTrade;
import io.sextant.exchange.port.RequestKind;
import io.sextant.exchange.port.StreamListener;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.port.VenueStream;
import io.sextant.exchange.port.VenueTraits;
import io.sextant.exchange.sequence.StretchLog;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one venue connected: opens its stream, opens it again with growing waits when it breaks or falls silent, polls where
 * no stream can be had, and lets {@link MarketRepair} mend what was lost. All under one lock; nothing here waits.
 */
final class VenueSession implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(VenueSession.class.getName());
    private static final long TICK_NANOS = 250_000_000L;

    /** What happened before one poll is told after the next one of all instruments. */
    private static final long POLLS_UNTIL_TOLD = 2;

    private static final long TIME_AGAIN_NANOS = 3_000_000_000L;
    private static final long TIME_KNOWN_NANOS = 600_000_000_000L;

    private final VenueConnector connector;
    private final VenueTraits traits;
    private final List<Listing> listings;
    private final LiveSettings settings;
    private final MarketQueue queue;
    private final MarketTime time;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Executor blocking;
    private final BackOff backOff;
    private final RequestDesk requests;
    private final MarketRepair repair;
    private final StretchLog stretches;
    private final long pollNanos;

    private Phase phase = Phase.CONNECTING;
    private Transport transport = Transport.NONE;
    private String detail = "";
    private @Nullable VenueStream stream;
    private long generation;
    private long attemptedAtNanos;
    private long measureAtNanos;
    private long openedAtNanos;
    private long lastHeardNanos;
    private int streamFailures;
    private boolean instrumentsLost;
    private long connections;
    private long unreadable;
    private Scheduler.@Nullable Cancellable ticking;
    private Scheduler.@Nullable Cancellable waiting;

    VenueSession(
            VenueConnector connector,
            List<Listing> listings,
            LiveSettings settings,
            MarketQueue queue,
            MarketTime time,
            StretchLog stretches,
            WeightLimiter limiter,
            Clock clock,
            Scheduler scheduler,
            Executor blocking,
            RandomGenerator random) {
        this.connector = connector;
        traits = connector.traits();
        this.listings = List.copyOf(listings);
        this.settings = settings;
        this.queue = queue;
        this.time = time;
        this.stretches = stretches;
        this.clock = clock;
        this.scheduler = scheduler;
        this.blocking = blocking;
        backOff = new BackOff(settings.firstWaitNanos(), settings.longestWaitNanos(), random);
        requests = new RequestDesk(traits.budget(), limiter, clock, scheduler, blocking, this);
        pollNanos = Math.max(settings.pollNanos(), requests.pollPeriodNanos(listings.size()));
        repair = new MarketRepair(
                connector, listings, settings, queue, time, stretches, clock, requests, this::renewBook);
    }

    synchronized void startAfter(KnownPast known) {
        repair.resumeAfter(known);
        start();
    }

    synchronized void start() {
        time.begin();
        tell(FeedStatus.DISCONNECTED, "connecting to " + traits.name());
        ticking = scheduler.every(TICK_NANOS, this::tick);
        connect();
    }

    private void connect() {
        if (phase == Phase.CLOSED) {
            return;
        }
        waiting = null;
        generation++;
        phase = Phase.CONNECTING;
        attemptedAtNanos = clock.nanos();
        boolean polls = !traits.streams() || streamFailures >= settings.streamFailuresBeforePolling();
        transport = polls ? Transport.POLLING : Transport.STREAM;
        time.delay(polls ? POLLS_UNTIL_TOLD * pollNanos : 0, repair::tellTrades);
        Ear ear = new Ear(generation);
        try {
            blocking.execute(() -> open(ear, polls));
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, "closing while connecting", e);
        }
    }

    private void open(Ear ear, boolean polls) {
        VenueStream opened = polls
                ? PollingStream.open(connector, listings, requests, scheduler, pollNanos, time::venueNanos, ear)
                : connector.openStream(listings, ear);
        synchronized (this) {
            if (ear.generation == generation && phase != Phase.CLOSED && phase != Phase.NOT_REACHABLE) {
                stream = opened;
                return;
            }
        }
        opened.close();
    }

    private void onOpened() {
        connections++;
        openedAtNanos = clock.nanos();
        lastHeardNanos = openedAtNanos;
        phase = Phase.LIVE;
        tell(connected(), describe());
        measureTime();
        repair.onConnected();
    }

    /** Clocks drift, and a venue whose clock is not known may seem to speak of the future. */
    private void measureTime() {
        measureAtNanos = clock.nanos() + TIME_AGAIN_NANOS;
        requests.ask(RequestKind.TIME, time.measure(connector), this::timeMeasured, this::timeUnknown);
    }

    private void timeMeasured(long leadNanos) {
        time.measured(leadNanos);
        measureAtNanos = clock.nanos() + TIME_KNOWN_NANOS;
    }

    private void timeUnknown(Exception problem) {
        LOG.log(System.Logger.Level.DEBUG, "the clock of " + traits.name() + " could not be read", problem);
    }

    private FeedStatus connected() {
        return transport == Transport.POLLING ? FeedStatus.POLLING : FeedStatus.CONNECTED;
    }

    private String describe() {
        return switch (transport) {
            case STREAM -> "streaming from " + traits.name();
            case POLLING -> "polling " + traits.name() + (traits.streams() ? ", because its stream cannot be had" : "");
            case NONE -> "not connected to " + traits.name();
        };
    }

    private void heard() {
        lastHeardNanos = clock.nanos();
        if (phase == Phase.STALE) {
            phase = Phase.LIVE;
            tell(connected(), describe());
        }
        if (lastHeardNanos - openedAtNanos > settings.staleNanos()) {
            backOff.reset();
            if (transport == Transport.STREAM) {
                streamFailures = 0;
            }
        }
    }

    private void onClosed(String why) {
        boolean wasUp = phase == Phase.LIVE || phase == Phase.STALE;
        closeStream();
        generation++;
        repair.onDisconnected(why);
        if (transport == Transport.STREAM) {
            streamFailures++;
        }
        long wait = backOff.nextNanos();
        phase = Phase.NOT_REACHABLE;
        String sentence = traits.name() + (wasUp ? " was lost: " : " cannot be reached: ") + why;
        if (wasUp || !sentence.equals(detail)) {
            tell(FeedStatus.DISCONNECTED, sentence);
        }
        waiting = scheduler.after(wait, this::reconnect);
    }

    private synchronized void reconnect() {
        connect();
    }

    private synchronized void tick() {
        if (phase == Phase.CLOSED) {
            return;
        }
        long now = clock.nanos();
        boolean up = phase == Phase.LIVE || phase == Phase.STALE;
        if (phase == Phase.CONNECTING && now - attemptedAtNanos > settings.connectNanos()) {
            onClosed("no answer");
        } else if (up && now - lastHeardNanos > settings.lostNanos()) {
            onClosed("silent for " + (now - lastHeardNanos) / 1_000_000_000L + " s");
        } else if (phase == Phase.LIVE && now - lastHeardNanos > settings.staleNanos()) {
            phase = Phase.STALE;
            tell(
                    FeedStatus.STALE,
                    traits.name() + " has been silent for " + settings.staleNanos() / 1_000_000_000L + " s");
        } else if (up && shouldTryToStream(now)) {
            switchToStream();
        } else if (up && now > measureAtNanos) {
            measureTime();
        }
        repair.tick(phase == Phase.LIVE || phase == Phase.STALE);
        lookForLostInstruments(now);
    }

    /** An instrument that the venue trades and that is not heard makes the feed stale, and the connection is opened anew in time. */
    private void lookForLostInstruments(long now) {
        boolean lost = phase == Phase.LIVE && repair.lostSinceNanos() != Long.MAX_VALUE;
        if (lost && now - repair.lostSinceNanos() > settings.lostNanos() - settings.staleNanos()) {
            onClosed("nothing was heard of " + repair.lostInstruments());
            lost = false;
        } else if (lost && !instrumentsLost) {
            tell(FeedStatus.STALE, repair.lostInstruments() + " is silent while " + traits.name() + " trades it");
        } else if (!lost && instrumentsLost && phase == Phase.LIVE) {
            tell(connected(), describe());
        }
        instrumentsLost = lost;
    }

    private boolean shouldTryToStream(long now) {
        return transport == Transport.POLLING && traits.streams() && now - openedAtNanos > settings.streamRetryNanos();
    }

    /** Planned, so without a wait; one more failure is enough to go on polling. */
    private void switchToStream() {
        closeStream();
        repair.onDisconnected("its stream is tried again");
        streamFailures = settings.streamFailuresBeforePolling() - 1;
        tell(FeedStatus.DISCONNECTED, "leaving off polling " + traits.name() + " to try its stream again");
        connect();
    }

    private void tell(FeedStatus status, String sentence) {
        detail = sentence;
        queue.status(time.stamp(time.venueNanos()), status, sentence);
        queue.publish();
    }

    private void renewBook(int instrument) {
        VenueStream open = stream;
        if (open != null) {
            open.renewBook(instrument);
        }
    }

    private void closeStream() {
        VenueStream old = stream;
        stream = null;
        if (old != null) {
            try {
                blocking.execute(old::close);
            } catch (RejectedExecutionException e) {
                old.close();
            }
        }
    }

    synchronized FeedHealth health() {
        return new FeedHealth(
                traits.name(),
                transport,
                phase,
                detail,
                lastHeardNanos,
                time.leadNanos(),
                connections,
                unreadable,
                repair.duplicates(),
                stretches.refilled(),
                stretches.notTrusted(),
                requests.complaints(),
                repair.instruments(),
                stretches.newest());
    }

    @Override
    public synchronized void close() {
        phase = Phase.CLOSED;
        transport = Transport.NONE;
        generation++;
        requests.close();
        if (ticking != null) {
            ticking.close();
        }
        if (waiting != null) {
            waiting.close();
        }
        closeStream();
    }

    /** Hears one connection; what an old one says after it was given up is not heard. */
    private final class Ear implements StreamListener {

        private final long generation;

        Ear(long generation) {
            this.generation = generation;
        }

        /** Under the lock, and only as long as this connection is the one that counts. */
        private void hear(Runnable what) {
            synchronized (VenueSession.this) {
                if (generation == VenueSession.this.generation) {
                    what.run();
                }
            }
        }

        private void hearMarket(Runnable what) {
            hear(() -> {
                heard();
                what.run();
            });
        }

        @Override
        public void onOpened() {
            hear(VenueSession.this::onOpened);
        }

        @Override
        public void onTrade(int instrument, PublicTrade trade) {
            hearMarket(() -> repair.onTrade(instrument, trade));
        }

        @Override
        public void onDelta(int instrument, BookDelta delta) {
            hearMarket(() -> repair.onDelta(instrument, delta));
        }

        @Override
        public void onSnapshot(int instrument, BookSnapshot snapshot) {
            hearMarket(() -> repair.onSnapshot(instrument, snapshot));
        }

        @Override
        public void onBest(int instrument, BestPrices best) {
            hearMarket(() -> repair.onBest(instrument, best));
        }

        @Override
        public void onAlive() {
            hear(VenueSession.this::heard);
        }

        @Override
        public void onUnreadable(String why) {
            hearMarket(() -> {
                unreadable++;
                LOG.log(System.Logger.Level.DEBUG, "a message of " + traits.name() + " cannot be read: " + why);
            });
        }

        @Override
        public void onClosed(String why) {
            hear(() -> VenueSession.this.onClosed(why));
        }
    }
}
