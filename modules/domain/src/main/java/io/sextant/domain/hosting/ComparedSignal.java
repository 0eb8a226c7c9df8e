package io.sextant.domain.hosting;

import io.sextant.domain.instrument.InstrumentId;
import java.util.List;

/**
 * One wish, and what became of it in the strategy's own trading and in its shadow.
 *
 * @param barEndNanos the end of the bar that decided
 * @param isOpen whether something of it is still on its way
 */
public record ComparedSignal(
        long barEndNanos,
        InstrumentId instrument,
        boolean isOpen,
        Leg strategy,
        Leg shadow,
        List<ParityDifference> differences) {

    /**
     * What became of a wish on one side.
     *
     * @param share of the equity that was wished; NaN where nothing was
     * @param sentNanos when the first order of it was sent, 0 for none
     * @param filledNanos when it traded last, 0 for never
     * @param units bought less sold
     * @param price the mean price of what traded; NaN for nothing
     * @param fee what was paid for it
     */
    public record Leg(
            double share, long sentNanos, long filledNanos, int orders, double units, double price, double fee) {

        public static final Leg NONE = new Leg(Double.NaN, 0, 0, 0, 0, Double.NaN, 0);
    }

    public ComparedSignal {
        differences = List.copyOf(differences);
    }
}
