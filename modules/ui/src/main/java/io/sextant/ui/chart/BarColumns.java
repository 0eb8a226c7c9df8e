package io.sextant.ui.chart;

import io.sextant.domain.market.BarSeries;
import java.util.Arrays;

/** Bars as columns that grow at their end and whose last bar may still change. */
final class BarColumns {

    private static final int FIRST_CAPACITY = 64;

    long[] openTimeNanos = new long[FIRST_CAPACITY];
    double[] open = new double[FIRST_CAPACITY];
    double[] high = new double[FIRST_CAPACITY];
    double[] low = new double[FIRST_CAPACITY];
    double[] close = new double[FIRST_CAPACITY];
    double[] volume = new double[FIRST_CAPACITY];
    int size;

    /**
     * The bars as they stand, sharing the columns. Safe on another thread as long as only bars are read that never change again:
     * growing writes behind them or into other arrays.
     */
    BarColumns shared() {
        BarColumns same = new BarColumns();
        same.openTimeNanos = openTimeNanos;
        same.open = open;
        same.high = high;
        same.low = low;
        same.close = close;
        same.volume = volume;
        same.size = size;
        return same;
    }

    void add(long timeNanos, double opened, double highest, double lowest, double closed, double traded) {
        ensureCapacity(size + 1);
        size++;
        put(size - 1, timeNanos, opened, highest, lowest, closed, traded);
    }

    void put(int at, long timeNanos, double opened, double highest, double lowest, double closed, double traded) {
        openTimeNanos[at] = timeNanos;
        open[at] = opened;
        high[at] = highest;
        low[at] = lowest;
        close[at] = closed;
        volume[at] = traded;
    }

    void add(BarSeries bars, int index) {
        add(
                bars.openTimeNanos()[index],
                bars.open()[index],
                bars.high()[index],
                bars.low()[index],
                bars.close()[index],
                bars.volume()[index]);
    }

    void ensureCapacity(int wanted) {
        if (wanted <= open.length) {
            return;
        }
        int capacity = Math.max(wanted, open.length * 2);
        openTimeNanos = Arrays.copyOf(openTimeNanos, capacity);
        open = Arrays.copyOf(open, capacity);
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        close = Arrays.copyOf(close, capacity);
        volume = Arrays.copyOf(volume, capacity);
    }
}
