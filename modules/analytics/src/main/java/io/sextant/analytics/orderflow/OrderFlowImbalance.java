package io.sextant.analytics.orderflow;

/**
 * OFI: what an event at the best prices adds to buyers less sellers (Cont, Kukanov and Stoikov, The price impact of order book events, 2014):
 * size that comes to the best bid or is left by an ask that retreats, less the reverse. 0 for the first state and while a side is empty.
 */
public final class OrderFlowImbalance {

    private boolean known;
    private long bidPrice;
    private long bidSize;
    private long askPrice;
    private long askSize;

    /** Takes the state after an event and tells what it added. */
    public double next(Depth book) {
        if (!book.isTwoSided()) {
            known = false;
            return 0;
        }
        long bid = book.price(BookSide.BID, 0);
        long bidNow = book.size(BookSide.BID, 0);
        long ask = book.price(BookSide.ASK, 0);
        long askNow = book.size(BookSide.ASK, 0);
        double added = 0;
        if (known) {
            added += bid >= bidPrice ? bidNow : 0;
            added -= bid <= bidPrice ? bidSize : 0;
            added -= ask <= askPrice ? askNow : 0;
            added += ask >= askPrice ? askSize : 0;
        }
        known = true;
        bidPrice = bid;
        bidSize = bidNow;
        askPrice = ask;
        askSize = askNow;
        return added;
    }
}
