package io.sextant.matching;

import io.sextant.domain.journal.StateHash;
import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;

/**
 * One instrument's order book with price-time priority. Orders live in pooled columns and intrusive queues, so no operation
 * allocates once the pools have grown to the size of the book. Prices are ticks, quantities lots.
 *
 * <p>An order with an owner never trades with a resting order of the same owner: the rest of the incoming one is cancelled
 * ("cancel newest"), because the resting order was there first and its place in the queue is worth more. Not thread-safe.
 */
public final class LadderBook {

    /** An owner that may trade with itself: the anonymous public. */
    public static final int NO_OWNER = 0;

    /** Answer to an operation on an order that does not rest here. */
    public static final long NOT_RESTING = -1;

    /** Answer to an order that may only rest and would have traded at once. */
    public static final long WOULD_TAKE = -2;

    /** Answer to an order that trades whole or not at all and could not. */
    public static final long NOT_WHOLE = -3;

    private static final int FIRST_CAPACITY = 256;

    private final BookListener listener;
    private final PriceLevels bids = new PriceLevels(1);
    private final PriceLevels asks = new PriceLevels(-1);
    private final OrderSlots slots = new OrderSlots(FIRST_CAPACITY);

    private final RestingOrders resting = new RestingOrders(FIRST_CAPACITY);

    public LadderBook(BookListener listener) {
        this.listener = listener;
    }

    /**
     * Matches an order and lets the rest of it queue, as far as its {@code entry} allows.
     *
     * @return lots that traded, {@link #WOULD_TAKE} or {@link #NOT_WHOLE} when the order was turned away whole
     */
    public long submit(long orderId, int orderOwner, Side side, long limitTicks, long orderLots, BookEntry entry) {
        if (orderLots <= 0) {
            throw new IllegalArgumentException("order " + orderId + " for " + orderLots + " lots");
        }
        if (slots.find(orderId) != OrderSlots.NONE) {
            throw new IllegalArgumentException("order " + orderId + " rests already");
        }
        long answer = answerTo(orderOwner, side, limitTicks, orderLots, entry);
        if (answer != 0) {
            return answer;
        }
        long left = match(orderId, orderOwner, side, limitTicks, orderLots);
        long traded = orderLots - left;
        if (left > 0 && !entry.isImmediate() && !levels(side.opposite()).isReachedBy(limitTicks)) {
            PriceLevels own = levels(side);
            int record = enqueue(orderId, orderOwner, side, limitTicks, left);
            listener.onLevel(side, limitTicks, own.lots[record]);
        }
        return traded;
    }

    /** Lots that no longer rest, {@link #NOT_RESTING} if the order was not there. */
    public long cancel(long orderId) {
        int slot = slots.find(orderId);
        if (slot == OrderSlots.NONE) {
            return NOT_RESTING;
        }
        long cancelled = resting.lots[slot];
        Side side = resting.isBid[slot] ? Side.BUY : Side.SELL;
        PriceLevels own = levels(side);
        int record = resting.level[slot];
        long priceTicks = own.price[record];
        remove(slot, own);
        listener.onLevel(side, priceTicks, own.lots[record]);
        return cancelled;
    }

    /**
     * Gives a resting order another price or quantity ({@code newLots} is what shall rest from now on). Less quantity at the
     * same price keeps the place in the queue, anything else goes to the end and may trade at once, unless {@code entry} says that
     * it may only rest.
     *
     * @return lots that traded, {@link #NOT_RESTING} if the order was not there, {@link #WOULD_TAKE} when it was left as it stands
     */
    public long amend(long orderId, long newLimitTicks, long newLots, BookEntry entry) {
        int slot = slots.find(orderId);
        if (slot == OrderSlots.NONE) {
            return NOT_RESTING;
        }
        if (newLots <= 0) {
            throw new IllegalArgumentException("order " + orderId + " amended to " + newLots + " lots");
        }
        Side side = resting.isBid[slot] ? Side.BUY : Side.SELL;
        PriceLevels own = levels(side);
        int record = resting.level[slot];
        if (own.price[record] != newLimitTicks) {
            if (entry == BookEntry.POST_ONLY && levels(side.opposite()).isReachedBy(newLimitTicks)) {
                return WOULD_TAKE;
            }
            int sameOwner = resting.owner[slot];
            cancel(orderId);
            return submit(orderId, sameOwner, side, newLimitTicks, newLots, BookEntry.REST);
        }
        if (newLots > resting.lots[slot]) {
            unlink(slot, own);
            append(slot, record, own);
        }
        own.lots[record] += newLots - resting.lots[slot];
        resting.lots[slot] = newLots;
        listener.onLevel(side, newLimitTicks, own.lots[record]);
        return 0;
    }

    /** Zero when the book would let such an order in, else {@link #WOULD_TAKE} or {@link #NOT_WHOLE}. Changes nothing. */
    public long answerTo(int orderOwner, Side side, long limitTicks, long orderLots, BookEntry entry) {
        PriceLevels other = levels(side.opposite());
        return switch (entry) {
            case REST, IMMEDIATE_OR_CANCEL -> 0;
            case POST_ONLY -> other.isReachedBy(limitTicks) ? WOULD_TAKE : 0;
            case FILL_OR_KILL -> canTradeWhole(other, orderOwner, limitTicks, orderLots) ? 0 : NOT_WHOLE;
        };
    }

    /** Whether a resting order would trade at once if it moved to this price. */
    public boolean wouldTakeAt(long orderId, long newLimitTicks) {
        Side side = resting.isBid[slotOf(orderId)] ? Side.BUY : Side.SELL;
        return levels(side.opposite()).isReachedBy(newLimitTicks);
    }

    /** Walks the orders that a match would meet; an own one among them ends it, as it would end the match. */
    private boolean canTradeWhole(PriceLevels other, int takerOwner, long limitTicks, long takerLots) {
        long left = takerLots;
        for (int depth = 0; depth < other.size() && left > 0; depth++) {
            int record = other.fromBest(depth);
            if (!other.isWithin(record, limitTicks)) {
                return false;
            }
            for (int slot = other.head[record]; slot != OrderSlots.NONE && left > 0; slot = resting.behind[slot]) {
                if (takerOwner != NO_OWNER && resting.owner[slot] == takerOwner) {
                    return false;
                }
                left -= resting.lots[slot];
            }
        }
        return left <= 0;
    }

    private long match(long takerId, int takerOwner, Side takerSide, long limitTicks, long takerLots) {
        PriceLevels other = levels(takerSide.opposite());
        long left = takerLots;
        while (left > 0 && other.isReachedBy(limitTicks)) {
            int record = other.best();
            long priceTicks = other.price[record];
            long before = left;
            boolean ownInTheWay = false;
            while (left > 0 && other.head[record] != OrderSlots.NONE && !ownInTheWay) {
                int maker = other.head[record];
                if (takerOwner != NO_OWNER && resting.owner[maker] == takerOwner) {
                    ownInTheWay = true;
                } else {
                    left -= trade(maker, other, takerId, takerOwner, takerSide, left);
                }
            }
            if (left != before) {
                listener.onLevel(takerSide.opposite(), priceTicks, other.lots[record]);
            }
            if (ownInTheWay) {
                break;
            }
        }
        return left;
    }

    private long trade(
            int maker, PriceLevels makers, long takerId, int takerOwner, Side takerSide, long takerLotsLeft) {
        int record = resting.level[maker];
        long makerId = resting.id[maker];
        int makerOwner = resting.owner[maker];
        long traded = Math.min(resting.lots[maker], takerLotsLeft);
        long makerLotsLeft = resting.lots[maker] - traded;
        if (makerLotsLeft == 0) {
            remove(maker, makers);
        } else {
            resting.lots[maker] = makerLotsLeft;
            makers.lots[record] -= traded;
        }
        listener.onTrade(
                makerId, makerOwner, takerId, takerOwner, takerSide, makers.price[record], traded, makerLotsLeft);
        return traded;
    }

    private int enqueue(long orderId, int orderOwner, Side side, long priceTicks, long orderLots) {
        PriceLevels own = levels(side);
        int record = own.findOrAdd(priceTicks);
        int slot = resting.take();
        resting.id[slot] = orderId;
        resting.owner[slot] = orderOwner;
        resting.isBid[slot] = side == Side.BUY;
        resting.lots[slot] = orderLots;
        append(slot, record, own);
        own.lots[record] += orderLots;
        slots.put(orderId, slot);
        return record;
    }

    private void append(int slot, int record, PriceLevels own) {
        resting.level[slot] = record;
        resting.ahead[slot] = own.tail[record];
        resting.behind[slot] = OrderSlots.NONE;
        if (own.tail[record] == OrderSlots.NONE) {
            own.head[record] = slot;
        } else {
            resting.behind[own.tail[record]] = slot;
        }
        own.tail[record] = slot;
    }

    private void unlink(int slot, PriceLevels own) {
        int record = resting.level[slot];
        int before = resting.ahead[slot];
        int after = resting.behind[slot];
        if (before == OrderSlots.NONE) {
            own.head[record] = after;
        } else {
            resting.behind[before] = after;
        }
        if (after == OrderSlots.NONE) {
            own.tail[record] = before;
        } else {
            resting.ahead[after] = before;
        }
    }

    private void remove(int slot, PriceLevels own) {
        int record = resting.level[slot];
        unlink(slot, own);
        own.lots[record] -= resting.lots[slot];
        if (own.head[record] == OrderSlots.NONE) {
            own.remove(record);
        }
        slots.remove(resting.id[slot]);
        resting.release(slot);
    }

    public boolean isResting(long orderId) {
        return slots.find(orderId) != OrderSlots.NONE;
    }

    /** What still rests of an order, {@link #NOT_RESTING} if nothing does. */
    public long restingLots(long orderId) {
        int slot = slots.find(orderId);
        return slot == OrderSlots.NONE ? NOT_RESTING : resting.lots[slot];
    }

    /** The price at which an order rests; it must be there. */
    public long restingTicks(long orderId) {
        int slot = slotOf(orderId);
        return levels(resting.isBid[slot] ? Side.BUY : Side.SELL).price[resting.level[slot]];
    }

    /** Lots that trade before this order at its own price, {@link #NOT_RESTING} if it does not rest. */
    public long lotsAhead(long orderId) {
        int slot = slots.find(orderId);
        if (slot == OrderSlots.NONE) {
            return NOT_RESTING;
        }
        long sum = 0;
        for (int at = resting.ahead[slot]; at != OrderSlots.NONE; at = resting.ahead[at]) {
            sum += resting.lots[at];
        }
        return sum;
    }

    public int orderCount() {
        return slots.size();
    }

    public boolean isEmpty(Side side) {
        return levels(side).size() == 0;
    }

    public int levelCount(Side side) {
        return levels(side).size();
    }

    /** The best price of a side that is not empty. */
    public long bestTicks(Side side) {
        PriceLevels own = nonEmpty(side);
        return own.price[own.best()];
    }

    /** Lots at the best price, zero for an empty side. */
    public long bestLots(Side side) {
        PriceLevels own = levels(side);
        return own.size() == 0 ? 0 : own.lots[own.best()];
    }

    /** The price {@code depth} levels behind the best one; there must be so many. */
    public long levelTicks(Side side, int depth) {
        PriceLevels own = levels(side);
        return own.price[own.fromBest(depth)];
    }

    /** Lots at a price, zero where no level is. */
    public long lotsAt(Side side, long priceTicks) {
        PriceLevels own = levels(side);
        int record = own.find(priceTicks);
        return record < 0 ? 0 : own.lots[record];
    }

    /** Fills in the best levels, best first, as many as there are and fit. Returns how many. */
    public int depth(Side side, long[] priceTicks, long[] levelLots) {
        PriceLevels own = levels(side);
        int count = Math.min(own.size(), Math.min(priceTicks.length, levelLots.length));
        for (int i = 0; i < count; i++) {
            int record = own.fromBest(i);
            priceTicks[i] = own.price[record];
            levelLots[i] = own.lots[record];
        }
        return count;
    }

    /** Writes levels from the best outward and orders in their queues; where they sit in memory is not part of the state. */
    public void save(StateWriter out) {
        save(out, bids);
        save(out, asks);
    }

    private void save(StateWriter out, PriceLevels own) {
        out.putInt(own.size());
        for (int depth = 0; depth < own.size(); depth++) {
            int record = own.fromBest(depth);
            int count = 0;
            for (int slot = own.head[record]; slot != OrderSlots.NONE; slot = resting.behind[slot]) {
                count++;
            }
            out.putLong(own.price[record]);
            out.putInt(count);
            for (int slot = own.head[record]; slot != OrderSlots.NONE; slot = resting.behind[slot]) {
                out.putLong(resting.id[slot]);
                out.putInt(resting.owner[slot]);
                out.putLong(resting.lots[slot]);
            }
        }
    }

    /** Replaces all that is here, without telling the listener. */
    public void load(StateReader in) {
        bids.clear();
        asks.clear();
        slots.clear();
        resting.clear();
        load(in, Side.BUY);
        load(in, Side.SELL);
    }

    private void load(StateReader in, Side side) {
        int levelCount = in.getInt();
        for (int depth = 0; depth < levelCount; depth++) {
            long priceTicks = in.getLong();
            int count = in.getInt();
            for (int i = 0; i < count; i++) {
                enqueue(in.getLong(), in.getInt(), side, priceTicks, in.getLong());
            }
        }
    }

    public long stateHash() {
        StateHash hash = new StateHash();
        save(hash);
        return hash.value();
    }

    private PriceLevels levels(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    private PriceLevels nonEmpty(Side side) {
        PriceLevels own = levels(side);
        if (own.size() == 0) {
            throw new IllegalStateException("nobody is on the " + side + " side");
        }
        return own;
    }

    private int slotOf(long orderId) {
        int slot = slots.find(orderId);
        if (slot == OrderSlots.NONE) {
            throw new IllegalStateException("order " + orderId + " does not rest");
        }
        return slot;
    }
}
