package io.sextant.app.session;

import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.exchange.live.BarRequests;
import io.sextant.exchange.port.Listing;
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
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps what a live feed could not trust as marks of the archived bars, and takes a mark away once the venue's own bars are in
 * their place. Bars are replaced only when the venue's answer reaches over the whole stretch; what it does not reach, or does
 * not have where we do, stays marked. Thread-safe; nobody waits for the venue while another keeps marks.
 */
final class LiveMarks implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LiveMarks.class.getName());

    /** What an engine archives. */
    private static final List<Timeframe> ARCHIVED = List.of(Timeframe.M1, Timeframe.H1);

    /** A venue may still change a bar that has just ended. */
    static final long SETTLED_NANOS = 90_000_000_000L;

    /** Bars to ask for around a stretch: when the market is quiet, that many may be missing and it is still reached over. */
    private static final int MARGIN_BARS = 60;

    private static final int MOST_ANSWERS = 16;

    /** So that a long list of marks does not use up what the venue lets us ask. */
    private static final int MOST_ASKED_A_TURN = 4;

    /** What the venue could not mend is not asked again before. */
    private static final long AGAIN_NANOS = 600_000_000_000L;

    private final BarRequests requests;
    private final List<Listing> listings;
    private final BarArchive archive;
    private final AtomicBoolean repairing = new AtomicBoolean();

    /** Held by whoever reads or writes marks; never while the venue is asked. */
    private final Object archiving = new Object();

    private final Set<Stretch> kept = new HashSet<>();
    private boolean closed;

    /** Only who is repairing. */
    private final Map<Question, Long> askedAtNanos = new HashMap<>();

    private record Question(Listing listing, Timeframe timeframe, MarkedStretch mark) {

        InstrumentId instrument() {
            return listing.instrument().id();
        }
    }

    LiveMarks(BarRequests requests, List<Listing> listings, BarArchive archive) {
        this.requests = requests;
        this.listings = listings;
        this.archive = archive;
    }

    /** Adds what is new among a feed's stretches. One that could not be written is tried again with the next call. */
    void keep(List<Stretch> newest) {
        synchronized (archiving) {
            if (closed) {
                return;
            }
            kept.retainAll(newest);
            for (Stretch stretch : newest) {
                if (stretch.kind() == Stretch.Kind.NOT_TRUSTED && !kept.contains(stretch)) {
                    for (Timeframe timeframe : ARCHIVED) {
                        mark(stretch.instrument(), timeframe, touched(stretch, timeframe));
                    }
                    kept.add(stretch);
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

    /**
     * Asks the venue for the bars of marks that are over by now. A venue that cannot be asked ends it until the next time; one
     * that will not answer about one stretch is asked about the others. Does nothing while another call is at it.
     */
    void repair(long nowNanos) throws VenueException {
        if (!repairing.compareAndSet(false, true)) {
            return;
        }
        try {
            askedAtNanos.values().removeIf(at -> at + AGAIN_NANOS <= nowNanos);
            for (Question question : due(nowNanos)) {
                if (!isMended(question, nowNanos)) {
                    askedAtNanos.put(question, nowNanos);
                }
            }
        } finally {
            repairing.set(false);
        }
    }

    private List<Question> due(long nowNanos) {
        List<Question> due = new ArrayList<>();
        synchronized (archiving) {
            for (Listing listing : closed ? List.<Listing>of() : listings) {
                for (Timeframe timeframe : ARCHIVED) {
                    for (MarkedStretch mark : archive.marks(listing.instrument().id(), timeframe)) {
                        Question question = new Question(listing, timeframe, mark);
                        boolean over = mark.toNanos() + SETTLED_NANOS <= nowNanos;
                        if (over && !askedAtNanos.containsKey(question) && due.size() < MOST_ASKED_A_TURN) {
                            due.add(question);
                        }
                    }
                }
            }
        }
        return due;
    }

    private boolean isMended(Question question, long nowNanos) throws VenueException {
        Timeframe timeframe = question.timeframe();
        long margin = MARGIN_BARS * timeframe.nominalNanos();
        List<BarSeries> answers = new ArrayList<>();
        try {
            requests.ask(
                    question.listing(),
                    timeframe,
                    timeframe.startOf(question.mark().fromNanos() - margin),
                    Math.min(timeframe.startOf(question.mark().toNanos() + margin), timeframe.startOf(nowNanos)),
                    MOST_ANSWERS,
                    answers::add);
        } catch (VenueException e) {
            switch (e.kind()) {
                case UNREACHABLE, THROTTLED -> throw e;
                case REFUSED, UNREADABLE -> {
                    LOG.log(
                            System.Logger.Level.DEBUG,
                            () -> "no bars of " + question.instrument() + " to mend with",
                            e);
                    return false;
                }
            }
        }
        return !answers.isEmpty() && isMended(question, BarSeries.concat(answers));
    }

    private boolean isMended(Question question, BarSeries found) {
        InstrumentId instrument = question.instrument();
        Timeframe timeframe = question.timeframe();
        MarkedStretch mark = question.mark();
        if (found.firstTimeNanos() > mark.fromNanos() || timeframe.nextStart(found.lastTimeNanos()) < mark.toNanos()) {
            return false;
        }
        BarSeries better = LivePast.traded(
                found.copyOfRange(found.indexAtOrAfter(mark.fromNanos()), found.indexAtOrAfter(mark.toNanos())));
        synchronized (archiving) {
            List<MarkedStretch> marks = new ArrayList<>(closed ? List.of() : archive.marks(instrument, timeframe));
            // The mark may have grown while the venue was asked; then it is another question.
            if (!marks.remove(mark)) {
                return false;
            }
            BarSeries ours = archive.read(instrument, timeframe, mark.fromNanos(), mark.toNanos());
            archive.mend(instrument, timeframe, mark.fromNanos(), mark.toNanos(), better);
            if (hasAll(better, ours)) {
                archive.keepMarks(instrument, timeframe, marks);
                return true;
            }
            return false;
        }
    }

    /** Whether there is a better bar for each of ours in which something was traded. */
    private static boolean hasAll(BarSeries better, BarSeries ours) {
        for (int i = 0; i < ours.size(); i++) {
            int there = better.indexAtOrAfter(ours.openTimeNanos()[i]);
            boolean missing = there == better.size() || better.openTimeNanos()[there] != ours.openTimeNanos()[i];
            if (missing && ours.volume()[i] > 0) {
                return false;
            }
        }
        return true;
    }

    /** From now on the archive is left alone, whoever is still waiting for the venue. */
    @Override
    public void close() {
        synchronized (archiving) {
            closed = true;
        }
    }
}
