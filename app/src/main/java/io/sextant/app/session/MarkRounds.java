package io.sextant.app.session;

import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Scheduler;
import io.sextant.exchange.live.BarRequests;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.live.LiveFeed;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.VenueException;
import io.sextant.marketdata.BarArchive;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Has a live feed's marks kept every second and mended twice a minute, and kept once more when the feed is over. */
final class MarkRounds implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MarkRounds.class.getName());
    private static final long KEEP_NANOS = 1_000_000_000L;
    private static final long REPAIR_NANOS = 30_000_000_000L;

    private final BarRequests requests;
    private final List<Listing> listings;
    private final LiveFeed feed;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Executor blocking;
    private volatile @Nullable LiveMarks marks;

    MarkRounds(
            BarRequests requests,
            List<Listing> listings,
            LiveFeed feed,
            Clock clock,
            Scheduler scheduler,
            Executor blocking) {
        this.requests = requests;
        this.listings = listings;
        this.feed = feed;
        this.clock = clock;
        this.scheduler = scheduler;
        this.blocking = blocking;
    }

    void begin(BarArchive archive) {
        LiveMarks begun = new LiveMarks(requests, listings, archive);
        marks = begun;
        // Before a trade is heard, so that the gap is known whatever happens next.
        keep(begun);
        scheduler.every(KEEP_NANOS, () -> inBackground(() -> keep(begun)));
        scheduler.every(REPAIR_NANOS, () -> inBackground(() -> repair(begun)));
    }

    private void keep(LiveMarks begun) {
        begun.keep(feed.health().newestStretches());
    }

    private void repair(LiveMarks begun) {
        if (feed.health().phase() != FeedHealth.Phase.LIVE) {
            return;
        }
        try {
            begun.repair(clock.nanos());
        } catch (VenueException e) {
            LOG.log(System.Logger.Level.DEBUG, "marked stretches wait for " + requests.venue(), e);
        }
    }

    private void inBackground(Runnable work) {
        try {
            blocking.execute(() -> orLater(work));
        } catch (RejectedExecutionException closing) {
            LOG.log(System.Logger.Level.DEBUG, "the desk is closing", closing);
        }
    }

    private static void orLater(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "marks of not trusted bars could not be kept yet", e);
        }
    }

    /** After this nothing here touches the archive; the feed is to be closed before, so that its last stretches are known. */
    @Override
    public void close() {
        LiveMarks begun = marks;
        if (begun != null) {
            orLater(() -> keep(begun));
            begun.close();
        }
    }
}
