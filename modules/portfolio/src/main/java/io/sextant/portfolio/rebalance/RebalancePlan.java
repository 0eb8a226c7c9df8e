package io.sextant.portfolio.rebalance;

import java.util.List;

/**
 * Orders that somebody may wish for, sales first, and why or why not.
 *
 * @param weights after them, of all with the cash
 * @param cashLeft what units, costs and taxes leave of the cash
 * @param reason one sentence for a person
 */
public record RebalancePlan(
        List<OrderWish> orders, double[] weights, double cashLeft, double costs, double taxes, String reason) {

    public RebalancePlan {
        orders = List.copyOf(orders);
    }
}
