package io.sextant.domain.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Bars as columns of primitives in strictly increasing time. The arrays are shared, not copied, because a chart of a million
 * bars must not cost a copy: whoever hands them over stops writing to them.
 */
public record BarSeries(
        long[] openTimeNanos, double[] open, double[] high, double[] low, double[] close, double[] volume, int size) {

    public static final BarSeries EMPTY =
            new BarSeries(new long[0], new double[0], new double[0], new double[0], new double[0], new double[0], 0);

    public BarSeries {
        int shortest = Math.min(
                Math.min(Math.min(openTimeNanos.length, open.length), Math.min(high.length, low.length)),
                Math.min(close.length, volume.length));
        if (size < 0 || size > shortest) {
            throw new IllegalArgumentException("size " + size + " exceeds the columns of " + shortest);
        }
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public Bar get(int index) {
        checkIndex(index);
        return new Bar(openTimeNanos[index], open[index], high[index], low[index], close[index], volume[index]);
    }

    public long firstTimeNanos() {
        checkIndex(0);
        return openTimeNanos[0];
    }

    public long lastTimeNanos() {
        checkIndex(size - 1);
        return openTimeNanos[size - 1];
    }

    /** Index of the first bar that opens at or after {@code timeNanos}; {@code size} when there is none. */
    public int indexAtOrAfter(long timeNanos) {
        int found = Arrays.binarySearch(openTimeNanos, 0, size, timeNanos);
        return found >= 0 ? found : -found - 1;
    }

    /** A copy of the bars in {@code [from, to)}. */
    public BarSeries copyOfRange(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        return new BarSeries(
                Arrays.copyOfRange(openTimeNanos, from, to),
                Arrays.copyOfRange(open, from, to),
                Arrays.copyOfRange(high, from, to),
                Arrays.copyOfRange(low, from, to),
                Arrays.copyOfRange(close, from, to),
                Arrays.copyOfRange(volume, from, to),
                to - from);
    }

    /** One series of several that follow each other, in whatever order they are given. */
    public static BarSeries concat(List<BarSeries> parts) {
        List<BarSeries> ordered = new ArrayList<>(parts);
        ordered.removeIf(BarSeries::isEmpty);
        ordered.sort(Comparator.comparingLong(BarSeries::firstTimeNanos));
        if (ordered.size() == 1) {
            return ordered.getFirst();
        }
        int size = Math.toIntExact(ordered.stream().mapToLong(BarSeries::size).sum());
        BarSeries whole = new BarSeries(
                new long[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                size);
        int at = 0;
        for (BarSeries part : ordered) {
            if (at > 0 && part.firstTimeNanos() <= whole.openTimeNanos[at - 1]) {
                throw new IllegalArgumentException("the parts overlap at " + part.firstTimeNanos());
            }
            System.arraycopy(part.openTimeNanos, 0, whole.openTimeNanos, at, part.size);
            System.arraycopy(part.open, 0, whole.open, at, part.size);
            System.arraycopy(part.high, 0, whole.high, at, part.size);
            System.arraycopy(part.low, 0, whole.low, at, part.size);
            System.arraycopy(part.close, 0, whole.close, at, part.size);
            System.arraycopy(part.volume, 0, whole.volume, at, part.size);
            at += part.size;
        }
        return whole;
    }

    private void checkIndex(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("bar " + index + " of " + size);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BarSeries that
                && size == that.size
                && Arrays.equals(openTimeNanos, 0, size, that.openTimeNanos, 0, size)
                && Arrays.equals(open, 0, size, that.open, 0, size)
                && Arrays.equals(high, 0, size, that.high, 0, size)
                && Arrays.equals(low, 0, size, that.low, 0, size)
                && Arrays.equals(close, 0, size, that.close, 0, size)
                && Arrays.equals(volume, 0, size, that.volume, 0, size);
    }

    @Override
    public int hashCode() {
        return size == 0 ? 0 : 31 * size + Long.hashCode(openTimeNanos[size - 1]) + Double.hashCode(close[size - 1]);
    }

    @Override
    public String toString() {
        return size == 0 ? "no bars" : size + " bars, last closes at " + close[size - 1];
    }
}
