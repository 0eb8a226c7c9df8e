package io.sextant.exchange.sequence;

import io.sextant.domain.market.Side;
import io.sextant.exchange.port.BookChecksum;
import io.sextant.exchange.port.BookDelta;
import io.sextant.exchange.port.BookLevels;
import io.sextant.exchange.port.BookSnapshot;
import io.sextant.marketdata.depth.DepthView;
import java.util.ArrayDeque;

/**
 * One book from a snapshot and numbered updates, by the rule that venues document: updates are held until a snapshot comes; those
 * that it contains are dropped; the first one after it must follow it, and every next one its predecessor. Whatever breaks the
 * rule, crosses the book, or misses the venue's checksum makes the book untrusted: it is told as cleared and waits for a
 * new snapshot. So a reader sees the true book or none. Beyond the reach of a snapshot that was cut off nothing is known and
 * nothing is told. No clock, no thread.
 */
public final class DepthSequencer {

    /** What became of an update or a snapshot. */
    public enum Outcome {
        APPLIED,
        /** Known already: sent twice, late, or contained in the snapshot. */
        IGNORED,
        /** Waits for a snapshot. */
        HELD,
        /** The snapshot is older than the updates at hand: a newer one is needed. */
        TOO_OLD,
        /** The book lost its thread: a new snapshot is needed. */
        LOST
    }

    static final int MOST_HELD = 4_096;

    /** A side that thinned out to this share of what its cut-off snapshot had needs a new one. */
    private static final int THIN_SHARE = 4;

    private final DepthView book = new DepthView(1);
    private final ArrayDeque<BookDelta> held = new ArrayDeque<>();
    private final LevelSink sink;
    private final BookChecksum checksum;
    private final int mostLevels;
    private boolean trusted;
    private long lastSequence;
    private long bidReachTicks;
    private long askReachTicks;
    private int fewestLevels;
    private String whyLost = "no book yet";

    /** {@code mostLevels} is how deep the venue's updates reach from the best price, zero for the whole book. */
    public DepthSequencer(LevelSink sink, BookChecksum checksum, int mostLevels) {
        this.sink = sink;
        this.checksum = checksum;
        this.mostLevels = mostLevels;
    }

    public boolean isTrusted() {
        return trusted;
    }

    /** The number of the newest update in the book; means nothing while it is not trusted. */
    public long lastSequence() {
        return lastSequence;
    }

    /** Why the book is not trusted, for people. */
    public String whyLost() {
        return whyLost;
    }

    public Outcome onDelta(BookDelta delta) {
        if (!trusted) {
            return hold(delta);
        }
        if (delta.last() <= lastSequence) {
            return Outcome.IGNORED;
        }
        if (delta.first() > lastSequence + 1) {
            lose("updates " + (lastSequence + 1) + " to " + (delta.first() - 1) + " never came", delta.timeNanos());
            hold(delta);
            return Outcome.LOST;
        }
        return apply(delta) ? Outcome.APPLIED : Outcome.LOST;
    }

    /** Held updates follow each other; one that does not makes those before it useless. */
    private Outcome hold(BookDelta delta) {
        if (!held.isEmpty()) {
            long last = held.peekLast().last();
            if (delta.last() <= last) {
                return Outcome.IGNORED;
            }
            if (delta.first() > last + 1) {
                held.clear();
            }
        }
        if (held.size() == MOST_HELD) {
            held.pollFirst();
        }
        held.addLast(delta);
        return Outcome.HELD;
    }

    public Outcome onSnapshot(BookSnapshot snapshot, long timeNanos) {
        if (trusted && snapshot.sequence() <= lastSequence) {
            return Outcome.IGNORED;
        }
        if (!held.isEmpty() && held.peekFirst().first() > snapshot.sequence() + 1) {
            return Outcome.TOO_OLD;
        }
        replace(Side.BUY, snapshot.bids(), timeNanos);
        replace(Side.SELL, snapshot.asks(), timeNanos);
        remember(snapshot);
        trusted = true;
        if (book.isCrossed(0)) {
            lose("the snapshot is crossed", timeNanos);
            return Outcome.LOST;
        }
        while (trusted && !held.isEmpty()) {
            BookDelta delta = held.pollFirst();
            if (delta.last() > lastSequence) {
                apply(delta);
            }
        }
        held.clear();
        return trusted ? Outcome.APPLIED : Outcome.LOST;
    }

    private void remember(BookSnapshot snapshot) {
        lastSequence = snapshot.sequence();
        boolean bidsCut = snapshot.limit() > 0 && snapshot.bids().size() >= snapshot.limit();
        boolean asksCut = snapshot.limit() > 0 && snapshot.asks().size() >= snapshot.limit();
        bidReachTicks = bidsCut ? book.priceTicks(0, Side.BUY, book.levels(0, Side.BUY) - 1) : Long.MIN_VALUE;
        askReachTicks = asksCut ? book.priceTicks(0, Side.SELL, book.levels(0, Side.SELL) - 1) : Long.MAX_VALUE;
        fewestLevels = bidsCut || asksCut ? snapshot.limit() / THIN_SHARE : 0;
    }

    /** Forgets the book; it was cut off from its venue. */
    public void lose(String why, long timeNanos) {
        whyLost = why;
        trusted = false;
        held.clear();
        book.clear(0);
        sink.onCleared(timeNanos);
    }

    /** The connection is gone. Another one may number anew, so what waits for a book must not meet the next one's. */
    public void disconnect(String why, long timeNanos) {
        held.clear();
        if (trusted) {
            lose(why, timeNanos);
        }
    }

    private boolean apply(BookDelta delta) {
        apply(Side.BUY, delta.bids(), delta.timeNanos());
        apply(Side.SELL, delta.asks(), delta.timeNanos());
        lastSequence = delta.last();
        trim(Side.BUY, delta.timeNanos());
        trim(Side.SELL, delta.timeNanos());
        if (book.isCrossed(0)) {
            lose("the book crossed at update " + delta.last(), delta.timeNanos());
        } else if (delta.checksum() != BookDelta.NO_CHECKSUM && checksum.of(book) != delta.checksum()) {
            lose("the venue's checksum does not match", delta.timeNanos());
        } else if (isThin()) {
            lose("the book moved to the end of what is known", delta.timeNanos());
        }
        return trusted;
    }

    private boolean isThin() {
        boolean thinBids = bidReachTicks != Long.MIN_VALUE && book.levels(0, Side.BUY) < fewestLevels;
        return thinBids || (askReachTicks != Long.MAX_VALUE && book.levels(0, Side.SELL) < fewestLevels);
    }

    private void apply(Side side, BookLevels levels, long timeNanos) {
        for (int i = 0; i < levels.size(); i++) {
            long ticks = levels.ticks()[i];
            if (side == Side.BUY ? ticks >= bidReachTicks : ticks <= askReachTicks) {
                set(side, ticks, levels.lots()[i], timeNanos);
            }
        }
    }

    /** Venues that tell a fixed number of levels do not say when one falls out below. */
    private void trim(Side side, long timeNanos) {
        while (mostLevels > 0 && book.levels(0, side) > mostLevels) {
            set(side, book.priceTicks(0, side, book.levels(0, side) - 1), 0, timeNanos);
        }
    }

    /** Tells only differences, so that a book which did not change is not told again. */
    private void replace(Side side, BookLevels levels, long timeNanos) {
        for (int depth = book.levels(0, side) - 1; depth >= 0; depth--) {
            long ticks = book.priceTicks(0, side, depth);
            if (!contains(levels, ticks)) {
                set(side, ticks, 0, timeNanos);
            }
        }
        for (int i = 0; i < levels.size(); i++) {
            set(side, levels.ticks()[i], levels.lots()[i], timeNanos);
        }
    }

    private static boolean contains(BookLevels levels, long ticks) {
        for (long one : levels.ticks()) {
            if (one == ticks) {
                return true;
            }
        }
        return false;
    }

    private void set(Side side, long ticks, long lots, long timeNanos) {
        if (book.lotsAt(0, side, ticks) != lots) {
            book.onLevel(0, side, ticks, lots);
            sink.onLevel(side, ticks, lots, timeNanos);
        }
    }

    /** Levels in the updates that wait for a snapshot. */
    public int heldLevels() {
        int levels = 0;
        for (BookDelta delta : held) {
            levels += delta.bids().size() + delta.asks().size();
        }
        return levels;
    }

    public int levels(Side side) {
        return book.levels(0, side);
    }

    /** {@code depth} counts from the best level, which is 0. */
    public long priceTicks(Side side, int depth) {
        return book.priceTicks(0, side, depth);
    }

    public long lots(Side side, int depth) {
        return book.lots(0, side, depth);
    }
}
