package io.sextant.analytics.orderflow;

/**
 * A book rebuilt from messages about single orders. Messages about orders that were never seen count as {@link #unknownOrders}; where the
 * message tells side and price they still take from the size that {@link #seed} put there.
 */
public final class MessageBook implements Depth {

    private final Ladder bids = new Ladder(BookSide.BID);
    private final Ladder asks = new Ladder(BookSide.ASK);
    private final OrderTable orders = new OrderTable();
    private long unknownOrders;

    /** Size that waits at a price before the first message, whose orders nobody named. */
    public void seed(BookSide side, long price, long size) {
        ladder(side).add(price, size, 0);
    }

    public void add(long id, BookSide side, long price, long size) {
        int at = orders.find(id);
        if (at >= 0) {
            drop(at);
        }
        if (size > 0) {
            orders.put(id, side == BookSide.BID, price, size);
            ladder(side).add(price, size, 1);
        }
    }

    /** Takes size from an order; one with nothing left is gone. */
    public void reduce(long id, long size) {
        int at = orders.find(id);
        if (at < 0) {
            unknownOrders++;
            return;
        }
        reduceKnown(at, size);
    }

    /** The same where the message tells side and price, for orders that were there before the first message. */
    public void reduce(long id, BookSide side, long price, long size) {
        int at = orders.find(id);
        if (at < 0) {
            unknownOrders++;
            ladder(side).take(price, size, 0);
            return;
        }
        reduceKnown(at, size);
    }

    private void reduceKnown(int at, long size) {
        long left = orders.size(at) - size;
        if (left <= 0) {
            drop(at);
        } else {
            ladder(orders.side(at)).take(orders.price(at), size, 0);
            orders.size(at, left);
        }
    }

    /** Gives an order another price and size; one that was never seen is new. */
    public void modify(long id, BookSide side, long price, long size) {
        if (orders.find(id) < 0) {
            unknownOrders++;
        }
        add(id, side, price, size);
    }

    public void clear() {
        bids.clear();
        asks.clear();
        orders.clear();
    }

    private void drop(int at) {
        ladder(orders.side(at)).take(orders.price(at), orders.size(at), 1);
        orders.remove(at);
    }

    private Ladder ladder(BookSide side) {
        return side == BookSide.BID ? bids : asks;
    }

    /** How many named orders wait. */
    public int orders() {
        return orders.count();
    }

    /** How many named orders wait at a level. */
    public int orders(BookSide side, int level) {
        return ladder(side).orders(level);
    }

    /** How many messages were about orders that nobody had added. */
    public long unknownOrders() {
        return unknownOrders;
    }

    @Override
    public int levels(BookSide side) {
        return ladder(side).levels();
    }

    @Override
    public long price(BookSide side, int level) {
        return ladder(side).price(level);
    }

    @Override
    public long size(BookSide side, int level) {
        return ladder(side).size(level);
    }
}
