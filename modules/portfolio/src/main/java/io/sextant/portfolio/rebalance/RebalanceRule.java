package io.sextant.portfolio.rebalance;

import io.sextant.domain.portfolio.LotOrder;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When and how weights are brought back.
 *
 * @param band points from its target that a weight may drift, for example 0.05; 0 for none
 * @param due the day from which on it is done in any case; empty where only the band counts
 * @param costRate of what is traded, as a share
 * @param costFixed of each order
 * @param taxRate of gains; losses of the same plan count against them
 * @param yearsOfBenefit how long the better weights are taken to be held, for cost against benefit
 * @param sells false where only what flows in is invested, and nothing sold for the weights' sake
 */
public record RebalanceRule(
        double band,
        Optional<LocalDate> due,
        double costRate,
        double costFixed,
        double taxRate,
        LotOrder lots,
        double yearsOfBenefit,
        boolean sells) {

    public static RebalanceRule plain() {
        return new RebalanceRule(0, Optional.empty(), 0, 0, 0, LotOrder.FIFO, 1, true);
    }
}
