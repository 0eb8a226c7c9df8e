package io.sextant.exchange.sequence;

import io.sextant.exchange.port.PublicTrade;
import java.util.List;
import java.util.TreeMap;

/**
 * Trades in the order of their ids, each once. When some are missing, those after them wait until the hole is filled or given
 * up, so that bars see every trade at its place. It tells nothing by itself: its owner merges several instruments by time
 * and calls {@link #tellNext}. No clock, no thread.
 */
public final class TradeSequencer {

    /** More than this many waiting trades are not worth waiting for. */
    static final int MOST_WAITING = 20_000;

    /** {@link #peekNanos} when no trade can be told. */
    public static final long NONE = Long.MAX_VALUE;

    private static final long NOT_BEGUN = Long.MIN_VALUE;

    private final Sink sink;
    private final TreeMap<Long, PublicTrade> waiting = new TreeMap<>();
    private long lastId = NOT_BEGUN;
    private long lastTimeNanos;
    private long duplicates;

    /** Hears trades in order, and where some are missing for good. */
    public interface Sink {

        /** Takes the trade, or says no because there is no room; it is then offered again. */
        boolean tell(PublicTrade trade);

        /** Trades {@code fromId} to {@code toId}, between these times, will never be told. */
        void onMissing(long fromId, long toId, long fromNanos, long toNanos);

        /** This trade is older than the one before it: bars that it belongs to may be over. */
        void onOutOfTime(PublicTrade trade, long afterNanos);
    }

    public TradeSequencer(Sink sink) {
        this.sink = sink;
    }

    public void add(PublicTrade trade) {
        if (lastId != NOT_BEGUN && trade.id() <= lastId) {
            duplicates++;
            return;
        }
        if (waiting.size() >= MOST_WAITING) {
            giveUp();
        }
        if (waiting.size() >= MOST_WAITING) {
            // The sink has no room for what waits: this one will be missed and asked for when there is.
            return;
        }
        if (waiting.putIfAbsent(trade.id(), trade) != null) {
            duplicates++;
        }
    }

    /** Trades that were asked for, in any order; that some were known already says nothing. */
    public void refill(List<PublicTrade> trades) {
        for (PublicTrade trade : trades) {
            if (waiting.size() < MOST_WAITING && (lastId == NOT_BEGUN || trade.id() > lastId)) {
                waiting.putIfAbsent(trade.id(), trade);
            }
        }
    }

    /** Time of the trade that {@link #tellNext} would tell, {@link #NONE} when there is none. */
    public long peekNanos() {
        return isNextThere() ? waiting.firstEntry().getValue().timeNanos() : NONE;
    }

    private boolean isNextThere() {
        return !waiting.isEmpty() && (lastId == NOT_BEGUN || waiting.firstKey() == lastId + 1);
    }

    /** Tells one trade; false when the sink has no room for it. Only when {@link #peekNanos} named a time. */
    public boolean tellNext() {
        PublicTrade trade = waiting.firstEntry().getValue();
        if (!sink.tell(trade)) {
            return false;
        }
        waiting.pollFirstEntry();
        if (lastId != NOT_BEGUN && trade.timeNanos() < lastTimeNanos) {
            sink.onOutOfTime(trade, lastTimeNanos);
        }
        lastId = trade.id();
        lastTimeNanos = Math.max(lastTimeNanos, trade.timeNanos());
        return true;
    }

    /** Goes on without what is missing before the first trade that waits. */
    public void giveUp() {
        if (lastId == NOT_BEGUN || waiting.isEmpty() || waiting.firstKey() == lastId + 1) {
            return;
        }
        PublicTrade next = waiting.firstEntry().getValue();
        sink.onMissing(lastId + 1, next.id() - 1, lastTimeNanos, next.timeNanos());
        lastId = next.id() - 1;
    }

    /** Whether some trade is known to be missing. */
    public boolean hasHole() {
        return lastId != NOT_BEGUN && !waiting.isEmpty() && waiting.lastKey() - lastId != waiting.size();
    }

    /** The first id that is missing, or will be the next. */
    public long nextMissingId() {
        long id = lastId;
        for (long there : waiting.keySet()) {
            if (there != id + 1) {
                break;
            }
            id = there;
        }
        return id + 1;
    }

    /** Time of the last trade before the first missing one. */
    public long lastUnbrokenNanos() {
        PublicTrade last = waiting.get(nextMissingId() - 1);
        return last == null ? lastTimeNanos : Math.max(lastTimeNanos, last.timeNanos());
    }

    public boolean hasBegun() {
        return lastId != NOT_BEGUN;
    }

    /** The id of the newest trade that was told. */
    public long lastId() {
        return lastId;
    }

    /** Time of the newest trade that was told. */
    public long lastTimeNanos() {
        return lastTimeNanos;
    }

    public long duplicates() {
        return duplicates;
    }

    public int waiting() {
        return waiting.size();
    }
}
