package io.sextant.exchange.standin.market;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A whole book as it stood after one update: lots by ticks, best first on both sides. */
public record BookState(long updateId, NavigableMap<Long, Long> bids, NavigableMap<Long, Long> asks) {

    static BookState empty() {
        return new BookState(0, new TreeMap<>(Comparator.reverseOrder()), new TreeMap<>());
    }

    void apply(List<LevelChange> changes) {
        for (LevelChange change : changes) {
            NavigableMap<Long, Long> side = change.bid() ? bids : asks;
            if (change.lots() == 0) {
                side.remove(change.ticks());
            } else {
                side.put(change.ticks(), change.lots());
            }
        }
    }

    BookState copyAt(long id) {
        return new BookState(id, new TreeMap<>(bids), new TreeMap<>(asks));
    }
}
