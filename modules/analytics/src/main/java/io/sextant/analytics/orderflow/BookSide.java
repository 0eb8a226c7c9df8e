package io.sextant.analytics.orderflow;

/** Who waits: buyers or sellers. */
public enum BookSide {
    BID(1),
    ASK(-1);

    private final int sign;

    BookSide(int sign) {
        this.sign = sign;
    }

    /** 1 for bids, -1 for asks: times this a better price is a larger number. */
    public int sign() {
        return sign;
    }
}
