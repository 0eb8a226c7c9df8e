package io.sextant.domain.market;

import java.util.Arrays;
import java.util.Objects;

/** Grows columns of bars; the last bar can still change while it is forming. */
public final class BarSeriesBuilder {

    private static final int FIRST_CAPACITY = 256;

    private long[] openTimeNanos = new long[FIRST_CAPACITY];
    private double[] open = new double[FIRST_CAPACITY];
    private double[] high = new double[FIRST_CAPACITY];
    private double[] low = new double[FIRST_CAPACITY];
    private double[] close = new double[FIRST_CAPACITY];
    private double[] volume = new double[FIRST_CAPACITY];
    private int size;

    public int size() {
        return size;
    }

    public long lastTimeNanos() {
        return openTimeNanos[Objects.checkIndex(size - 1, size)];
    }

    public BarSeriesBuilder add(
            long timeNanos, double openPrice, double highPrice, double lowPrice, double closePrice, double traded) {
        if (size > 0 && timeNanos <= openTimeNanos[size - 1]) {
            throw new IllegalArgumentException("bar at " + timeNanos + " does not follow " + openTimeNanos[size - 1]);
        }
        if (size == openTimeNanos.length) {
            grow(size * 2);
        }
        openTimeNanos[size] = timeNanos;
        open[size] = openPrice;
        high[size] = highPrice;
        low[size] = lowPrice;
        close[size] = closePrice;
        volume[size] = traded;
        size++;
        return this;
    }

    /** Lets the last bar see one more trade. */
    public void extendLast(double price, double traded) {
        int last = Objects.checkIndex(size - 1, size);
        high[last] = Math.max(high[last], price);
        low[last] = Math.min(low[last], price);
        close[last] = price;
        volume[last] += traded;
    }

    /** A copy of the newest bars, at most {@code limit} of them. */
    public BarSeries newest(int limit) {
        int from = Math.max(0, size - limit);
        return view().copyOfRange(from, size);
    }

    public BarSeries build() {
        return view().copyOfRange(0, size);
    }

    private BarSeries view() {
        return new BarSeries(openTimeNanos, open, high, low, close, volume, size);
    }

    private void grow(int capacity) {
        openTimeNanos = Arrays.copyOf(openTimeNanos, capacity);
        open = Arrays.copyOf(open, capacity);
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        close = Arrays.copyOf(close, capacity);
        volume = Arrays.copyOf(volume, capacity);
    }
}
