package io.sextant.store.archive;

import io.sextant.domain.market.BarSeries;

/** Puts two series together in time order; where both have a bar of the same time, the newer series wins. */
final class BarMerge {

    private BarMerge() {}

    static BarSeries of(BarSeries older, BarSeries newer) {
        BarSeries into = withRoomFor(older.size() + newer.size());
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < older.size() || j < newer.size()) {
            boolean takeOlder =
                    j == newer.size() || (i < older.size() && older.openTimeNanos()[i] < newer.openTimeNanos()[j]);
            if (takeOlder) {
                int end = j == newer.size() ? older.size() : older.indexAtOrAfter(newer.openTimeNanos()[j]);
                copy(older, i, into, size, end - i);
                size += end - i;
                i = end;
            } else {
                if (i < older.size() && older.openTimeNanos()[i] == newer.openTimeNanos()[j]) {
                    i++;
                }
                copy(newer, j++, into, size++, 1);
            }
        }
        return sized(into, size);
    }

    static BarSeries withRoomFor(int size) {
        return new BarSeries(
                new long[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                size);
    }

    private static BarSeries sized(BarSeries bars, int size) {
        return new BarSeries(
                bars.openTimeNanos(), bars.open(), bars.high(), bars.low(), bars.close(), bars.volume(), size);
    }

    static void copy(BarSeries from, int at, BarSeries to, int toAt, int count) {
        System.arraycopy(from.openTimeNanos(), at, to.openTimeNanos(), toAt, count);
        System.arraycopy(from.open(), at, to.open(), toAt, count);
        System.arraycopy(from.high(), at, to.high(), toAt, count);
        System.arraycopy(from.low(), at, to.low(), toAt, count);
        System.arraycopy(from.close(), at, to.close(), toAt, count);
        System.arraycopy(from.volume(), at, to.volume(), toAt, count);
    }
}
