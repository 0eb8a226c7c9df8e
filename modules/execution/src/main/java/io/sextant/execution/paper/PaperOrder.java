package io.sextant.execution.paper;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import org.jspecify.annotations.Nullable;

/** One of our orders where the market would have put it. Mutable and reused. */
final class PaperOrder {

    /** The order rests where the feed does not look, so nobody knows how much is before it. */
    static final long UNKNOWN = Long.MAX_VALUE;

    final int place;

    long orderId;
    int instrument;
    Side side = Side.BUY;
    BookEntry entry = BookEntry.REST;
    long lots;
    long filledLots;
    long limitTicks;
    /** The market's lots that must trade or go before ours do. */
    long aheadLots;

    @Nullable PaperOrder previous;

    @Nullable PaperOrder next;

    PaperOrder(int place) {
        this.place = place;
    }

    void begin(long id, int instrumentIndex, Side orderSide, BookEntry orderEntry, long quantity, long limit) {
        orderId = id;
        instrument = instrumentIndex;
        side = orderSide;
        entry = orderEntry;
        lots = quantity;
        filledLots = 0;
        limitTicks = limit;
        aheadLots = 0;
    }

    long remainingLots() {
        return lots - filledLots;
    }

    /** Above zero when our price is better than this one, zero when equal. */
    int advantageOver(long ticks) {
        return side == Side.BUY ? Long.compare(limitTicks, ticks) : Long.compare(ticks, limitTicks);
    }

    void save(StateWriter out) {
        out.putLong(orderId);
        out.putInt(instrument);
        out.putBoolean(side == Side.BUY);
        out.putString(entry.name());
        out.putLong(lots);
        out.putLong(filledLots);
        out.putLong(limitTicks);
        out.putLong(aheadLots);
    }

    void load(StateReader in) {
        orderId = in.getLong();
        instrument = in.getInt();
        side = in.getBoolean() ? Side.BUY : Side.SELL;
        entry = BookEntry.valueOf(in.getString());
        lots = in.getLong();
        filledLots = in.getLong();
        limitTicks = in.getLong();
        aheadLots = in.getLong();
    }
}
