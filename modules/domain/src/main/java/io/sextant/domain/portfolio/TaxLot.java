package io.sextant.domain.portfolio;

import java.util.List;

/** What was bought at once, oldest first in a list. */
public record TaxLot(double quantity, double price) {

    public TaxLot {
        if (!(quantity > 0) || !(price >= 0)) {
            throw new IllegalArgumentException("a tax lot has a quantity above zero and a price that is not negative");
        }
    }

    /** What selling so many at a price would gain over what the oldest were bought for; 0 for as many as no lot is known. */
    public static double gainOfOldest(List<TaxLot> lots, double sold, double price) {
        double left = sold;
        double gain = 0;
        for (TaxLot lot : lots) {
            double taken = Math.min(left, lot.quantity());
            gain += taken * (price - lot.price());
            left -= taken;
        }
        return gain;
    }
}
