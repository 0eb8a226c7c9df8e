package io.sextant.domain.parent;

import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.order.Trail;

/** Where the stop of a bracket stands. */
public sealed interface ExitStop {

    int LONGEST_AVERAGE = 200;

    /** At one price. */
    record Fixed(Price trigger) implements ExitStop {}

    /** Behind the best price since it began. */
    record Trailing(Trail trail) implements ExitStop {}

    /** So many average true ranges away from the average price of the entry; measured when the entry first fills. */
    record Atr(Timeframe timeframe, int length, double multiple) implements ExitStop {

        public Atr {
            requireMeasure(length, multiple);
        }
    }

    /**
     * So many average true ranges behind the highest high since the entry (the lowest low for a short one), measured anew with every
     * complete bar; it never goes back (LeBeau's chandelier exit).
     */
    record Chandelier(Timeframe timeframe, int length, double multiple) implements ExitStop {

        public Chandelier {
            requireMeasure(length, multiple);
        }
    }

    private static void requireMeasure(int length, double multiple) {
        if (length < 1 || length > LONGEST_AVERAGE) {
            throw new IllegalArgumentException("an average covers 1 to " + LONGEST_AVERAGE + " bars, was " + length);
        }
        if (!(multiple > 0 && multiple <= 100)) {
            throw new IllegalArgumentException("a stop stays up to 100 average ranges away, was " + multiple);
        }
    }
}
