package io.sextant.exchange.live;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.exchange.port.BestPrices;
import io.sextant.exchange.port.BookChecksum;
import io.sextant.exchange.port.BookDelta;
import io.sextant.exchange.port.BookSnapshot;
import io.sextant.exchange.port.PublicTrade;
import io.sextant.exchange.sequence.DepthSequencer;
import io.sextant.exchange.sequence.DepthSequencer.Outcome;
import io.sextant.exchange.sequence.LevelSink;
import io.sextant.exchange.sequence.Stretch;
import io.sextant.exchange.sequence.StretchLog;
import io.sextant.exchange.sequence.TradeSequencer;
import java.util.List;

/** One instrument on its way from a venue to the engine: its book, its trades, and what of them is not to be trusted. */
final class InstrumentLine implements LevelSink, TradeSequencer.Sink {

    private static final String NOT_RUNNING = "the desk was not running, or had not heard of it yet";

    private final int index;
    private final InstrumentId id;
    private final MarketQueue queue;
    private final StretchLog stretches;
    private final MarketTime time;
    private final DepthSequencer depth;
    private final TradeSequencer trades = new TradeSequencer(this);
    private long bidTicks;
    private long bidLots;
    private long askTicks;
    private long askLots;
    private boolean choked;

    /** Trades up to here were told in an earlier life; the first new one ends a stretch that began at the other time. */
    private long knownUntilNanos = Long.MIN_VALUE;

    private long unheardFromNanos = Long.MAX_VALUE;

    /** When the present hole in the trades was noticed, zero when there is none. */
    private long holeSinceNanos;

    private long holeFromNanos;

    InstrumentLine(
            int index,
            InstrumentId id,
            MarketQueue queue,
            StretchLog stretches,
            MarketTime time,
            BookChecksum checksum,
            int mostLevels) {
        this.index = index;
        this.id = id;
        this.queue = queue;
        this.stretches = stretches;
        this.time = time;
        depth = new DepthSequencer(this, checksum, mostLevels);
    }

    Outcome onDelta(BookDelta delta) {
        if (choked || !hasRoomForBook(delta.bids().size() + delta.asks().size(), delta.timeNanos())) {
            return Outcome.HELD;
        }
        Outcome outcome = depth.onDelta(delta);
        finishBook(delta.timeNanos());
        return outcome;
    }

    Outcome onSnapshot(BookSnapshot snapshot, long timeNanos) {
        int entries =
                snapshot.bids().size() + snapshot.asks().size() + depth.levels(Side.BUY) + depth.levels(Side.SELL);
        if (choked || !hasRoomForBook(entries + depth.heldLevels(), timeNanos)) {
            return Outcome.HELD;
        }
        Outcome outcome = depth.onSnapshot(snapshot, timeNanos);
        finishBook(timeNanos);
        return outcome;
    }

    /** A book that can only be told in part is not told at all, until the engine caught up. */
    private boolean hasRoomForBook(int entries, long timeNanos) {
        if (queue.hasRoomFor(entries + 2)) {
            return true;
        }
        choked = true;
        depth.lose("the engine is behind with its work", timeNanos);
        finishBook(timeNanos);
        return false;
    }

    /** Best prices of the venue that are newer than the book's. */
    void onBest(BestPrices best, long timeNanos) {
        boolean newer = !depth.isTrusted() || best.sequence() > depth.lastSequence();
        if (newer && queue.hasRoomFor(1)) {
            tellQuote(best.bidTicks(), best.bidLots(), best.askTicks(), best.askLots(), timeNanos);
            queue.publish();
        }
    }

    void resumeAfter(KnownPast known, long marginNanos) {
        knownUntilNanos = known.untilNanos();
        unheardFromNanos = known.unsureFromNanos(id, marginNanos);
        noteUnheard();
    }

    /** Marks while nothing is heard, so that the mark is known before the trade that ends it. */
    void noteUnheard() {
        if (unheardFromNanos != Long.MAX_VALUE) {
            distrust(unheardFromNanos, Math.max(unheardFromNanos, time.venueNanos()), NOT_RUNNING);
        }
    }

    void onTrade(PublicTrade trade) {
        if (trades.hasBegun() || trade.timeNanos() > knownUntilNanos) {
            trades.add(trade);
        }
    }

    void onRefill(List<PublicTrade> found) {
        trades.refill(found);
    }

    /** Marks when a hole begins and ends. */
    void noteHole(long nowNanos) {
        if (trades.hasHole()) {
            if (holeSinceNanos == 0) {
                holeSinceNanos = nowNanos;
                holeFromNanos = trades.lastUnbrokenNanos();
            }
        } else if (holeSinceNanos != 0) {
            holeSinceNanos = 0;
            stretches.add(new Stretch(
                    id,
                    holeFromNanos,
                    Math.max(holeFromNanos, trades.lastUnbrokenNanos()),
                    Stretch.Kind.REFILLED,
                    "missing trades were asked for"));
        }
    }

    /** Goes on without what is missing when it took too long. */
    void giveUpHole(long nowNanos, long patienceNanos) {
        if (holeSinceNanos != 0 && nowNanos - holeSinceNanos >= patienceNanos) {
            holeSinceNanos = 0;
            trades.giveUp();
        }
    }

    void disconnect(String why, long timeNanos) {
        boolean hadBook = depth.isTrusted();
        depth.disconnect(why, timeNanos);
        if (hadBook) {
            finishBook(timeNanos);
        }
    }

    void loseBook(String why, long timeNanos) {
        if (depth.isTrusted()) {
            depth.lose(why, timeNanos);
            finishBook(timeNanos);
        }
    }

    /** Looks whether there is room again; true when the book may be asked for. */
    boolean breathe() {
        if (choked && queue.size() < MarketQueue.CAPACITY / 2) {
            choked = false;
        }
        return !choked;
    }

    private void finishBook(long timeNanos) {
        if (depth.isTrusted()) {
            boolean bids = depth.levels(Side.BUY) > 0;
            boolean asks = depth.levels(Side.SELL) > 0;
            tellQuote(
                    bids ? depth.priceTicks(Side.BUY, 0) : 0,
                    bids ? depth.lots(Side.BUY, 0) : 0,
                    asks ? depth.priceTicks(Side.SELL, 0) : 0,
                    asks ? depth.lots(Side.SELL, 0) : 0,
                    timeNanos);
        }
        queue.publish();
    }

    private void tellQuote(long bid, long bidSize, long ask, long askSize, long timeNanos) {
        if (bid != bidTicks || bidSize != bidLots || ask != askTicks || askSize != askLots) {
            bidTicks = bid;
            bidLots = bidSize;
            askTicks = ask;
            askLots = askSize;
            queue.quote(index, time.stamp(timeNanos), bid, bidSize, ask, askSize);
        }
    }

    @Override
    public void onLevel(Side side, long priceTicks, long lots, long timeNanos) {
        queue.level(index, time.stamp(timeNanos), side, priceTicks, lots);
    }

    @Override
    public void onCleared(long timeNanos) {
        bidLots = 0;
        askLots = 0;
        bidTicks = 0;
        askTicks = 0;
        queue.clear(index, time.stamp(timeNanos));
    }

    @Override
    public boolean tell(PublicTrade trade) {
        if (!queue.hasRoomFor(1)) {
            return false;
        }
        long stamped = time.stamp(trade.timeNanos());
        queue.trade(index, stamped, trade.priceTicks(), trade.lots(), trade.aggressor());
        queue.publish();
        if (unheardFromNanos != Long.MAX_VALUE) {
            distrust(unheardFromNanos, stamped, NOT_RUNNING);
            unheardFromNanos = Long.MAX_VALUE;
        }
        // After publishing: either the engine sees the trade before it lets its time go on, or we see here that it did
        // not.
        if (time.isTooLate(stamped)) {
            distrust(stamped, time.reachedNanos(), "trades came after their time");
        }
        return true;
    }

    @Override
    public void onMissing(long fromId, long toId, long fromNanos, long toNanos) {
        distrust(fromNanos, toNanos, "trades " + fromId + " to " + toId + " are missing");
    }

    @Override
    public void onOutOfTime(PublicTrade trade, long afterNanos) {
        distrust(trade.timeNanos(), afterNanos, "trade " + trade.id() + " is older than the one before it");
    }

    /** Marks a stretch whose trades are lost or out of place. */
    void distrust(long fromNanos, long toNanos, String why) {
        stretches.add(new Stretch(id, fromNanos, toNanos, Stretch.Kind.NOT_TRUSTED, why));
    }

    int index() {
        return index;
    }

    boolean hasTrustedBook() {
        return depth.isTrusted();
    }

    TradeSequencer trades() {
        return trades;
    }

    long holeSinceNanos() {
        return holeSinceNanos;
    }

    FeedHealth.InstrumentHealth health() {
        boolean trusted = depth.isTrusted();
        return new FeedHealth.InstrumentHealth(
                id, trusted, depth.lastSequence(), trusted ? "" : depth.whyLost(), !trades.hasHole());
    }
}
