package io.sextant.domain.hosting;

import io.sextant.domain.money.Money;

/**
 * What a hosted strategy may do, on top of what the gate allows everybody; all of it in the currency of its capital.
 *
 * @param largestOrder what one order may be worth
 * @param largestDayLoss at this loss since the day began it is paused
 * @param ordersAMinute how many it may send within a minute
 * @param exposurePercent how much it may hold altogether, in hundredths of its own equity
 */
public record HostingLimits(Money largestOrder, Money largestDayLoss, int ordersAMinute, int exposurePercent) {

    public static final int ORDERS_MAX = 600;
    public static final int EXPOSURE_MAX = 1_000;

    public HostingLimits {
        largestDayLoss.requireCurrency(largestOrder.currency());
        if (largestOrder.units() <= 0 || largestDayLoss.units() <= 0) {
            throw new IllegalArgumentException("an order and a loss are limited to something above nought");
        }
        if (ordersAMinute < 1 || ordersAMinute > ORDERS_MAX) {
            throw new IllegalArgumentException("1 to " + ORDERS_MAX + " orders a minute, not " + ordersAMinute);
        }
        if (exposurePercent < 1 || exposurePercent > EXPOSURE_MAX) {
            throw new IllegalArgumentException(
                    "a strategy holds 1 to " + EXPOSURE_MAX + " percent of its equity, not " + exposurePercent);
        }
    }
}
