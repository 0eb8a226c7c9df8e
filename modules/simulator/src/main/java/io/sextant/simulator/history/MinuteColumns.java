package io.sextant.simulator.history;

/** Bars of consecutive minutes in ticks and lots. */
final class MinuteColumns {

    final long firstNanos;
    final int size;
    final long[] open;
    final long[] high;
    final long[] low;
    final long[] close;
    final long[] lots;

    MinuteColumns(long firstNanos, int size) {
        this.firstNanos = firstNanos;
        this.size = size;
        open = new long[size];
        high = new long[size];
        low = new long[size];
        close = new long[size];
        lots = new long[size];
    }
}
