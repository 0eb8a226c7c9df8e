package io.sextant.marketdata.file;

import io.sextant.domain.dataset.QuarantineReason;
import io.sextant.domain.market.BarSeries;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bars of one series as they come from a file, each checked against what can be true and against the one before. */
final class SeriesRows {

    private static final int FIRST_CAPACITY = 256;

    private final String symbol;
    private final boolean newestFirst;

    private long[] times = new long[FIRST_CAPACITY];
    private double[] open = new double[FIRST_CAPACITY];
    private double[] high = new double[FIRST_CAPACITY];
    private double[] low = new double[FIRST_CAPACITY];
    private double[] close = new double[FIRST_CAPACITY];
    private double[] volume = new double[FIRST_CAPACITY];
    private int size;

    /** The row before, which a stretch that was handed out may have taken along. */
    private long timeBefore = TimeText.NONE;

    private double openBefore;
    private double highBefore;
    private double lowBefore;
    private double closeBefore;
    private double volumeBefore;

    SeriesRows(String symbol, boolean newestFirst) {
        this.symbol = symbol;
        this.newestFirst = newestFirst;
    }

    String symbol() {
        return symbol;
    }

    int size() {
        return size;
    }

    /** Null when the bar was taken. */
    @Nullable QuarantineReason add(long time, double o, double h, double l, double c, double v) {
        QuarantineReason wrong = whatIsWrong(o, h, l, c, v);
        if (wrong != null) {
            return wrong;
        }
        if (timeBefore != TimeText.NONE) {
            if (time == timeBefore) {
                boolean same =
                        o == openBefore && h == highBefore && l == lowBefore && c == closeBefore && v == volumeBefore;
                return same ? QuarantineReason.DUPLICATE : QuarantineReason.CONFLICTING_DUPLICATE;
            }
            if (newestFirst ? time > timeBefore : time < timeBefore) {
                return QuarantineReason.TIME_GOES_BACK;
            }
        }
        append(time, o, h, l, c, v);
        return null;
    }

    private static @Nullable QuarantineReason whatIsWrong(double o, double h, double l, double c, double v) {
        if (l > 0
                && l <= o
                && l <= c
                && h >= o
                && h >= c
                && v >= 0
                && h < Double.POSITIVE_INFINITY
                && v < Double.POSITIVE_INFINITY) {
            return null;
        }
        if (!Double.isFinite(o + h + l + c) || !Double.isFinite(v)) {
            return QuarantineReason.NOT_A_NUMBER;
        }
        if (o <= 0 || h <= 0 || l <= 0 || c <= 0) {
            return QuarantineReason.PRICE_NOT_POSITIVE;
        }
        if (v < 0) {
            return QuarantineReason.NEGATIVE_VOLUME;
        }
        return h < l ? QuarantineReason.HIGH_BELOW_LOW : QuarantineReason.OUTSIDE_RANGE;
    }

    /** Takes a bar that is known to follow. */
    void append(long time, double o, double h, double l, double c, double v) {
        if (size == times.length) {
            grow(size * 2);
        }
        times[size] = time;
        open[size] = o;
        high[size] = h;
        low[size] = l;
        close[size] = c;
        volume[size] = v;
        size++;
        timeBefore = time;
        openBefore = o;
        highBefore = h;
        lowBefore = l;
        closeBefore = c;
        volumeBefore = v;
    }

    /** The bars since the last stretch, in time order; begins anew. */
    BarSeries takeStretch() {
        BarSeries stretch = new BarSeries(times, open, high, low, close, volume, size).copyOfRange(0, size);
        if (newestFirst) {
            reverse(stretch);
        }
        size = 0;
        return stretch;
    }

    private static void reverse(BarSeries bars) {
        for (int i = 0, j = bars.size() - 1; i < j; i++, j--) {
            long time = bars.openTimeNanos()[i];
            bars.openTimeNanos()[i] = bars.openTimeNanos()[j];
            bars.openTimeNanos()[j] = time;
            for (double[] column : new double[][] {bars.open(), bars.high(), bars.low(), bars.close(), bars.volume()}) {
                double value = column[i];
                column[i] = column[j];
                column[j] = value;
            }
        }
    }

    private void grow(int capacity) {
        times = Arrays.copyOf(times, capacity);
        open = Arrays.copyOf(open, capacity);
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        close = Arrays.copyOf(close, capacity);
        volume = Arrays.copyOf(volume, capacity);
    }
}
