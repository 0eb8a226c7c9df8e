package io.sextant.portfolio.rebalance;

import io.sextant.domain.portfolio.LotOrder;
import io.sextant.domain.portfolio.TaxLot;
import java.util.List;

/**
 * What is held of an asset now.
 *
 * @param price of one unit, now
 * @param unit what quantities are multiples of; 0 where any may be held
 * @param lots what it was bought for, oldest first; empty where that is not known, and then no gain is told
 */
public record Holding(String name, double quantity, double price, double unit, List<TaxLot> lots) {

    public Holding {
        lots = List.copyOf(lots);
        if (!(price > 0) || !(unit >= 0) || !Double.isFinite(quantity)) {
            throw new IllegalArgumentException(name + " needs a price above zero and a unit that is not negative");
        }
    }

    double value() {
        return quantity * price;
    }

    /** What selling so many would gain over what they were bought for; 0 for as many as no lot is known. */
    double gain(double sold, LotOrder order) {
        double known = 0;
        double paid = 0;
        for (TaxLot lot : lots) {
            known += lot.quantity();
            paid += lot.quantity() * lot.price();
        }
        return switch (order) {
            case AVERAGE -> known > 0 ? Math.min(sold, known) * (price - paid / known) : 0;
            case FIFO -> TaxLot.gainOfOldest(lots, sold, price);
        };
    }
}
