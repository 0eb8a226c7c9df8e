package io.sextant.engine.strategy;

import io.sextant.domain.order.BookEntry;
import io.sextant.strategy.Strategy.OrderDesk;
import io.sextant.strategy.kind.OrderWish;
import io.sextant.strategy.kind.Reason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The single orders that a strategy asked for, from the wish until they are over. */
final class RestingWishes {

    private final int[] catalogIndex;
    private final Grid[] grids;
    private final Sizing[] sizings;
    private final SeatListener listener;
    private final List<OrderWish> wished = new ArrayList<>();
    private final Map<Long, OrderWish> sent = new LinkedHashMap<>();

    RestingWishes(int[] catalogIndex, Grid[] grids, Sizing[] sizings, SeatListener listener) {
        this.catalogIndex = catalogIndex;
        this.grids = grids;
        this.sizings = sizings;
        this.listener = listener;
    }

    void wish(OrderWish wish) {
        wished.add(wish);
    }

    boolean isBusy() {
        return !wished.isEmpty() || !sent.isEmpty();
    }

    /** Sends what was wished of instruments that have a price, and takes back what lapsed. */
    void act(long nowNanos, OrderDesk desk, IntPredicate heard) {
        for (Iterator<OrderWish> each = wished.iterator(); each.hasNext(); ) {
            OrderWish wish = each.next();
            if (heard.test(wish.instrument())) {
                each.remove();
                send(wish, nowNanos, desk);
            }
        }
        for (Map.Entry<Long, OrderWish> each : List.copyOf(sent.entrySet())) {
            if (each.getValue().untilNanos() <= nowNanos) {
                desk.cancel(each.getKey());
            }
        }
    }

    private void send(OrderWish wish, long nowNanos, OrderDesk desk) {
        int own = wish.instrument();
        long step = sizings[own].stepLots();
        long lots = grids[own].lots(wish.units()) / step * step;
        if (lots == 0 || wish.untilNanos() <= nowNanos) {
            return;
        }
        long orderId = desk.placeLimit(
                catalogIndex[own],
                wish.side(),
                lots,
                grids[own].ticks(wish.limitPrice()),
                BookEntry.REST,
                wish.reason().text());
        if (orderId == 0) {
            listener.onRefused(own, nowNanos, desk.whyRefused());
        } else {
            sent.put(orderId, wish);
        }
    }

    Reason reasonOf(long orderId) {
        OrderWish wish = sent.get(orderId);
        return wish == null ? Reason.of("") : wish.reason();
    }

    void done(long orderId) {
        sent.remove(orderId);
    }
}
