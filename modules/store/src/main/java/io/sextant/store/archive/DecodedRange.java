package io.sextant.store.archive;

import io.sextant.domain.market.BarSeries;
import java.util.List;

/**
 * Bars of some neighbouring chunks, in order.
 *
 * @param shared the parts are kept for others too, so they are copied before they are handed out
 */
record DecodedRange(List<BarSeries> parts, boolean shared) {

    static final DecodedRange EMPTY = new DecodedRange(List.of(), false);

    int size() {
        int size = 0;
        for (BarSeries part : parts) {
            size += part.size();
        }
        return size;
    }

    /** Place of the first bar that opens at or after a time; {@link #size} when there is none. */
    int indexAtOrAfter(long nanos) {
        int before = 0;
        for (BarSeries part : parts) {
            int found = part.indexAtOrAfter(nanos);
            if (found < part.size()) {
                return before + found;
            }
            before += part.size();
        }
        return before;
    }

    /** The bars in {@code [from, to)}. */
    BarSeries bars(int from, int to) {
        if (from >= to) {
            return BarSeries.EMPTY;
        }
        if (!shared && parts.size() == 1 && from == 0 && to == parts.getFirst().size()) {
            return parts.getFirst();
        }
        BarSeries into = BarMerge.withRoomFor(to - from);
        int before = 0;
        int at = 0;
        for (BarSeries part : parts) {
            int first = Math.max(0, from - before);
            int last = Math.min(part.size(), to - before);
            if (first < last) {
                BarMerge.copy(part, first, into, at, last - first);
                at += last - first;
            }
            before += part.size();
        }
        return into;
    }
}
