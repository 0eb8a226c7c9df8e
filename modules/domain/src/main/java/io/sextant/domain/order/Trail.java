package io.sextant.domain.order;

import io.sextant.domain.money.Price;

/** How far behind the best price since it began a trailing stop stays. */
public sealed interface Trail {

    /** The same distance in money at every price. */
    record ByAmount(Price distance) implements Trail {

        public ByAmount {
            if (!distance.isPositive()) {
                throw new IllegalArgumentException("a trailing stop stays some distance behind, was " + distance);
            }
        }
    }

    /** A share of the best price, in basis points. */
    record ByShare(int bps) implements Trail {

        public ByShare {
            if (bps < 1 || bps >= 10_000) {
                throw new IllegalArgumentException("a trailing stop stays 1 to 9,999 basis points behind, was " + bps);
            }
        }
    }
}
