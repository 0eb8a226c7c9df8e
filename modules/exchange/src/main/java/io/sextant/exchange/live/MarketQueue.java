package io.sextant.exchange.live;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.market.Side;
import io.sextant.marketdata.Feed;
import io.sextant.marketdata.MarketSink;
import io.sextant.marketdata.depth.DepthView;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Between a venue's threads and the engine's: a ring of fixed size, one writer at a time, one reader. A batch is seen whole and
 * becomes one step. When there is no room the writer is told and nothing is waited for; a small part is kept free for
 * statuses and cleared books, which always fit. Every step reports at least one thing, so that a journal can say it again.
 */
final class MarketQueue {

    static final int CAPACITY = 1 << 16;

    /** Kept free for what must not be lost. The writer clears a book and then waits, so these few are enough. */
    static final int RESERVED = 1 << 10;

    private static final int MASK = CAPACITY - 1;
    private static final byte TRADE = 1;
    private static final byte LEVEL = 2;
    private static final byte QUOTE = 3;
    private static final byte STATUS = 4;
    private static final byte CLEAR = 5;
    private static final byte KIND = 0x0F;
    private static final byte BUY = 0x10;
    private static final byte LAST_OF_BATCH = 0x20;

    private final byte[] tags = new byte[CAPACITY];
    private final int[] instruments = new int[CAPACITY];
    private final long[] times = new long[CAPACITY];
    private final long[] first = new long[CAPACITY];
    private final long[] second = new long[CAPACITY];
    private final long[] third = new long[CAPACITY];
    private final long[] fourth = new long[CAPACITY];
    private final @Nullable Status[] statuses = new @Nullable Status[CAPACITY];

    /** Entries before this one were taken. */
    private final AtomicLong head = new AtomicLong();

    /** Entries before this one can be taken. */
    private final AtomicLong tail = new AtomicLong();

    /** What the engine was told and still believes; only the reader touches it. */
    private final DepthView told;

    private final int instrumentCount;
    private long written;

    private record Status(FeedStatus status, String detail) {}

    MarketQueue(int instrumentCount) {
        this.instrumentCount = instrumentCount;
        told = new DepthView(instrumentCount);
    }

    /** Whether so many more entries fit. Only for the writer. */
    boolean hasRoomFor(int entries) {
        return written + entries - head.get() <= CAPACITY - RESERVED;
    }

    void trade(int instrument, long timeNanos, long priceTicks, long lots, Side aggressor) {
        put(aggressor == Side.BUY ? (byte) (TRADE | BUY) : TRADE, instrument, timeNanos, priceTicks, lots, 0, 0);
    }

    void level(int instrument, long timeNanos, Side side, long priceTicks, long lots) {
        put(side == Side.BUY ? (byte) (LEVEL | BUY) : LEVEL, instrument, timeNanos, priceTicks, lots, 0, 0);
    }

    void quote(int instrument, long timeNanos, long bidTicks, long bidLots, long askTicks, long askLots) {
        put(QUOTE, instrument, timeNanos, bidTicks, bidLots, askTicks, askLots);
    }

    void clear(int instrument, long timeNanos) {
        put(CLEAR, instrument, timeNanos, 0, 0, 0, 0);
    }

    void status(long timeNanos, FeedStatus status, String detail) {
        statuses[(int) (written & MASK)] = new Status(status, detail);
        put(STATUS, 0, timeNanos, 0, 0, 0, 0);
    }

    private void put(byte tag, int instrument, long timeNanos, long a, long b, long c, long d) {
        if (written - head.get() >= CAPACITY) {
            throw new IllegalStateException("the writer did not ask for room");
        }
        int at = (int) (written & MASK);
        tags[at] = tag;
        instruments[at] = instrument;
        times[at] = timeNanos;
        first[at] = a;
        second[at] = b;
        third[at] = c;
        fourth[at] = d;
        written++;
    }

    /** Lets the reader see what was put since the last call, as one step. */
    boolean publish() {
        if (written == tail.get()) {
            return false;
        }
        tags[(int) ((written - 1) & MASK)] |= LAST_OF_BATCH;
        tail.set(written);
        return true;
    }

    int size() {
        return (int) (tail.get() - head.get());
    }

    /** Time of the next step, {@link Feed#NOTHING_DUE} when there is none. */
    long nextNanos() {
        long at = head.get();
        return at == tail.get() ? Feed.NOTHING_DUE : times[(int) (at & MASK)];
    }

    void take(MarketSink sink) {
        long at = head.get();
        boolean last;
        do {
            int slot = (int) (at & MASK);
            last = (tags[slot] & LAST_OF_BATCH) != 0;
            tell(slot, sink);
            at++;
        } while (!last);
        head.set(at);
    }

    private void tell(int slot, MarketSink sink) {
        int instrument = instruments[slot];
        long time = times[slot];
        Side side = (tags[slot] & BUY) != 0 ? Side.BUY : Side.SELL;
        switch (tags[slot] & KIND) {
            case TRADE -> sink.onTrade(instrument, time, first[slot], second[slot], side);
            case LEVEL -> {
                told.onLevel(instrument, side, first[slot], second[slot]);
                sink.onLevel(instrument, time, side, first[slot], second[slot]);
            }
            case QUOTE -> sink.onQuote(instrument, time, first[slot], second[slot], third[slot], fourth[slot]);
            case CLEAR -> {
                tellGone(instrument, time, Side.BUY, sink);
                tellGone(instrument, time, Side.SELL, sink);
                sink.onQuote(instrument, time, 0, 0, 0, 0);
            }
            case STATUS -> tellStatus(slot, sink);
            default -> throw new IllegalStateException("an entry of an unknown kind, tag " + tags[slot]);
        }
    }

    private void tellGone(int instrument, long time, Side side, MarketSink sink) {
        while (told.levels(instrument, side) > 0) {
            long ticks = told.priceTicks(instrument, side, 0);
            told.onLevel(instrument, side, ticks, 0);
            sink.onLevel(instrument, time, side, ticks, 0);
        }
    }

    /** Whoever hears that a feed is disconnected forgets its books. */
    private void tellStatus(int slot, MarketSink sink) {
        Status status = statuses[slot];
        statuses[slot] = null;
        if (status == null) {
            throw new IllegalStateException("a status without words");
        }
        if (status.status() == FeedStatus.DISCONNECTED) {
            for (int i = 0; i < instrumentCount; i++) {
                told.clear(i);
            }
        }
        sink.onStatus(status.status(), status.detail());
    }
}
