package io.sextant.analytics.orderflow;

/** The levels of a book, best first. Prices are whole numbers of a unit that whoever made them knows. */
public interface Depth {

    int levels(BookSide side);

    /** Only for levels that there are. */
    long price(BookSide side, int level);

    long size(BookSide side, int level);

    default boolean isTwoSided() {
        return levels(BookSide.BID) > 0 && levels(BookSide.ASK) > 0;
    }
}
