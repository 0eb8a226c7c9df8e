package io.sextant.execution.parent;

import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * What a parent sees and may do. Its orders are ordinary ones through the gate. What they answer comes later through
 * {@link Parent#orderChanged} and {@link Parent#filled}; an order that only waits here may answer from inside a call.
 */
public interface ParentDesk {

    /** Market time. */
    long nowNanos();

    /** Zero where there is no price, here and below. */
    long bidTicks(int instrument);

    long askTicks(int instrument);

    long lastTicks(int instrument);

    /** How many prices of a side of the book are known, the best first. */
    int levels(int instrument, Side side);

    long levelTicks(int instrument, Side side, int level);

    long levelLots(int instrument, Side side, int level);

    /** Whether its prices are heard and the books of its venue agree with ours. */
    boolean isOpen(int instrument);

    /** The most lots of an order at this price that what its venue holds for us pays for now. */
    long payableLots(int instrument, Side side, long ticks);

    /** With its sign. */
    long positionLots(int instrument);

    /** The number of the order, zero when the gate refused it. */
    long place(OrderDraft draft);

    /** False when it makes no sense now. */
    boolean cancel(long orderId, String why);

    /** A new total quantity and price, of an order that waits its trigger; false when the gate refused. */
    boolean amend(long orderId, long lots, long ticks);

    /** Why the last {@link #place} or {@link #amend} was refused. */
    @Nullable RefusalCode lastRefusalCode();

    /** The same as a sentence. */
    String lastRefusal();

    /** Where the trigger of a waiting order stands now, also of one that trails; zero when it does not wait. */
    long triggerTicks(long orderId);

    /** Lets a waiting order go whose price came while its parent held it back, for no more than {@code mostLots}. */
    void release(long orderId, long mostLots);

    /**
     * Wilder's average true range of complete bars of this session in ticks, rounded up to a whole one; zero while there are too
     * few of them.
     */
    long averageRangeTicks(int instrument, Timeframe timeframe, int length);

    /** Asks for the cancel of every order in the instrument but the parent's own; how many are not over yet. */
    int takeBack(int instrument, long exceptOfParent, String why);

    /** Names the orders in the instrument that are not over, but the parent's own. */
    String openOrders(int instrument, long exceptOfParent);

    /** The largest order that the limits let through. */
    long largestOrderLots(int instrument, Side side);

    /** A parent took a step. */
    void tell(Parent parent);
}
