package io.sextant.execution.paper;

import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.domain.order.RefusalCode;
import io.sextant.execution.VenueListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The paper venue's model for one instrument written for reading: maps, lists and nothing kept along. */
final class PlainPaper {

    private static final class Resting {
        final long id;
        final Side side;
        final BookEntry entry;
        long lots;
        long filled;
        final long ticks;
        /** Empty while nobody knows. */
        Optional<Long> ahead;

        Resting(long id, Side side, BookEntry entry, long lots, long filled, long ticks, Optional<Long> ahead) {
            this.id = id;
            this.side = side;
            this.entry = entry;
            this.lots = lots;
            this.filled = filled;
            this.ticks = ticks;
            this.ahead = ahead;
        }

        boolean isBetterThan(long price) {
            return side == Side.BUY ? ticks > price : ticks < price;
        }

        long open() {
            return lots - filled;
        }
    }

    private final VenueListener listener;
    private final Map<Side, NavigableMap<Long, Long>> shown = new HashMap<>();
    private final Map<Side, Map<Long, Long>> taken = new HashMap<>();
    private final List<Resting> resting = new ArrayList<>();
    private long trades;
    private long highest;

    PlainPaper(VenueListener listener) {
        this.listener = listener;
        shown.put(Side.BUY, new TreeMap<>(Comparator.reverseOrder()));
        shown.put(Side.SELL, new TreeMap<>());
        taken.put(Side.BUY, new HashMap<>());
        taken.put(Side.SELL, new HashMap<>());
    }

    private NavigableMap<Long, Long> shown(Side side) {
        return shown.getOrDefault(side, new TreeMap<>());
    }

    private Map<Long, Long> taken(Side side) {
        return taken.getOrDefault(side, Map.of());
    }

    void arrive(long now, long id, Side side, long lots, long ticks, BookEntry entry) {
        highest = Math.max(highest, id);
        if (entry.isImmediate() && shown(side.opposite()).isEmpty()) {
            listener.onRejected(id, now, RefusalCode.EMPTY_BOOK);
            return;
        }
        if (entry == BookEntry.POST_ONLY && within(side, ticks) > 0) {
            listener.onRejected(id, now, RefusalCode.WOULD_TAKE);
            return;
        }
        if (entry == BookEntry.FILL_OR_KILL && within(side, ticks) < lots) {
            listener.onRejected(id, now, RefusalCode.NOT_WHOLE);
            return;
        }
        listener.onAccepted(id, now);
        match(now, id, side, lots, 0, ticks, entry);
    }

    /** What an order of this side could take. */
    private long within(Side side, long ticks) {
        Side other = side.opposite();
        return shown(other).entrySet().stream()
                .filter(level -> side == Side.BUY ? level.getKey() <= ticks : level.getKey() >= ticks)
                .mapToLong(level -> Math.max(0, level.getValue() - taken(other).getOrDefault(level.getKey(), 0L)))
                .sum();
    }

    private void match(long now, long id, Side side, long lots, long filledBefore, long ticks, BookEntry entry) {
        long filled = filledBefore;
        Side other = side.opposite();
        for (Map.Entry<Long, Long> level : List.copyOf(shown(other).entrySet())) {
            boolean isWithin = side == Side.BUY ? level.getKey() <= ticks : level.getKey() >= ticks;
            long free = level.getValue() - taken(other).getOrDefault(level.getKey(), 0L);
            long part = Math.min(lots - filled, free);
            if (isWithin && part > 0) {
                taken(other).merge(level.getKey(), part, Long::sum);
                filled += part;
                listener.onFill(id, ++trades, now, level.getKey(), part, false);
            }
        }
        if (filled == lots) {
            return;
        }
        if (entry.isImmediate()) {
            listener.onCancelled(id, now);
            return;
        }
        Optional<Long> ahead = isOutOfSight(side, ticks)
                ? Optional.empty()
                : Optional.of(shown(side).getOrDefault(ticks, 0L));
        resting.add(new Resting(id, side, entry, lots, filled, ticks, ahead));
    }

    private boolean isOutOfSight(Side side, long ticks) {
        NavigableMap<Long, Long> levels = shown(side);
        if (levels.isEmpty()) {
            return true;
        }
        return side == Side.BUY ? ticks < levels.lastKey() : ticks > levels.lastKey();
    }

    void cancel(long now, long id) {
        Optional<Resting> order = resting.stream().filter(o -> o.id == id).findAny();
        if (order.isPresent()) {
            resting.remove(order.get());
            listener.onCancelled(id, now);
        } else {
            listener.onCancelRejected(
                    id, now, id <= highest ? RefusalCode.ORDER_ALREADY_DONE : RefusalCode.UNKNOWN_ORDER);
        }
    }

    void amend(long now, long id, long lots, long ticks) {
        Optional<Resting> found = resting.stream().filter(o -> o.id == id).findAny();
        if (found.isEmpty()) {
            listener.onAmendRejected(
                    id, now, id <= highest ? RefusalCode.ORDER_ALREADY_DONE : RefusalCode.UNKNOWN_ORDER);
            return;
        }
        Resting order = found.get();
        if (lots <= order.filled) {
            listener.onAmendRejected(id, now, RefusalCode.BELOW_FILLED);
            return;
        }
        if (order.entry == BookEntry.POST_ONLY && ticks != order.ticks && within(order.side, ticks) > 0) {
            listener.onAmendRejected(id, now, RefusalCode.WOULD_TAKE);
            return;
        }
        listener.onAmended(id, now, lots, ticks);
        if (ticks == order.ticks && lots <= order.lots) {
            order.lots = lots;
        } else {
            resting.remove(order);
            match(now, id, order.side, lots, order.filled, ticks, order.entry);
        }
    }

    void trade(long now, long ticks, long lots, Side aggressor) {
        for (Side side : List.of(aggressor, aggressor.opposite())) {
            long volume = lots;
            for (Resting order : List.copyOf(resting)) {
                if (order.side != side) {
                    continue;
                }
                if (order.isBetterThan(ticks)) {
                    fill(now, order, order.open());
                } else if (side != aggressor && order.ticks == ticks && order.ahead.isPresent()) {
                    long ahead = order.ahead.get();
                    long part = Math.max(0, Math.min(order.open(), volume - ahead));
                    order.ahead = Optional.of(Math.max(0, ahead - volume));
                    volume -= part;
                    fill(now, order, part);
                }
            }
        }
        Side hit = aggressor.opposite();
        if (shown(hit).containsKey(ticks)) {
            put(hit, ticks, Math.max(0, shown(hit).getOrDefault(ticks, 0L) - lots));
        }
    }

    void level(long now, Side side, long ticks, long lots) {
        long before = shown(side).getOrDefault(ticks, 0L);
        put(side, ticks, lots);
        changed(now, side, ticks, before, lots);
    }

    void best(long now, Side side, long ticks, long lots) {
        if (lots == 0) {
            shown(side).clear();
            taken(side).clear();
            return;
        }
        long before = shown(side).getOrDefault(ticks, 0L);
        List<Long> better = new ArrayList<>(shown(side).headMap(ticks).keySet());
        better.forEach(price -> put(side, price, 0));
        put(side, ticks, lots);
        for (Resting order : resting) {
            if (order.side == side && order.isBetterThan(ticks)) {
                order.ahead = Optional.of(0L);
            }
        }
        changed(now, side, ticks, before, lots);
    }

    private void changed(long now, Side side, long ticks, long before, long lots) {
        for (Resting order : resting) {
            boolean isHere = order.side == side && order.ticks == ticks;
            boolean outOfSight = lots == 0 && isOutOfSight(side, ticks);
            if (isHere && !outOfSight && (lots != before || lots == 0)) {
                order.ahead = Optional.of(
                        order.ahead.map(ahead -> shrink(ahead, before, lots)).orElse(lots));
            }
        }
        long came = lots - before;
        for (Resting order : List.copyOf(resting)) {
            if (order.side == side || lots <= before) {
                continue;
            }
            if (order.isBetterThan(ticks)) {
                fill(now, order, order.open());
            } else if (order.ticks == ticks) {
                long part = Math.min(order.open(), came);
                came -= part;
                if (part > 0) {
                    taken(side).merge(ticks, part, Long::sum);
                }
                fill(now, order, part);
            }
        }
    }

    private static long shrink(long ahead, long before, long lots) {
        long left = lots < before ? ahead - (before - lots) * ahead / before : ahead;
        return Math.min(left, lots);
    }

    private void put(Side side, long ticks, long lots) {
        if (lots == 0) {
            shown(side).remove(ticks);
            taken(side).remove(ticks);
        } else {
            shown(side).put(ticks, lots);
        }
    }

    private void fill(long now, Resting order, long lots) {
        if (lots == 0) {
            return;
        }
        order.filled += lots;
        if (order.open() == 0) {
            resting.remove(order);
        }
        listener.onFill(order.id, ++trades, now, order.ticks, lots, true);
    }

    List<Long> restingIds() {
        return Collections.unmodifiableList(resting.stream().map(o -> o.id).toList());
    }
}
