package io.sextant.app.session;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.Clock;
import io.sextant.exchange.live.BarRequests;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.VenueException;
import io.sextant.marketdata.BarArchive;
import java.util.List;
import java.util.function.Consumer;

/** What a venue remembers, put into the archive: a day of minutes and sixty days of hours, or what is missing of them. */
record LivePast(BarRequests requests, BarArchive archive, Clock clock) {

    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** No venue needs more answers for what is asked here. */
    private static final int MOST_ANSWERS = 16;

    /** The first failure ends it: history can be had later, and a desk without a network opens without waiting for more. */
    void prepare(List<Listing> listings, Consumer<String> preparing) {
        long now = clock.nanos();
        try {
            for (Listing listing : listings) {
                fill(listing, Timeframe.H1, now - 60 * DAY_NANOS, now);
                fill(listing, Timeframe.M1, now - DAY_NANOS, now);
            }
        } catch (VenueException e) {
            preparing.accept(
                    "The past is not filled up: " + requests.venue() + " is not reachable (" + e.getMessage() + ").");
        }
    }

    private void fill(Listing listing, Timeframe timeframe, long fromNanos, long untilNanos) throws VenueException {
        BarSeries newest = archive.readBefore(listing.instrument().id(), timeframe, untilNanos, 1);
        long known = newest.isEmpty() ? fromNanos : timeframe.nextStart(newest.lastTimeNanos());
        requests.ask(
                listing,
                timeframe,
                Math.max(timeframe.startOf(fromNanos), known),
                timeframe.startOf(untilNanos),
                MOST_ANSWERS,
                bars -> archive.append(listing.instrument().id(), timeframe, traded(bars)));
    }

    /** A time without trades has no bar here, whatever a venue makes of it. */
    static BarSeries traded(BarSeries found) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (int i = 0; i < found.size(); i++) {
            if (found.volume()[i] > 0) {
                bars.add(
                        found.openTimeNanos()[i],
                        found.open()[i],
                        found.high()[i],
                        found.low()[i],
                        found.close()[i],
                        found.volume()[i]);
            }
        }
        return bars.build();
    }
}
