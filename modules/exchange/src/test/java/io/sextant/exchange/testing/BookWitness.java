package io.sextant.exchange.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Side;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.live.FeedHealth.InstrumentHealth;
import io.sextant.exchange.standin.market.BookReplay;
import io.sextant.exchange.standin.market.MarketTruth;
import io.sextant.exchange.standin.market.MarketUpdate;
import io.sextant.marketdata.depth.DepthView;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Looks whether a book that counts as trusted is one that the venue had. Unnumbered ones never go back to an older one. */
public final class BookWitness {

    /** How a book is known to be the venue's. */
    public enum Claim {
        /** It names the venue's own update, so it is that one's book, to the last level. */
        NAMES_UPDATE,
        /** The venue numbers nothing that lasts: it is the book after some update. */
        AFTER_SOME_UPDATE,
        /** As before, but the venue lets only its ten best levels a side be checked. */
        TEN_BEST_AFTER_SOME_UPDATE
    }

    private static final int CHECKED_LEVELS = 10;

    private final int instrument;
    private final Claim claim;
    private final MarketTruth truth;
    private BookReplay replay;
    private final int levels;

    public BookWitness(int instrument, Claim claim, MarketTruth truth) {
        this.instrument = instrument;
        this.claim = claim;
        this.truth = truth;
        replay = new BookReplay(truth);
        levels = claim == Claim.TEN_BEST_AFTER_SOME_UPDATE ? CHECKED_LEVELS : Integer.MAX_VALUE;
    }

    /** False for a book that says itself that it is not to be trusted. */
    public boolean check(FeedHealth health, EngineTwin engine) {
        InstrumentHealth line = health.instruments().get(instrument);
        if (!line.bookTrusted()) {
            return false;
        }
        if (claim == Claim.NAMES_UPDATE) {
            if (line.bookSequence() < replay.book().updateId()) {
                // A cache on the way had an older one; it is still the venue's.
                replay = new BookReplay(truth);
            }
            replay.advanceTo(line.bookSequence());
            if (!isTrue(engine.books())) {
                refute(engine.books(), "after update " + line.bookSequence());
            }
            return true;
        }
        while (!isTrue(engine.books())) {
            if (!replay.advance()) {
                refute(engine.books(), "after any update since the last look");
            }
        }
        return true;
    }

    /** Fails when the book that was found is of before this time. */
    public void assertNewerThan(long venueNanos) {
        assertThat(replay.peek().map(MarketUpdate::timeNanos).orElse(Long.MAX_VALUE))
                .as("time of the first update that the book of %s does not have", truth.pair())
                .isGreaterThan(venueNanos);
    }

    private boolean isTrue(DepthView book) {
        return isTrue(book, Side.BUY, replay.book().bids())
                && isTrue(book, Side.SELL, replay.book().asks());
    }

    private boolean isTrue(DepthView book, Side side, NavigableMap<Long, Long> wanted) {
        int count = Math.min(levels, wanted.size());
        if (Math.min(levels, book.levels(instrument, side)) != count) {
            return false;
        }
        int depth = 0;
        for (Map.Entry<Long, Long> level : wanted.entrySet()) {
            if (depth == count) {
                return true;
            }
            if (book.priceTicks(instrument, side, depth) != level.getKey()
                    || book.lots(instrument, side, depth) != level.getValue()) {
                return false;
            }
            depth++;
        }
        return true;
    }

    private void refute(DepthView book, String when) {
        for (Side side : Side.values()) {
            Map<Long, Long> told = new TreeMap<>();
            for (int depth = 0; depth < book.levels(instrument, side); depth++) {
                told.put(book.priceTicks(instrument, side, depth), book.lots(instrument, side, depth));
            }
            assertThat(told)
                    .as("%s of %s %s", side, truth.pair(), when)
                    .isEqualTo(new TreeMap<>(
                            side == Side.BUY
                                    ? replay.book().bids()
                                    : replay.book().asks()));
        }
        throw new AssertionError("the book of " + truth.pair() + " was not true " + when);
    }
}
