package io.sextant.marketdata.bar;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.money.Decimals;

/** The newest complete bars of one instrument and timeframe in a ring, in ticks and lots. */
final class BarColumns {

    private final int capacity;
    private final double tickUnits;
    private final double tickDivisor;
    private final double lotUnits;
    private final double lotDivisor;

    private final long[] openTimeNanos;
    private final long[] open;
    private final long[] high;
    private final long[] low;
    private final long[] close;
    private final long[] lots;

    private int oldest;
    private int size;

    BarColumns(Instrument instrument, int capacity) {
        this.capacity = capacity;
        tickUnits = instrument.rules().tick().units();
        tickDivisor = Decimals.powerOfTen(instrument.rules().tick().scale());
        lotUnits = instrument.rules().lot().units();
        lotDivisor = Decimals.powerOfTen(instrument.rules().lot().scale());
        openTimeNanos = new long[capacity];
        open = new long[capacity];
        high = new long[capacity];
        low = new long[capacity];
        close = new long[capacity];
        lots = new long[capacity];
    }

    /** One division of two whole doubles, so the decimal nearest to the exact price, as when a price is parsed. */
    double price(long ticks) {
        return ticks * tickUnits / tickDivisor;
    }

    double volume(long traded) {
        return traded * lotUnits / lotDivisor;
    }

    long ticks(double price) {
        return Math.round(price * tickDivisor / tickUnits);
    }

    long lots(double volume) {
        return Math.round(volume * lotDivisor / lotUnits);
    }

    void add(BarSeries bars, int i) {
        add(
                bars.openTimeNanos()[i],
                ticks(bars.open()[i]),
                ticks(bars.high()[i]),
                ticks(bars.low()[i]),
                ticks(bars.close()[i]),
                lots(bars.volume()[i]));
    }

    int size() {
        return size;
    }

    /** Open time of the newest bar; only when there is one. */
    long newestNanos() {
        return openTimeNanos[(oldest + size - 1) % capacity];
    }

    void add(long timeNanos, long openTicks, long highTicks, long lowTicks, long closeTicks, long traded) {
        int at = oldest + size;
        if (at >= capacity) {
            at -= capacity;
        }
        openTimeNanos[at] = timeNanos;
        open[at] = openTicks;
        high[at] = highTicks;
        low[at] = lowTicks;
        close[at] = closeTicks;
        lots[at] = traded;
        if (size < capacity) {
            size++;
        } else if (++oldest == capacity) {
            oldest = 0;
        }
    }

    /** Appends the newest bars, at most {@code limit}, oldest first. */
    void appendNewest(BarSeriesBuilder bars, int limit) {
        for (int i = Math.max(0, size - limit); i < size; i++) {
            int at = (oldest + i) % capacity;
            bars.add(
                    openTimeNanos[at],
                    price(open[at]),
                    price(high[at]),
                    price(low[at]),
                    price(close[at]),
                    volume(lots[at]));
        }
    }

    /** Differences to the bar before, so that a snapshot stays small. */
    void save(StateWriter out) {
        out.putInt(size);
        long timeBefore = 0;
        long closeBefore = 0;
        for (int i = 0; i < size; i++) {
            int at = (oldest + i) % capacity;
            out.putLong(openTimeNanos[at] - timeBefore);
            out.putLong(open[at] - closeBefore);
            out.putLong(high[at] - open[at]);
            out.putLong(open[at] - low[at]);
            out.putLong(close[at] - open[at]);
            out.putLong(lots[at]);
            timeBefore = openTimeNanos[at];
            closeBefore = close[at];
        }
    }

    void load(StateReader in) {
        oldest = 0;
        size = 0;
        int count = in.getInt();
        long timeNanos = 0;
        long closeTicks = 0;
        for (int i = 0; i < count; i++) {
            timeNanos += in.getLong();
            long openTicks = closeTicks + in.getLong();
            long highTicks = openTicks + in.getLong();
            long lowTicks = openTicks - in.getLong();
            closeTicks = openTicks + in.getLong();
            add(timeNanos, openTicks, highTicks, lowTicks, closeTicks, in.getLong());
        }
    }
}
