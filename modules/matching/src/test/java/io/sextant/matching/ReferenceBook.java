package io.sextant.matching;

import io.sextant.domain.journal.StateHash;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The plain twin of {@link LadderBook}: sorted maps of lists, written for obviousness. */
final class ReferenceBook {

    private static final class Resting {

        final long id;
        final int owner;
        final Side side;
        final long price;
        long lots;

        Resting(long id, int owner, Side side, long price, long lots) {
            this.id = id;
            this.owner = owner;
            this.side = side;
            this.price = price;
            this.lots = lots;
        }
    }

    private final BookListener listener;
    private final TreeMap<Long, List<Resting>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, List<Resting>> asks = new TreeMap<>();

    ReferenceBook(BookListener listener) {
        this.listener = listener;
    }

    long submit(long id, int owner, Side side, long limit, long lots, BookEntry entry) {
        SortedMap<Long, List<Resting>> others = side(side.opposite());
        if (entry == BookEntry.POST_ONLY && !others.isEmpty() && crosses(side, limit, others.firstKey())) {
            return LadderBook.WOULD_TAKE;
        }
        if (entry == BookEntry.FILL_OR_KILL && reachable(owner, side, limit) < lots) {
            return LadderBook.NOT_WHOLE;
        }
        long left = lots;
        boolean ownInTheWay = false;
        while (left > 0 && !others.isEmpty() && crosses(side, limit, others.firstKey()) && !ownInTheWay) {
            long price = others.firstKey();
            List<Resting> queue = others.get(price);
            boolean traded = false;
            while (left > 0 && !queue.isEmpty() && !ownInTheWay) {
                Resting maker = queue.getFirst();
                if (owner != LadderBook.NO_OWNER && maker.owner == owner) {
                    ownInTheWay = true;
                } else {
                    long size = Math.min(left, maker.lots);
                    maker.lots -= size;
                    left -= size;
                    traded = true;
                    if (maker.lots == 0) {
                        queue.removeFirst();
                    }
                    listener.onTrade(maker.id, maker.owner, id, owner, side, price, size, maker.lots);
                }
            }
            if (queue.isEmpty()) {
                others.remove(price);
            }
            if (traded) {
                listener.onLevel(side.opposite(), price, lotsAt(side.opposite(), price));
            }
        }
        if (left > 0 && !entry.isImmediate() && !ownInTheWay) {
            side(side)
                    .computeIfAbsent(limit, price -> new ArrayList<>())
                    .add(new Resting(id, owner, side, limit, left));
            listener.onLevel(side, limit, lotsAt(side, limit));
        }
        return lots - left;
    }

    /** Lots of others within the limit, up to the first order of the same owner. */
    private long reachable(int owner, Side side, long limit) {
        long sum = 0;
        for (Map.Entry<Long, List<Resting>> level : side(side.opposite()).entrySet()) {
            for (Resting order : level.getValue()) {
                boolean own = owner != LadderBook.NO_OWNER && order.owner == owner;
                if (own || !crosses(side, limit, level.getKey())) {
                    return sum;
                }
                sum += order.lots;
            }
        }
        return sum;
    }

    long cancel(long id) {
        Resting order = find(id);
        if (order == null) {
            return LadderBook.NOT_RESTING;
        }
        take(order);
        listener.onLevel(order.side, order.price, lotsAt(order.side, order.price));
        return order.lots;
    }

    long amend(long id, long price, long lots, BookEntry entry) {
        Resting order = find(id);
        if (order == null) {
            return LadderBook.NOT_RESTING;
        }
        if (price != order.price) {
            SortedMap<Long, List<Resting>> others = side(order.side.opposite());
            if (entry == BookEntry.POST_ONLY && !others.isEmpty() && crosses(order.side, price, others.firstKey())) {
                return LadderBook.WOULD_TAKE;
            }
            cancel(id);
            return submit(id, order.owner, order.side, price, lots, BookEntry.REST);
        }
        if (lots > order.lots) {
            List<Resting> queue = side(order.side).get(price);
            queue.remove(order);
            queue.add(order);
        }
        order.lots = lots;
        listener.onLevel(order.side, price, lotsAt(order.side, price));
        return 0;
    }

    long lotsAhead(long id) {
        Resting order = find(id);
        if (order == null) {
            return LadderBook.NOT_RESTING;
        }
        List<Resting> queue = side(order.side).get(order.price);
        return queue.subList(0, queue.indexOf(order)).stream()
                .mapToLong(other -> other.lots)
                .sum();
    }

    long restingLots(long id) {
        Resting order = find(id);
        return order == null ? LadderBook.NOT_RESTING : order.lots;
    }

    long lotsAt(Side side, long price) {
        return side(side).getOrDefault(price, List.of()).stream()
                .mapToLong(order -> order.lots)
                .sum();
    }

    /** The best levels as price, lots, price, lots. */
    List<Long> depth(Side side, int levels) {
        List<Long> flat = new ArrayList<>();
        side(side).keySet().stream().limit(levels).forEach(price -> {
            flat.add(price);
            flat.add(lotsAt(side, price));
        });
        return flat;
    }

    int orderCount() {
        return bids.values().stream().mapToInt(List::size).sum()
                + asks.values().stream().mapToInt(List::size).sum();
    }

    long stateHash() {
        StateHash hash = new StateHash();
        for (TreeMap<Long, List<Resting>> levels : List.of(bids, asks)) {
            hash.putInt(levels.size());
            for (Map.Entry<Long, List<Resting>> level : levels.entrySet()) {
                hash.putLong(level.getKey());
                hash.putInt(level.getValue().size());
                for (Resting order : level.getValue()) {
                    hash.putLong(order.id);
                    hash.putInt(order.owner);
                    hash.putLong(order.lots);
                }
            }
        }
        return hash.value();
    }

    private Resting find(long id) {
        for (TreeMap<Long, List<Resting>> levels : List.of(bids, asks)) {
            for (List<Resting> queue : levels.values()) {
                for (Resting order : queue) {
                    if (order.id == id) {
                        return order;
                    }
                }
            }
        }
        return null;
    }

    private void take(Resting order) {
        List<Resting> queue = side(order.side).get(order.price);
        queue.remove(order);
        if (queue.isEmpty()) {
            side(order.side).remove(order.price);
        }
    }

    private SortedMap<Long, List<Resting>> side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    private static boolean crosses(Side side, long limit, long other) {
        return side == Side.BUY ? limit >= other : limit <= other;
    }
}
