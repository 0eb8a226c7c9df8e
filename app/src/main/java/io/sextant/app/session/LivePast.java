package io.sextant.app.session;

import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.Clock;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.marketdata.BarArchive;
import java.util.List;
import java.util.function.Consumer;

/** What a venue remembers, put into the archive: a day of minutes and sixty days of hours, or what is missing of them. */
record LivePast(VenueConnector connector, BarArchive archive, Clock clock) {

    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** No venue needs more answers for what is asked here. */
    private static final int MOST_PAGES = 16;

    /** The first failure ends it: history can be had later, and a desk without a network opens without waiting for more. */
    void prepare(List<Listing> listings, Consumer<String> preparing) {
        long now = clock.nanos();
        try {
            for (Listing listing : listings) {
                fill(listing, Timeframe.H1, now - 60 * DAY_NANOS, now);
                fill(listing, Timeframe.M1, now - DAY_NANOS, now);
            }
        } catch (VenueException e) {
            preparing.accept("The past is not filled up: " + connector.traits().name() + " is not reachable ("
                    + e.getMessage() + ").");
        }
    }

    private void fill(Listing listing, Timeframe timeframe, long fromNanos, long untilNanos) throws VenueException {
        BarSeries newest = archive.readBefore(listing.instrument().id(), timeframe, untilNanos, 1);
        long known = newest.isEmpty() ? fromNanos : timeframe.nextStart(newest.lastTimeNanos());
        long next = Math.max(timeframe.startOf(fromNanos), known);
        long end = timeframe.startOf(untilNanos);
        for (int page = 0; page < MOST_PAGES && next < end; page++) {
            BarSeries bars = connector.bars(listing, timeframe, next, end);
            if (bars.isEmpty()) {
                return;
            }
            archive.append(listing.instrument().id(), timeframe, bars);
            next = timeframe.nextStart(bars.lastTimeNanos());
        }
    }
}
