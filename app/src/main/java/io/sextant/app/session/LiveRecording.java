package io.sextant.app.session;

import io.sextant.domain.time.Clock;
import io.sextant.domain.time.Pause;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.time.SystemScheduler;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.live.LiveFeed;
import io.sextant.exchange.live.LiveSettings;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.recording.FeedRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What a live venue tells, into a file that can be traded on paper later. */
public record LiveRecording(long events, FeedHealth health) {

    private static final long LONGEST_PAUSE_NANOS = 5_000_000L;

    /** Returns when the time is over; libraries log into the folder. */
    public static LiveRecording make(LiveChoice choice, Path file, Path logFolder, Duration length, Clock clock)
            throws IOException {
        if (!choice.beside().isEmpty()) {
            throw new SessionProblem(
                    "A recording is of one venue, not of " + choice.label() + ". Nothing was recorded.");
        }
        FeedLog log = FeedLog.into(logFolder);
        try {
            return make(choice, file, length, clock);
        } finally {
            log.close();
        }
    }

    private static LiveRecording make(LiveChoice choice, Path file, Duration length, Clock clock) throws IOException {
        VenueConnector connector = choice.venue().connector(choice.addresses());
        try (SystemScheduler scheduler = new SystemScheduler("sextant-feed");
                ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Listing> listings = LiveMarket.askForListings(connector, choice);
            LiveFeed feed = new LiveFeed(
                    connector,
                    listings,
                    LiveSettings.USUAL,
                    clock,
                    scheduler,
                    blocking,
                    new SeededRandom(clock.nanos()));
            try (feed;
                    FeedRecorder recorder = FeedRecorder.create(file, feed.instruments(), feed.name())) {
                feed.start();
                follow(feed, recorder, clock, clock.nanos() + length.toNanos());
                return new LiveRecording(recorder.events(), feed.health());
            }
        }
    }

    private static void follow(LiveFeed feed, FeedRecorder recorder, Clock clock, long endNanos) {
        while (clock.nanos() < endNanos) {
            // As an engine would, so that the feed knows what comes too late.
            feed.marketNanosAt(clock.nanos());
            while (feed.nextNanos() != Feed.NOTHING_DUE) {
                feed.step(recorder);
            }
            Pause.PARK.parkNanos(LONGEST_PAUSE_NANOS);
        }
    }
}
