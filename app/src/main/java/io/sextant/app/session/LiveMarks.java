package io.sextant.app.session;

import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Timeframe;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.sequence.Stretch;
import io.sextant.marketdata.BarArchive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps what a live feed could not trust as marks of the archived bars, and takes a mark away once the venue's own bars are in
 * their place. Bars are replaced only when the venue's answer reaches over the whole stretch; what it does not reach, or does
 * not have where we do, stays marked. One thread at a time.
 */
final class LiveMarks {

    /** What an engine archives. */
    private static final List<Timeframe> ARCHIVED = List.of(Timeframe.M1, Timeframe.H1);

    /** A venue may still change a bar that has just ended, and our own is archived a little later too. */
    static final long SETTLED_NANOS = 90_000_000_000L;

    /** Bars to ask for around a stretch: when the market is quiet, that many may be missing and it is still reached over. */
    private static final int MARGIN_BARS = 60;

    private static final int MOST_PAGES = 16;

    /** So that a long list of marks does not use up what the venue lets us ask. */
    private static final int MOST_ASKED_A_TURN = 4;

    /** What the venue could not mend is not asked again before. */
    private static final long AGAIN_NANOS = 600_000_000_000L;

    private final VenueConnector connector;
    private final List<Listing> listings;
    private final BarArchive archive;
    private final Set<Stretch> kept = new HashSet<>();
    private final Map<Asked, Long> askedAtNanos = new HashMap<>();

    private record Asked(InstrumentId instrument, Timeframe timeframe, MarkedStretch mark) {}

    LiveMarks(VenueConnector connector, List<Listing> listings, BarArchive archive) {
        this.connector = connector;
        this.listings = listings;
        this.archive = archive;
    }

    /** Adds what is new among a feed's stretches. */
    synchronized void keep(List<Stretch> newest) {
        kept.retainAll(newest);
        for (Stretch stretch : newest) {
            if (stretch.kind() == Stretch.Kind.NOT_TRUSTED && kept.add(stretch)) {
                for (Timeframe timeframe : ARCHIVED) {
                    mark(stretch.instrument(), timeframe, touched(stretch, timeframe));
                }
            }
        }
    }

    private static MarkedStretch touched(Stretch stretch, Timeframe timeframe) {
        return new MarkedStretch(
                timeframe.startOf(stretch.fromNanos()),
                timeframe.nextStart(timeframe.startOf(stretch.toNanos())),
                stretch.why());
    }

    private void mark(InstrumentId instrument, Timeframe timeframe, MarkedStretch added) {
        List<MarkedStretch> marks = new ArrayList<>();
        MarkedStretch joined = added;
        for (MarkedStretch mark : archive.marks(instrument, timeframe)) {
            if (mark.meets(joined)) {
                joined = new MarkedStretch(
                        Math.min(mark.fromNanos(), joined.fromNanos()),
                        Math.max(mark.toNanos(), joined.toNanos()),
                        mark.why());
            } else {
                marks.add(mark);
            }
        }
        marks.add(joined);
        marks.sort(Comparator.comparingLong(MarkedStretch::fromNanos));
        archive.keepMarks(instrument, timeframe, marks);
    }

    /** Asks the venue for the bars of marks that are over by now; the first failure ends it until the next time. */
    synchronized void repair(long nowNanos) throws VenueException {
        askedAtNanos.values().removeIf(at -> at + AGAIN_NANOS <= nowNanos);
        int asked = 0;
        for (Listing listing : listings) {
            InstrumentId instrument = listing.instrument().id();
            for (Timeframe timeframe : ARCHIVED) {
                for (MarkedStretch mark : archive.marks(instrument, timeframe)) {
                    Asked question = new Asked(instrument, timeframe, mark);
                    boolean isDue = mark.toNanos() + SETTLED_NANOS <= nowNanos && !askedAtNanos.containsKey(question);
                    if (isDue && asked < MOST_ASKED_A_TURN) {
                        asked++;
                        if (repair(listing, timeframe, mark, nowNanos)) {
                            unmark(instrument, timeframe, mark);
                        } else {
                            askedAtNanos.put(question, nowNanos);
                        }
                    }
                }
            }
        }
    }

    private void unmark(InstrumentId instrument, Timeframe timeframe, MarkedStretch mended) {
        archive.keepMarks(
                instrument,
                timeframe,
                archive.marks(instrument, timeframe).stream()
                        .filter(mark -> !mark.equals(mended))
                        .toList());
    }

    private boolean repair(Listing listing, Timeframe timeframe, MarkedStretch mark, long nowNanos)
            throws VenueException {
        long margin = MARGIN_BARS * timeframe.nominalNanos();
        BarSeries found = ask(
                listing,
                timeframe,
                timeframe.startOf(mark.fromNanos() - margin),
                Math.min(timeframe.startOf(mark.toNanos() + margin), timeframe.startOf(nowNanos)));
        if (found.isEmpty()
                || found.firstTimeNanos() > mark.fromNanos()
                || timeframe.nextStart(found.lastTimeNanos()) < mark.toNanos()) {
            return false;
        }
        BarSeries better = traded(found, mark);
        BarSeries ours = archive.read(listing.instrument().id(), timeframe, mark.fromNanos(), mark.toNanos());
        archive.append(listing.instrument().id(), timeframe, better);
        for (int i = 0; i < ours.size(); i++) {
            int there = better.indexAtOrAfter(ours.openTimeNanos()[i]);
            if (there == better.size() || better.openTimeNanos()[there] != ours.openTimeNanos()[i]) {
                return false;
            }
        }
        return true;
    }

    private BarSeries ask(Listing listing, Timeframe timeframe, long fromNanos, long toNanos) throws VenueException {
        List<BarSeries> pages = new ArrayList<>();
        long next = fromNanos;
        for (int page = 0; page < MOST_PAGES && next < toNanos; page++) {
            BarSeries bars = connector.bars(listing, timeframe, next, toNanos);
            if (bars.isEmpty()) {
                break;
            }
            pages.add(bars);
            next = timeframe.nextStart(bars.lastTimeNanos());
        }
        return pages.isEmpty() ? BarSeries.EMPTY : BarSeries.concat(pages);
    }

    /** A time without trades has no bar here, whatever a venue makes of it. */
    private static BarSeries traded(BarSeries found, MarkedStretch mark) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        int end = found.indexAtOrAfter(mark.toNanos());
        for (int i = found.indexAtOrAfter(mark.fromNanos()); i < end; i++) {
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
