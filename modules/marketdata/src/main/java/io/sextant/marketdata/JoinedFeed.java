package io.sextant.marketdata;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Several feeds as one, with their instruments one after the other. The step that is earliest comes first, at the same time that of the
 * earlier feed. All of them are in one market time, which goes no further by itself than the one that is furthest behind.
 */
public final class JoinedFeed implements Feed {

    private final String name;
    private final List<Feed> feeds;
    private final InstrumentCatalog instruments;
    private final Shifted[] shifted;
    private final boolean reproducible;
    private final long latenessNanos;

    public JoinedFeed(String name, List<? extends Feed> feeds) {
        this.name = name;
        this.feeds = List.copyOf(feeds);
        reproducible = this.feeds.getFirst().isReproducible();
        if (this.feeds.stream().anyMatch(feed -> feed.isReproducible() != reproducible)) {
            throw new IllegalArgumentException("a recording and a live market have no time in common");
        }
        instruments = new InstrumentCatalog(this.feeds.stream()
                .flatMap(feed -> feed.instruments().all().stream())
                .toList());
        latenessNanos = this.feeds.stream().mapToLong(Feed::latenessNanos).max().orElse(0);
        shifted = new Shifted[this.feeds.size()];
        int first = 0;
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = new Shifted(i, first);
            first += this.feeds.get(i).instruments().size();
        }
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
        return reproducible;
    }

    @Override
    public long nextNanos() {
        long next = NOTHING_DUE;
        for (int i = 0; i < shifted.length; i++) {
            next = Math.min(next, feeds.get(i).nextNanos());
        }
        return next;
    }

    @Override
    public void step(MarketSink sink) {
        int earliest = 0;
        long next = feeds.getFirst().nextNanos();
        for (int i = 1; i < shifted.length; i++) {
            long here = feeds.get(i).nextNanos();
            if (here < next) {
                earliest = i;
                next = here;
            }
        }
        shifted[earliest].to = sink;
        feeds.get(earliest).step(shifted[earliest]);
    }

    @Override
    public long marketNanosAt(long wallNanos) {
        long behind = Long.MAX_VALUE;
        for (int i = 0; i < shifted.length; i++) {
            behind = Math.min(behind, feeds.get(i).marketNanosAt(wallNanos));
        }
        return behind;
    }

    @Override
    public long latenessNanos() {
        return latenessNanos;
    }

    @Override
    public void save(StateWriter out) {
        feeds.forEach(feed -> feed.save(out));
    }

    @Override
    public void load(StateReader in) {
        feeds.forEach(feed -> feed.load(in));
    }

    @Override
    public void close() {
        List<RuntimeException> failed = new ArrayList<>();
        for (Feed feed : feeds) {
            try {
                feed.close();
            } catch (RuntimeException e) {
                failed.add(e);
            }
        }
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
    }

    /** Tells what a member says under the indices of all. */
    private static final class Shifted implements MarketSink {

        private final int venue;
        private final int first;
        private MarketSink to = this;

        Shifted(int venue, int first) {
            this.venue = venue;
            this.first = first;
        }

        @Override
        public void onTrade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
            to.onTrade(first + instrument, timeNanos, priceTicks, lots, aggressor);
        }

        @Override
        public void onQuote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
            to.onQuote(first + instrument, timeNanos, bidTicks, bidLots, askTicks, askLots);
        }

        @Override
        public void onLevel(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
            to.onLevel(first + instrument, timeNanos, side, priceTicks, lots);
        }

        @Override
        public void onHeadline(Headline headline) {
            to.onHeadline(headline);
        }

        @Override
        public void onStatus(FeedStatus status, String detail) {
            to.onStatus(venue, status, detail);
        }
    }
}
