package io.sextant.exchange.live;

import io.sextant.domain.time.Clock;
import io.sextant.exchange.port.BestPrices;
import io.sextant.exchange.port.BookDelta;
import io.sextant.exchange.port.BookSnapshot;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.PublicTrade;
import io.sextant.exchange.port.RequestKind;
import io.sextant.exchange.port.VenueConnector;
import io.sextant.exchange.port.VenueException;
import io.sextant.exchange.port.VenueTraits;
import io.sextant.exchange.sequence.DepthSequencer.Outcome;
import io.sextant.exchange.sequence.StretchLog;
import io.sextant.exchange.sequence.TradeSequencer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** Asks for what a stream did not bring: whole books for those that lost their thread, and trades for holes in them. */
final class MarketRepair {

    /** A venue's book is asked for again after this, so that an old one has time to grow older than the updates at hand. */
    private static final long BOOK_AGAIN_NANOS = 500_000_000L;

    private static final long RENEW_AGAIN_NANOS = 5_000_000_000L;

    /** A venue that has not yet what is missing is asked again after this. */
    private static final long TRADES_AGAIN_NANOS = 500_000_000L;

    private final VenueConnector connector;
    private final VenueTraits traits;
    private final List<Listing> listings;
    private final LiveSettings settings;
    private final MarketTime time;
    private final Clock clock;
    private final RequestDesk requests;
    private final List<InstrumentLine> lines = new ArrayList<>();
    private final boolean[] askingBook;
    private final boolean[] askingTrades;
    private final long[] bookNotBeforeNanos;
    private final long[] tradesNotBeforeNanos;
    private final boolean[] catchingUp;
    private final SilenceWatch silence;
    private final IntConsumer renewBook;
    private long lostSinceNanos;
    private long connectedNanos;

    MarketRepair(
            VenueConnector connector,
            List<Listing> listings,
            LiveSettings settings,
            MarketQueue queue,
            MarketTime time,
            StretchLog stretches,
            Clock clock,
            RequestDesk requests,
            IntConsumer renewBook) {
        this.connector = connector;
        traits = connector.traits();
        this.listings = listings;
        this.settings = settings;
        this.time = time;
        this.clock = clock;
        this.requests = requests;
        this.renewBook = renewBook;
        for (int i = 0; i < listings.size(); i++) {
            lines.add(new InstrumentLine(
                    i,
                    listings.get(i).instrument().id(),
                    queue,
                    stretches,
                    time,
                    traits.checksum(),
                    traits.mostLevels()));
        }
        askingBook = new boolean[listings.size()];
        askingTrades = new boolean[listings.size()];
        bookNotBeforeNanos = new long[listings.size()];
        tradesNotBeforeNanos = new long[listings.size()];
        catchingUp = new boolean[listings.size()];
        silence = new SilenceWatch(listings.size(), settings.staleNanos());
    }

    /**
     * What was on its way when the engine stopped is as lost as what came while it was not running, and so may be a mark of a
     * hole that had just been given up.
     */
    void resumeAfter(KnownPast known) {
        lines.forEach(line -> line.resumeAfter(known, 2 * settings.patienceNanos()));
    }

    void onConnected() {
        silence.begin(clock.nanos());
        connectedNanos = time.venueNanos();
        for (int i = 0; i < lines.size(); i++) {
            bookNotBeforeNanos[i] = 0;
            tradesNotBeforeNanos[i] = 0;
            // What was asked on the connection before may never be answered.
            askingBook[i] = false;
            askingTrades[i] = false;
            askForBook(i);
            if (catchingUp[i]) {
                askForTrades(i);
            }
        }
    }

    void onDisconnected(String why) {
        long now = clock.nanos();
        if (lostSinceNanos == 0) {
            lostSinceNanos = now;
        }
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).disconnect(why, time.venueNanos());
            catchingUp[i] = lines.get(i).trades().hasBegun();
        }
        holdTime();
    }

    void onTrade(int i, PublicTrade trade) {
        InstrumentLine line = lines.get(i);
        long now = clock.nanos();
        silence.heardTrade(i, now);
        if (trade.lots() <= 0 || trade.timeNanos() > time.venueNanos() + settings.greatestLeadNanos()) {
            return;
        }
        line.onTrade(trade);
        line.noteHole(now);
        if (line.trades().hasHole()) {
            askForTrades(i);
        }
        holdTime();
        tellTrades();
    }

    /** Tells the trades of all instruments in the order of their times, as far as nothing older may still come. */
    void tellTrades() {
        while (true) {
            InstrumentLine oldest = null;
            long oldestNanos = TradeSequencer.NONE;
            for (InstrumentLine line : lines) {
                long nanos = line.trades().peekNanos();
                if (nanos < oldestNanos) {
                    oldest = line;
                    oldestNanos = nanos;
                }
            }
            if (oldest == null || time.isHeld(oldestNanos) || !oldest.trades().tellNext()) {
                return;
            }
        }
    }

    void onDelta(int i, BookDelta delta) {
        silence.heard(i, clock.nanos());
        switch (lines.get(i).onDelta(delta)) {
            case APPLIED, IGNORED -> {}
            case HELD, LOST, TOO_OLD -> askForBook(i);
        }
    }

    /** A book that the stream or polling brought. */
    void onSnapshot(int i, BookSnapshot snapshot) {
        silence.heard(i, clock.nanos());
        takeSnapshot(i, snapshot);
    }

    private void takeSnapshot(int i, BookSnapshot snapshot) {
        Outcome outcome = lines.get(i).onSnapshot(snapshot, time.venueNanos());
        if (outcome == Outcome.TOO_OLD || outcome == Outcome.LOST) {
            askForBook(i);
        }
    }

    void onBest(int i, BestPrices best) {
        silence.heard(i, clock.nanos());
        lines.get(i).onBest(best, time.venueNanos());
    }

    void tick(boolean up) {
        long now = clock.nanos();
        boolean impatient = lostSinceNanos != 0 && now - lostSinceNanos >= settings.patienceNanos();
        for (int i = 0; i < lines.size(); i++) {
            InstrumentLine line = lines.get(i);
            boolean mayAsk = line.breathe();
            line.noteUnheard();
            line.noteHole(now);
            line.giveUpHole(now, settings.patienceNanos());
            if (up && mayAsk && !line.hasTrustedBook()) {
                askForBook(i);
            }
            if (up && silence.isDue(i, now)) {
                askWhetherItTrades(i);
            }
            if (up && (catchingUp[i] || line.trades().hasHole())) {
                askForTrades(i);
            }
        }
        if (impatient) {
            lostSinceNanos = 0;
        }
        holdTime();
        tellTrades();
    }

    /** Market time waits at the oldest hole, and where the connection was lost, but not for ever. */
    private void holdTime() {
        long held = Long.MAX_VALUE;
        for (int i = 0; i < lines.size(); i++) {
            InstrumentLine line = lines.get(i);
            if (line.holeSinceNanos() != 0 || (lostSinceNanos != 0 && catchingUp[i])) {
                held = Math.min(held, line.trades().lastUnbrokenNanos());
            }
        }
        time.holdAt(held);
    }

    private void askWhetherItTrades(int i) {
        if (askingTrades[i]) {
            return;
        }
        silence.asked(i, clock.nanos());
        askingTrades[i] = true;
        Listing listing = listings.get(i);
        boolean begun = lines.get(i).trades().hasBegun();
        long first = begun ? lines.get(i).trades().nextMissingId() : 0;
        long since = lines.get(i).trades().lastUnbrokenNanos();
        requests.ask(
                RequestKind.TRADES,
                () -> connector.tradesFrom(listing, first, since),
                trades -> {
                    noteLost(i, first, trades);
                    if (begun) {
                        onRefill(i, first, trades);
                    } else {
                        // Where trades begin is for the stream to say: these may be of an earlier life.
                        askingTrades[i] = false;
                    }
                },
                problem -> tradesFailed(i, problem));
    }

    /** A trade that only just happened may still be on its way, and one before the connection was for another to tell. */
    private void noteLost(int i, long first, List<PublicTrade> trades) {
        long now = clock.nanos();
        long old = time.venueNanos() - settings.staleNanos() / 2;
        long from = first > 0 ? Long.MIN_VALUE : connectedNanos;
        boolean unheard = trades.stream()
                .anyMatch(trade -> trade.id() >= first && trade.timeNanos() > from && trade.timeNanos() < old);
        if (unheard && silence.isSilent(i, now)) {
            silence.lost(i, now);
            lines.get(i).loseBook("it is silent while the venue trades it", time.venueNanos());
        }
    }

    /** Since when an instrument has been lost while the others are heard; the greatest time there is when none is. */
    long lostSinceNanos() {
        return silence.lostSinceNanos();
    }

    /** Those instruments, for people. */
    String lostInstruments() {
        return lines.stream()
                .filter(line -> silence.isLost(line.index()))
                .map(line -> line.health().instrument().symbol())
                .collect(Collectors.joining(", "));
    }

    private void askForBook(int i) {
        long now = clock.nanos();
        boolean deaf = silence.isLost(i) && traits.books() == VenueTraits.Books.REQUESTED;
        if (deaf || askingBook[i] || now < bookNotBeforeNanos[i]) {
            return;
        }
        if (traits.books() == VenueTraits.Books.STREAMED) {
            bookNotBeforeNanos[i] = now + RENEW_AGAIN_NANOS;
            renewBook.accept(i);
            return;
        }
        askingBook[i] = true;
        bookNotBeforeNanos[i] = now + BOOK_AGAIN_NANOS;
        Listing listing = listings.get(i);
        requests.ask(
                RequestKind.BOOK,
                () -> connector.book(listing),
                book -> {
                    askingBook[i] = false;
                    takeSnapshot(i, book);
                },
                problem -> askingBook[i] = false);
    }

    private void askForTrades(int i) {
        if (askingTrades[i] || clock.nanos() < tradesNotBeforeNanos[i]) {
            return;
        }
        askingTrades[i] = true;
        Listing listing = listings.get(i);
        long first = lines.get(i).trades().nextMissingId();
        long since = lines.get(i).trades().lastUnbrokenNanos();
        requests.ask(
                RequestKind.TRADES,
                () -> connector.tradesFrom(listing, first, since),
                trades -> onRefill(i, first, trades),
                problem -> tradesFailed(i, problem));
    }

    private void onRefill(int i, long first, List<PublicTrade> trades) {
        askingTrades[i] = false;
        InstrumentLine line = lines.get(i);
        line.onRefill(trades);
        boolean moved = line.trades().nextMissingId() > first;
        tradesNotBeforeNanos[i] = moved ? 0 : clock.nanos() + TRADES_AGAIN_NANOS;
        if (moved && (line.trades().hasHole() || catchingUp[i])) {
            askForTrades(i);
        } else if (!line.trades().hasHole()) {
            catchingUp[i] = false;
        }
        if (!isCatchingUp()) {
            lostSinceNanos = 0;
        }
        line.noteHole(clock.nanos());
        holdTime();
        tellTrades();
    }

    private boolean isCatchingUp() {
        for (boolean one : catchingUp) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /** The next tick asks again; a venue that refuses will not know better then, so the hole is given up in time. */
    private void tradesFailed(int i, VenueException problem) {
        askingTrades[i] = false;
        if (problem.kind() == VenueException.Kind.REFUSED) {
            lines.get(i).giveUpHole(clock.nanos(), 0);
        }
    }

    long duplicates() {
        return lines.stream().mapToLong(line -> line.trades().duplicates()).sum();
    }

    List<FeedHealth.InstrumentHealth> instruments() {
        return lines.stream().map(InstrumentLine::health).toList();
    }
}
