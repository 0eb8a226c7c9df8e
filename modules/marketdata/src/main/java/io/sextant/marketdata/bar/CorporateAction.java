package io.sextant.marketdata.bar;

/** What changes a share's price without anybody trading, from the first moment at which it trades without it. */
public sealed interface CorporateAction {

    long exNanos();

    /** {@code newShares} for every {@code oldShares}: 7 for 1, or 1 for 10 when shares are put together. */
    record Split(long exNanos, double newShares, double oldShares) implements CorporateAction {
        public Split {
            if (!(newShares > 0) || !(oldShares > 0)) {
                throw new IllegalArgumentException("a split is " + newShares + " for " + oldShares + " shares");
            }
        }
    }

    /** In the currency of the price, a share as it was on the day before. */
    record Dividend(long exNanos, double cash) implements CorporateAction {
        public Dividend {
            if (!(cash > 0)) {
                throw new IllegalArgumentException("a dividend pays something, not " + cash);
            }
        }
    }
}
