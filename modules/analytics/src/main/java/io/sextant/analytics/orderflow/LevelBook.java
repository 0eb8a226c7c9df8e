package io.sextant.analytics.orderflow;

/** A book kept by levels: a snapshot, then what waits at a price each time that changes. */
public final class LevelBook implements Depth {

    private final Ladder bids = new Ladder(BookSide.BID);
    private final Ladder asks = new Ladder(BookSide.ASK);

    /** From now on {@code size} waits at this price in all; zero when the level is gone. Returns what waited before. */
    public long set(BookSide side, long price, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a level cannot hold less than nothing: " + size + " at " + price);
        }
        return ladder(side).set(price, size, 0);
    }

    public long sizeAt(BookSide side, long price) {
        return ladder(side).sizeAt(price);
    }

    /** How many levels of a side are better than this price. */
    public int levelsBefore(BookSide side, long price) {
        return ladder(side).better(price);
    }

    public void clear() {
        bids.clear();
        asks.clear();
    }

    /** The best bid is not below the best ask: something was missed. */
    public boolean isCrossed() {
        return isTwoSided() && bids.price(0) >= asks.price(0);
    }

    private Ladder ladder(BookSide side) {
        return side == BookSide.BID ? bids : asks;
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
